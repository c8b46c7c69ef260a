// <sr-job>: asks how far a job is and shows it; goes to the result when it is done, unless a form is being filled in or sent off.
class SrJob extends HTMLElement {
  connectedCallback() {
    if (!this.hasAttribute('data-running')) return;
    this.busy = () => { this.isBusy = true; };
    for (const event of ['input', 'submit']) document.addEventListener(event, this.busy);
    this.timer = setTimeout(() => this.ask(), 600);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    for (const event of ['input', 'submit']) document.removeEventListener(event, this.busy);
  }

  async ask() {
    let wait = 1000;
    try {
      const answer = await fetch(this.getAttribute('src'), { headers: { accept: 'application/json' }, cache: 'no-store' });
      if (answer.status === 401 || answer.status === 404) return;
      const job = await answer.json();
      this.show(job);
      if (job.state !== 'waiting' && job.state !== 'running') {
        const result = job.state === 'done' && job.resultUrl?.startsWith('/') ? job.resultUrl : null;
        if (this.isBusy) this.offer(result ?? location.href); else if (result) location.assign(result); else location.reload();
        return;
      }
    } catch { wait = 4000; }
    this.timer = setTimeout(() => this.ask(), document.hidden ? 5000 : wait);
  }

  offer(address) {
    const link = document.createElement('a');
    [link.href, link.className, link.textContent] = [address, 'btn', this.dataset.result];
    this.querySelector('.job-foot').replaceChildren(link);
  }

  show(job) {
    const number = new Intl.NumberFormat(this.lang === 'en' ? 'en-GB' : this.lang, { maximumFractionDigits: 0 });
    const say = (name, ...parts) => parts.reduce((text, part, at) => text.replace(parts.length > 1 ? `#${at + 1}` : '#', part), this.getAttribute(`data-${name}`));
    const part = (name) => this.querySelector(`[data-${name}]`);
    this.dataset.state = job.state;
    if (job.message) part('message').textContent = job.message;
    const bar = this.querySelector('progress');
    if (job.total) {
      bar.max = job.total; bar.value = job.done;
      part('percent').textContent = new Intl.NumberFormat(this.lang, { style: 'percent', maximumFractionDigits: 0 }).format(job.done / job.total);
    } else bar.removeAttribute('value');
    const left = job.secondsLeft;
    part('detail').textContent = [
      job.total ? say('of', number.format(job.done), number.format(job.total)) : null,
      job.rate ? say('rate', number.format(job.rate)) : null,
      left != null ? say('left', left < 90 ? say('seconds', Math.ceil(left)) : say('minutes', Math.round(left / 60))) : null,
    ].filter(Boolean).join(' · ');
  }
}
customElements.define('sr-job', SrJob);
