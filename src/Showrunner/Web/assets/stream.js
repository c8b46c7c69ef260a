// <sr-stream>: hears from the server what changed and writes it where it stands. Texts come ready for the reader.
class SrStream extends HTMLElement {
  connectedCallback() { this.open(); document.addEventListener('visibilitychange', this.seen); }
  disconnectedCallback() { this.source?.close(); document.removeEventListener('visibilitychange', this.seen); }

  // A hidden page hears nothing and catches up when it is looked at.
  seen = () => { if (document.hidden) { this.source?.close(); this.source = null; } else if (!this.source) this.open(); };

  open() {
    this.source = new EventSource(this.getAttribute('src'));
    this.source.onopen = () => this.lost(false);
    this.source.onerror = () => this.lost(true);
    this.source.onmessage = (message) => this.take(JSON.parse(message.data));
  }

  // A moment without news is no loss: streams end now and then and begin anew.
  lost(is) {
    clearTimeout(this.losing);
    const show = () => { const word = this.querySelector('[data-lost]'); if (word) word.hidden = !is; };
    if (is) this.losing = setTimeout(show, 6000); else show();
  }

  take(news) {
    this.lost(false);
    const wall = this.querySelector('[data-wall]');
    const shown = new Map([...(wall?.children ?? [])].map((show) => [Number(show.dataset.show), show]));
    const like = wall?.firstElementChild;
    const sums = [...this.querySelectorAll('[data-sum]')].map((sum) => sum.dataset.sum);
    if (news.order?.length && !like || like && sums.sort().join() !== Object.keys(news.sums).sort().join()) { this.again(); return; }
    for (const tile of news.tiles) {
      const show = shown.get(tile.id) ?? this.fresh(tile.id, like, shown);
      this.write(show, tile.fields);
      if (tile.feed !== undefined) show.dataset.feed = tile.feed;
      if (tile.behind !== undefined) show.toggleAttribute('data-behind', tile.behind);
      if (tile.worst !== undefined) show.dataset.worst = tile.worst;
      if (tile.spark !== undefined) show.querySelector('polyline')?.setAttribute('points', tile.spark);
    }
    if (news.order && wall) this.sort(wall, news.order, shown);
    for (const [market, fields] of Object.entries(news.sums)) this.write(this.querySelector(`[data-sum="${market}"]`), fields);
    const at = this.querySelector('[data-at]');
    if (at) at.textContent = news.at;
  }

  // A show that began is written into a copy of one that stands there.
  fresh(id, like, shown) {
    const show = like.cloneNode(true);
    for (const link of show.querySelectorAll('a')) link.href = link.getAttribute('href').replace(/\/live\/\d+/, `/live/${id}`);
    show.dataset.show = id;
    shown.set(id, show);
    return show;
  }

  sort(wall, order, shown) {
    let at = wall.firstElementChild;
    for (const id of order) {
      const show = shown.get(id);
      if (show === at) at = at.nextElementSibling; else wall.insertBefore(show, at);
      shown.delete(id);
    }
    for (const over of shown.values()) over.remove();
  }

  write(place, fields) {
    for (const field of place.querySelectorAll('[data-f]')) {
      const text = fields[field.dataset.f];
      if (text === undefined || field.textContent === text) continue;
      field.textContent = text;
      field.classList.remove('is-new');
      requestAnimationFrame(() => field.classList.add('is-new'));
    }
  }

  // The first show at all, or the first or last of a market: the page is asked for anew, and its wall put in place.
  async again() {
    if (this.asking) return;
    this.asking = true;
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' }, cache: 'no-store' });
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('sr-stream');
      if (fresh && answer.ok) this.replaceChildren(...fresh.childNodes); else if (answer.ok) location.reload();
    } finally { this.asking = false; }
  }
}
customElements.define('sr-stream', SrStream);
