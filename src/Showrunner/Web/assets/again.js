// <sr-again every="10">: a part of the page that is asked for anew, while somebody looks at it and is not busy in it.
let page = null, asked = 0;

// Parts that are due at the same time share one answer.
function fetched() {
  if (!page || Date.now() - asked > 2000) {
    asked = Date.now();
    page = fetch(location.href, { headers: { accept: 'text/html' }, cache: 'no-store' })
      .then((answer) => (answer.ok && !answer.redirected ? answer.text() : null)).then((html) => html && new DOMParser().parseFromString(html, 'text/html')).catch(() => null);
  }
  return page;
}

class SrAgain extends HTMLElement {
  connectedCallback() {
    const seconds = Number(this.getAttribute('every'));
    if (seconds > 0) this.timer = setInterval(() => this.ask(), seconds * 1000);
  }

  disconnectedCallback() { clearInterval(this.timer); }

  async ask() {
    if (document.hidden || this.contains(document.activeElement)) return;
    const fresh = (await fetched())?.getElementById(this.id);
    if (!fresh || !this.isConnected) return;
    const open = [...this.querySelectorAll('details')].map((part, at) => [part.dataset.key ?? at, part.open]);
    const places = [...this.querySelectorAll('.scroll')].map((list) => list.scrollTop);
    this.replaceChildren(...document.importNode(fresh, true).childNodes);
    const was = new Map(open);
    [...this.querySelectorAll('details')].forEach((part, at) => { part.open = was.get(part.dataset.key ?? at) ?? part.open; });
    [...this.querySelectorAll('.scroll')].forEach((list, at) => { list.scrollTop = places[at] ?? 0; });
    if (!fresh.getAttribute('every')) clearInterval(this.timer);
  }
}
customElements.define('sr-again', SrAgain);
