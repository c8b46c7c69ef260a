// Menu, keys, drop-downs, definitions, copying, selection. Everything here is a comfort: pages work without it.
const root = document.documentElement;
const typing = (e) => e.target.closest('input, textarea, select, [contenteditable]');

function fold() {
  const folded = root.dataset.menu !== 'icons';
  if (folded) root.dataset.menu = 'icons'; else delete root.dataset.menu;
  document.cookie = `sr_menu=${folded ? 'icons' : 'wide'}; path=/; max-age=31536000; samesite=lax`;
  dispatchEvent(new Event('resize'));
}

document.addEventListener('click', (e) => {
  for (const open of document.querySelectorAll('details[data-drop][open]')) if (!open.contains(e.target)) open.open = false;
  if (e.target.closest('[data-menu-toggle]')) fold();
  const define = e.target.closest('[data-define]');
  if (define && !e.metaKey && !e.ctrlKey && !e.shiftKey && e.button === 0) { e.preventDefault(); explain(define); }
  const close = e.target.closest('.notice-close');
  if (close) { e.preventDefault(); close.closest('.notice').remove(); }
  const copy = e.target.closest('[data-copy]');
  if (copy) copyFrom(copy);
});

async function explain(link) {
  const answer = await fetch(`/define/${encodeURIComponent(link.dataset.define)}`).catch(() => null);
  const text = answer?.ok ? (await answer.text()).trim() : '';
  if (!text) { location.href = link.href; return; }
  const inside = link.closest('#define-pop');
  const pop = inside ?? document.getElementById('define-pop') ?? document.body.appendChild(Object.assign(document.createElement('div'), { id: 'define-pop', popover: 'auto' }));
  const fragment = new DOMParser().parseFromString(text, 'text/html').body;
  pop.replaceChildren(...fragment.childNodes);
  if (inside) return;
  pop.showPopover();
  const at = link.getBoundingClientRect();
  const size = pop.getBoundingClientRect();
  pop.style.left = `${Math.max(8, Math.min(at.left, innerWidth - size.width - 8)) + scrollX}px`;
  pop.style.top = `${(at.bottom + size.height + 12 < innerHeight ? at.bottom + 6 : Math.max(8, at.top - size.height - 6)) + scrollY}px`;
}

async function copyFrom(button) {
  const field = button.closest('.copy').querySelector('input');
  try { await navigator.clipboard.writeText(field.value); } catch { field.select(); document.execCommand('copy'); }
  const label = button.querySelector('span');
  const before = label.textContent;
  label.textContent = button.dataset.copy;
  setTimeout(() => { label.textContent = before; }, 1600);
}

// Boxes whose content is wider than they are show at their edge that it goes on.
const edge = (box) => box.toggleAttribute('data-more', box.scrollWidth - box.clientWidth - box.scrollLeft > 2);
const widths = new ResizeObserver((seen) => { for (const { target } of seen) edge(target.closest('.scroll')); });
for (const box of document.querySelectorAll('.scroll')) { widths.observe(box); if (box.firstElementChild) widths.observe(box.firstElementChild); }
document.addEventListener('scroll', (e) => { if (e.target.classList?.contains('scroll')) edge(e.target); }, { capture: true, passive: true });

// Rows: j and k walk, Enter opens, x selects.
let here = null;
function walk(step) {
  const rows = [...document.querySelectorAll('[data-rows] > tbody > tr')];
  if (!rows.length) return;
  const at = Math.max(0, Math.min(rows.length - 1, here ? rows.indexOf(here) + step : 0));
  here?.classList.remove('is-here');
  here = rows[at];
  here.classList.add('is-here');
  here.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('keydown', (e) => {
  if (e.key === 'Escape') for (const open of document.querySelectorAll('details[data-drop][open]')) { open.open = false; open.querySelector('summary').focus(); }
  if (typing(e) || e.metaKey || e.ctrlKey || e.altKey) return;
  const keys = {
    '/': () => { const field = document.querySelector('[data-search]'); if (field?.offsetParent) field.focus(); else location.href = '/search'; },
    'j': () => walk(1),
    'k': () => walk(-1),
    'x': () => here?.querySelector('input[name="id"]')?.click(),
    '[': fold,
    '?': () => document.getElementById('keys')?.togglePopover(),
  };
  if (keys[e.key]) { e.preventDefault(); keys[e.key](); }
  if (e.key === 'Enter' && here && (e.target === document.body || e.target.closest('main') === e.target)) here.querySelector('a')?.click();
});

document.addEventListener('change', (e) => {
  const form = e.target.closest('form[data-bulk]');
  if (e.target.matches('[data-autosubmit]')) e.target.form.requestSubmit();
  if (!form) return;
  const boxes = [...form.querySelectorAll('tbody input[name="id"]')];
  if (e.target.matches('[data-pick-all]')) for (const box of boxes) box.checked = e.target.checked;
  const chosen = boxes.filter((box) => box.checked).length;
  const all = form.querySelector('[data-pick-all]');
  all.checked = chosen === boxes.length;
  all.indeterminate = chosen > 0 && chosen < boxes.length;
  const count = form.querySelector('[data-bulk-count]');
  count.textContent = count.dataset.words.replace('#', chosen);
});
