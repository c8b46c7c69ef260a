// <sr-slider>: a range beside a number field. In a form with data-live="#part" a change fetches the form's page and puts its part in place.
class SrSlider extends HTMLElement {
  connectedCallback() {
    if (this.firstElementChild) return;
    const field = this.parentElement.querySelector('input');
    const range = document.createElement('input');
    range.type = 'range';
    for (const name of ['min', 'max', 'step']) range.setAttribute(name, this.getAttribute(name));
    range.setAttribute('aria-label', this.getAttribute('label'));
    const take = () => { range.value = field.value.trim() === '' ? range.max : field.value.replace(/[^0-9]/g, ''); };
    take();
    range.addEventListener('input', () => { field.value = range.value; });
    range.addEventListener('change', () => field.dispatchEvent(new Event('change', { bubbles: true })));
    field.addEventListener('input', take);
    this.append(range);
  }
}
customElements.define('sr-slider', SrSlider);

let asked = 0;
async function refresh(form) {
  const mine = ++asked;
  const url = new URL(form.action);
  for (const [name, value] of new FormData(form)) if (value !== '') url.searchParams.append(name, value);
  const part = document.querySelector(form.dataset.live);
  part.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(url, { headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (mine !== asked) return;
    const fresh = page.querySelector(form.dataset.live);
    if (!answer.ok || !fresh) { location.href = url; return; }
    part.replaceWith(document.adoptNode(fresh));
    const [now, then] = [document.querySelector('.page-state'), page.querySelector('.page-state')];
    if (now && then) now.textContent = then.textContent;
    history.replaceState(null, '', url);
  } catch { if (mine === asked) form.submit(); }
}

document.addEventListener('change', (e) => {
  const form = e.target.closest('form[data-live]');
  if (form && form.reportValidity()) refresh(form);
});
document.addEventListener('submit', (e) => {
  if (e.target.matches('form[data-live]')) { e.preventDefault(); refresh(e.target); }
});
