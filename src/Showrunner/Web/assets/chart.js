// <sr-chart>: draws the table that stands below it. The table's texts are the exact values; nothing is formatted twice.
const CHANNELS = { live: '--c-live', video: '--c-video', product_card: '--c-card', link: '--c-link' };
const FIXED = ['--c-live', '--c-video', '--c-card', '--c-link', '--c-5', '--c-6', '--c-7', '--c-8'];
const still = matchMedia('(prefers-reduced-motion: reduce)');
const darkness = matchMedia('(prefers-color-scheme: dark)');

function read(table) {
  const heads = [...table.tHead.rows[0].cells].slice(1);
  const rows = [...table.tBodies[0].rows];
  return {
    labels: rows.map((row) => row.cells[0].textContent.trim()),
    named: rows.length > 0 && !rows[0].cells[0].dataset.short,
    short: rows.map((row) => row.cells[0].dataset.short || row.cells[0].textContent.trim()),
    events: rows.map((row, at) => ({ at, name: row.dataset.event })).filter((event) => event.name),
    series: heads.map((head, at) => ({
      name: head.textContent.trim(), role: head.dataset.role, channel: head.dataset.channel, unit: head.dataset.unit, sign: head.dataset.sign,
      values: rows.map((row) => { const v = row.cells[at + 1].dataset.v; return v === undefined || v === '' ? null : Number(v); }),
      texts: rows.map((row) => row.cells[at + 1].textContent.trim()),
    })),
  };
}

function el(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function stroke(color, dashed, block) {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  const mark = document.createElementNS(ns, block ? 'rect' : 'path');
  svg.setAttribute('viewBox', '0 0 14 8');
  if (block) { mark.setAttribute('width', 10); mark.setAttribute('height', 8); mark.setAttribute('rx', 2); mark.setAttribute('fill', color); } else {
    mark.setAttribute('d', 'M0 4h14'); mark.setAttribute('stroke', color); mark.setAttribute('stroke-width', 2);
    if (dashed) mark.setAttribute('stroke-dasharray', '3 2');
  }
  svg.append(mark);
  return svg;
}

class SrChart extends HTMLElement {
  async connectedCallback() {
    const table = this.parentElement.querySelector('.chart-data table');
    if (!table) return;
    this.data = read(table);
    this.echarts = await import(this.getAttribute('lib') || '/lib/echarts.esm.min.js');
    if (!this.isConnected) return;
    this.legend = el('div', 'chart-key');
    this.before(this.legend);
    this.chart = this.echarts.init(this, null, { renderer: 'canvas' });
    this.draw();
    this.toggleAttribute('ready', true);
    this.watcher = new ResizeObserver(() => { this.chart.resize(); this.draw(); });
    this.watcher.observe(this);
    darkness.addEventListener('change', this.redraw);
  }

  disconnectedCallback() {
    this.watcher?.disconnect();
    darkness.removeEventListener('change', this.redraw);
    this.chart?.dispose();
  }

  redraw = () => this.draw();

  color(name) {
    const probe = el('i');
    probe.style.color = `var(${name})`;
    this.append(probe);
    const color = getComputedStyle(probe).color;
    probe.remove();
    return color;
  }

  seriesColor(series, at) {
    if (series.channel && CHANNELS[series.channel]) return this.color(CHANNELS[series.channel]);
    if (series.role === 'context') return this.color('--context');
    if (series.role === 'compare' || series.role === 'usual') return this.color('--ink-3');
    return this.color(series.role === 'channel' ? FIXED[at % FIXED.length] : at === 0 ? '--accent' : FIXED[at % FIXED.length]);
  }

  axis(value, unit = this.getAttribute('unit')) {
    const lang = this.getAttribute('lang') === 'en' ? 'en-US' : this.getAttribute('lang');
    const text = new Intl.NumberFormat(lang, { notation: Math.abs(value) >= 10000 ? 'compact' : 'standard', maximumFractionDigits: 2 }).format(value);
    return unit === 'rate' ? `${text}\u00a0%` : text;
  }

  draw() {
    if (this.getAttribute('kind') === 'scatter') return this.drawPoints();
    const { labels, short, named, events, series } = this.data;
    const kind = this.getAttribute('kind');
    const bars = kind === 'bar' || kind === 'stack';
    const narrow = this.clientWidth < 560;
    const shown = series.map((one, at) => ({ ...one, at, color: this.seriesColor(one, at), dashed: one.role === 'compare' || one.role === 'usual', drawn: bars && one.role !== 'usual' }));
    const direct = !bars && kind !== 'area' && series.length > 1 && series.length <= 5 && !narrow && this.apart(shown);
    this.legend.replaceChildren();
    if (series.length > 1 && !direct) for (const one of shown) { const key = el('span'); key.append(stroke(one.color, one.dashed, one.drawn), one.name); this.legend.append(key); }
    const ink = this.color('--ink-3'), line = this.color('--line'), panel = this.color('--panel'), font = getComputedStyle(document.body).fontFamily;
    const sign = this.getAttribute('sign');
    const widest = direct ? Math.min(160, Math.max(...shown.map((one) => one.name.length)) * 7 + 12) : 8;
    this.chart.setOption({
      animation: !still.matches && !this.hasAttribute('ready'), animationDuration: 300, textStyle: { fontFamily: font, color: ink },
      aria: { enabled: false },
      grid: { left: 4, right: widest, top: sign ? 26 : 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      tooltip: {
        trigger: 'axis', axisPointer: { type: bars ? 'shadow' : 'line', lineStyle: { color: ink, width: 1 }, shadowStyle: { color: 'rgba(128,136,150,.1)' } }, confine: true, transitionDuration: 0,
        backgroundColor: panel, borderColor: this.color('--line-strong'), padding: [8, 12], extraCssText: 'border-radius:8px;box-shadow:0 8px 24px rgb(16 20 28 / 14%)',
        formatter: (points) => this.tip(points[0].dataIndex, shown, bars),
      },
      xAxis: {
        type: 'category', data: short, boundaryGap: bars, axisTick: { show: false }, axisLine: { lineStyle: { color: this.color('--line-strong') } },
        axisLabel: { color: ink, fontSize: 12, margin: 10, ...(named ? this.names(labels.length) : { hideOverlap: true, interval: this.every(labels.length), alignMinLabel: bars ? undefined : 'left', alignMaxLabel: bars || direct ? undefined : 'right' }) },
      },
      yAxis: {
        type: 'value', name: sign ?? '', nameTextStyle: { color: ink, align: 'left', fontSize: 12 }, nameGap: 12, scale: false, splitNumber: 4,
        axisLabel: { color: ink, fontSize: 12, formatter: (v) => this.axis(v) }, splitLine: { lineStyle: { color: line } },
      },
      series: shown.map((one) => ({
        name: one.name, type: one.drawn ? 'bar' : 'line', data: one.values, stack: kind === 'stack' || kind === 'area' ? 'all' : undefined,
        z: one.role === 'subject' ? 5 : 3, color: one.color, symbol: 'circle', symbolSize: 6, showSymbol: labels.length < 2 && one.role !== 'usual', connectNulls: false,
        areaStyle: kind === 'area' ? { opacity: .75 } : undefined,
        lineStyle: { width: one.role === 'subject' ? 2.25 : 1.5, type: one.dashed ? [4, 4] : 'solid', color: one.color },
        itemStyle: { color: one.color, borderRadius: kind === 'bar' ? [3, 3, 0, 0] : 0, borderColor: kind === 'stack' ? panel : undefined, borderWidth: kind === 'stack' ? .5 : 0 },
        barMaxWidth: 36, barCategoryGap: '28%',
        emphasis: { focus: 'none', lineStyle: { width: one.role === 'subject' ? 2.25 : 1.5 } },
        endLabel: direct ? { show: true, formatter: one.name, color: one.color, fontSize: 12, distance: 6, fontWeight: one.role === 'subject' ? 600 : 400 } : undefined,
        labelLayout: direct ? { moveOverlap: 'shiftY' } : undefined,
        markLine: one.at === 0 && events.length ? {
          silent: true, symbol: 'none', animation: false, lineStyle: { color: ink, type: 'solid', width: 1, opacity: .6 },
          label: { formatter: (mark) => mark.name, color: this.color('--ink-2'), fontSize: 12, position: 'insideEndTop', rotate: 0, distance: [0, -2] },
          data: this.apartMarks(events, labels.length),
        } : undefined,
      })),
    }, { notMerge: true });
  }

  // Names of events stand beside their line where they have room; the tip under the pointer tells all of them.
  apartMarks(events, count) {
    const step = this.clientWidth / Math.max(count, 1);
    let taken = -Infinity;
    return events.map((event) => {
      const wide = event.name.length * 6.5 + 12, late = event.at > count / 2;
      const from = event.at * step - (late ? wide : 0), show = from >= taken && from >= 0 && from + wide <= this.clientWidth;
      if (show) taken = from + wide;
      return { xAxis: event.at, name: event.name, label: { show, align: late ? 'right' : 'left', offset: [late ? -6 : 6, 8] } };
    });
  }

  // A point for each label: the first series is its place along, the second its place up.
  drawPoints() {
    const { labels, series: [along, up] } = this.data;
    const ink = this.color('--ink-3'), font = getComputedStyle(document.body).fontFamily;
    const axis = (one, more) => ({
      type: 'value', scale: false, name: one.sign ? `${one.name} (${one.sign})` : one.name, nameTextStyle: { color: ink, fontSize: 12, ...more.text }, splitNumber: 4,
      axisLabel: { color: ink, fontSize: 12, hideOverlap: true, formatter: (v) => this.axis(v, one.unit) }, splitLine: { lineStyle: { color: this.color('--line') } }, ...more.axis,
    });
    this.chart.setOption({
      animation: false, textStyle: { fontFamily: font, color: ink }, aria: { enabled: false }, grid: { left: 4, right: 16, top: 30, bottom: 24, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      tooltip: {
        trigger: 'item', confine: true, transitionDuration: 0, backgroundColor: this.color('--panel'), borderColor: this.color('--line-strong'), padding: [8, 12],
        formatter: (point) => this.tip(point.dataIndex, this.data.series.map((one) => ({ ...one, color: this.color('--accent') })), true),
      },
      xAxis: axis(along, { text: {}, axis: { nameLocation: 'middle', nameGap: 28 } }),
      yAxis: axis(up, { text: { align: 'left' }, axis: { nameGap: 12 } }),
      series: [{ type: 'scatter', data: labels.map((_, at) => [along.values[at], up.values[at]]), symbolSize: 9, itemStyle: { color: this.color('--accent'), opacity: .65 } }],
    }, { notMerge: true });
  }

  // Names at the line ends only where the ends do not crowd.
  apart(shown) {
    const ends = shown.map((one) => one.values.findLast((v) => v !== null)).filter((v) => v !== undefined).sort((a, b) => a - b);
    const top = Math.max(...shown.flatMap((one) => one.values.filter((v) => v !== null)), 0) || 1;
    return ends.every((v, at) => at === 0 || (v - ends[at - 1]) / top > .07);
  }

  /** Each group says its name: over several lines where they have room, slanted where they have not. */
  names(count) {
    const room = (this.clientWidth - 70) / count - 8;
    return room >= 64 ? { interval: 0, width: room, overflow: 'break', lineHeight: 15 } : { interval: room >= 12 ? 0 : 'auto', rotate: 40, width: Math.min(104, this.clientHeight * .38), overflow: 'truncate' };
  }

  every(count) {
    const fit = Math.max(2, Math.floor(this.clientWidth / 84));
    return count <= fit ? 0 : Math.ceil(count / fit) - 1;
  }

  tip(at, shown, bars) {
    const box = el('div', 'tip');
    box.append(el('div', 'tip-head', this.data.labels[at]));
    for (const one of shown) {
      const row = el('div', 'tip-row');
      row.append(stroke(one.color, one.dashed, bars), el('span', '', one.name), el('b', '', one.texts[at]));
      box.append(row);
    }
    for (const event of this.data.events) if (event.at === at) box.append(el('div', 'tip-event', event.name));
    return box;
  }
}

customElements.define('sr-chart', SrChart);
