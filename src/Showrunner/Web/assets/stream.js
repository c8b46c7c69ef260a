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

  lost(is) { const word = this.querySelector('[data-lost]'); if (word) word.hidden = !is; }

  take(news) {
    this.lost(false);
    const wall = this.querySelector('[data-wall]');
    const shown = new Map([...(wall?.children ?? [])].map((show) => [Number(show.dataset.show), show]));
    if (news.order && (news.order.length !== shown.size || news.order.some((id) => !shown.has(id)))) { this.again(); return; }
    for (const tile of news.tiles) {
      const show = shown.get(tile.id);
      if (!show) continue;
      this.write(show, tile.fields);
      show.dataset.feed = tile.feed;
      show.toggleAttribute('data-behind', tile.behind);
      show.dataset.worst = tile.worst;
      show.querySelector('polyline')?.setAttribute('points', tile.spark);
    }
    if (news.order) for (const id of news.order) wall.append(shown.get(id));
    for (const [market, fields] of Object.entries(news.sums)) {
      const sum = this.querySelector(`[data-sum="${market}"]`);
      if (sum) this.write(sum, fields);
    }
    const at = this.querySelector('[data-at]');
    if (at) at.textContent = news.at;
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

  // Shows came or went: the page is asked for anew, and its wall put in place.
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
