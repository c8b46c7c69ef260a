// <sr-drop>: files may be dropped on the field, and the chosen ones are listed with their size.
class SrDrop extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector('input[type="file"]');
    this.list = this.querySelector('.drop-files');
    this.input.addEventListener('change', () => this.show());
    for (const name of ['dragenter', 'dragover']) this.addEventListener(name, (e) => { e.preventDefault(); this.classList.add('is-over'); });
    for (const name of ['dragleave', 'drop']) this.addEventListener(name, (e) => { if (name === 'drop' || !this.contains(e.relatedTarget)) this.classList.remove('is-over'); });
    this.addEventListener('drop', (e) => {
      e.preventDefault();
      const bag = new DataTransfer();
      for (const file of [...this.input.files, ...e.dataTransfer.files]) if (this.input.multiple || !bag.items.length) bag.items.add(file);
      this.input.files = bag.files;
      this.show();
    });
  }

  show() {
    const lang = document.documentElement.lang;
    this.list.replaceChildren(...[...this.input.files].map((file) => {
      const row = document.createElement('li');
      const size = document.createElement('span');
      const big = file.size >= 1048576;
      size.className = 'muted';
      size.textContent = new Intl.NumberFormat(lang, { style: 'unit', unit: big ? 'megabyte' : 'kilobyte', maximumFractionDigits: 1 }).format(file.size / (big ? 1048576 : 1024));
      row.append(file.name, size);
      return row;
    }));
  }
}
customElements.define('sr-drop', SrDrop);
