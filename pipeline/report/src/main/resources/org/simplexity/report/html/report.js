(function () {
  'use strict';

  const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
  const palette = JSON.parse(document.getElementById('palette').textContent);
  const charts = [];
  let printing = false;

  const dark = () => prefersDark.matches && !printing;
  const colour = (index) => palette[dark() ? 'dark' : 'light'][index % palette.light.length];

  function theme() {
    const style = getComputedStyle(document.documentElement);
    const value = (name) => style.getPropertyValue('--' + name).trim();
    return {
      paper: value('paper'), panel: value('panel'), ink: value('ink'),
      soft: value('soft'), line: value('line'),
    };
  }

  /* Numbers, written as org.simplexity.report.content.Quantity writes them; shorter on axes. */
  const threeDigits = (v) => v.toFixed(Math.abs(v) < 9.995 ? 2 : Math.abs(v) < 99.95 ? 1 : 0);
  const twoDigits = (v) => String(v).padStart(2, '0');
  const short = (v) => String(Number(v.toPrecision(4)));
  const quantities = {
    fraction: (v) => v.toFixed(4),
    count: (v) => {
      const size = Math.abs(v);
      if (size < 999.5) return v.toFixed(Number.isInteger(v) ? 0 : 1);
      if (size < 999500) return threeDigits(v / 1e3) + ' k';
      return size < 999500000 ? threeDigits(v / 1e6) + ' M' : threeDigits(v / 1e9) + ' G';
    },
    seconds: (v) => {
      if (v < 59.95) return v < 0.9995 ? (v * 1000).toFixed(0) + ' ms' : v.toFixed(1) + ' s';
      const s = Math.round(v);
      if (s < 3600) return Math.floor(s / 60) + ' min ' + twoDigits(s % 60) + ' s';
      const m = Math.round(v / 60);
      return m < 1440
        ? Math.floor(m / 60) + ' h ' + twoDigits(m % 60) + ' min'
        : Math.floor(m / 1440) + ' d ' + twoDigits(Math.floor((m % 1440) / 60)) + ' h';
    },
    megabytes: (v) => (v < 1023.5 ? v.toFixed(0) + ' MiB' : threeDigits(v / 1024) + ' GiB'),
    number: (v) => (v !== 0 && (Math.abs(v) < 1e-3 || Math.abs(v) >= 1e6) ? v.toExponential(2) : short(v)),
  };
  const format = (quantity, v) => (v === null || v === undefined ? '–' : quantities[quantity](v));
  const formatTick = (quantity, v) =>
    (quantity === 'fraction' ? short(v) : quantities[quantity](v).replace(/\.0+(?= |$)/, ''));

  /** A colour between two, each #rrggbb. */
  function mix(one, other, share) {
    const channel = (hex, at) => parseInt(hex.slice(at, at + 2), 16);
    const between = [1, 3, 5].map((at) => Math.round((1 - share) * channel(one, at) + share * channel(other, at)));
    return '#' + between.map((v) => v.toString(16).padStart(2, '0')).join('');
  }

  function text(tag, content, className) {
    const element = document.createElement(tag);
    element.textContent = content;
    if (className) element.className = className;
    return element;
  }

  /** A tooltip built of nodes, so that no name can pose as markup. */
  function tip(heading, rows) {
    const box = text('div', heading, 'tip');
    const table = document.createElement('table');
    for (const [mark, name, value] of rows) {
      const row = table.insertRow();
      const label = row.insertCell();
      const dot = text('span', '\u25cf ');
      dot.style.color = mark;
      label.append(dot, name);
      row.insertCell().textContent = value;
    }
    box.append(table);
    return box;
  }

  function frame(t) {
    return {
      animation: false,
      backgroundColor: 'transparent',
      textStyle: { color: t.ink, fontFamily: getComputedStyle(document.body).fontFamily },
    };
  }

  function tooltip(t, trigger, formatter) {
    return {
      trigger, formatter, confine: true, backgroundColor: t.panel, borderColor: t.line,
      textStyle: { color: t.ink, fontSize: 13 },
      axisPointer: { type: 'line', lineStyle: { color: t.soft, type: 'solid', width: 1 } },
    };
  }

  function axis(spec, t, vertical) {
    return {
      type: spec.logarithmic ? 'log' : 'value',
      name: spec.name, nameLocation: 'middle', nameGap: vertical ? 52 : 28,
      nameTextStyle: { color: t.soft },
      scale: true, ...(vertical ? {} : { min: 'dataMin', max: 'dataMax' }), minInterval: spec.quantity === 'count' && !spec.logarithmic ? 1 : 0,
      axisLabel: { color: t.soft, hideOverlap: true, formatter: (v) => formatTick(spec.quantity, v) },
      axisLine: { show: !vertical, lineStyle: { color: t.line } },
      axisTick: { show: !vertical, lineStyle: { color: t.line } },
      splitLine: { show: vertical, lineStyle: { color: t.line, opacity: 0.6 } },
    };
  }

  /** The area of one spread around a curve; hidden and shown with it. */
  function band(s, index) {
    const places = s.points
      .map(([x, y], i) => [x, y - s.spread[i], y + s.spread[i], y])
      .filter((place) => place.every(Number.isFinite) && place[3] !== null);
    return {
      type: 'custom', name: s.name, id: 'band' + index, silent: true, clip: true, z: 1,
      data: places.map((place) => place.slice(0, 3)), encode: { x: 0, y: [1, 2] }, color: colour(s.colour),
      renderItem: (params, api) => (params.dataIndexInside > 0 ? null : {
        type: 'polygon', style: { fill: colour(s.colour), opacity: 0.16 },
        shape: {
          points: [
            ...places.map(([x, low]) => api.coord([x, low])),
            ...places.map(([x, , high]) => api.coord([x, high])).reverse(),
          ],
        },
      }),
    };
  }

  function lines(spec, t, chart) {
    const single = (series) => series.points.length === 1;
    const formatter = (all) => {
      const items = all.filter((i) => i.seriesType === 'line');
      return items.length === 0 ? '' : tip(spec.x.name + ' ' + format(spec.x.quantity, items[0].value[0]),
        items.map((i) => [i.color, i.seriesName, format(spec.y.quantity, i.value[1])]));
    };
    const loose = spec.series.some((s) => s.loose);
    const one = (i) => (i.seriesType !== 'line' ? '' : tip(spec.x.name + ' ' + format(spec.x.quantity, i.value[0]),
      [[i.color, i.seriesName, format(spec.y.quantity, i.value[1])]]));
    return {
      ...frame(t),
      tooltip: loose ? tooltip(t, 'item', one) : tooltip(t, 'axis', formatter),
      legend: { show: false, selected: chart.shown },
      grid: { top: 10, right: 16, bottom: 48, left: 72 },
      xAxis: axis(spec.x, t, false),
      yAxis: axis(spec.y, t, true),
      series: [...spec.series.flatMap((s, i) => (s.spread ? [band(s, i)] : [])), ...spec.series.map((s) => ({
        type: 'line', name: s.name, data: s.points, color: colour(s.colour),
        showSymbol: single(s) || s.points.length <= 12, symbol: 'circle', symbolSize: 5,
        lineStyle: { width: s.loose ? 0 : 2, type: s.dashed ? [6, 4] : 'solid' },
        ...(s.loose ? { showSymbol: true, symbolSize: 8 } : {}),
        emphasis: { disabled: true },
      }))],
    };
  }

  function shares(spec, t) {
    const formatter = (items) =>
      tip('epoch ' + items[0].axisValue,
        items.slice().reverse().map((i) => [i.color, i.seriesName, i.value.toFixed(3)]));
    return {
      ...frame(t),
      tooltip: tooltip(t, 'axis', formatter),
      grid: { top: 6, right: 6, bottom: 18, left: 26 },
      xAxis: {
        type: 'category', data: spec.epochs, boundaryGap: spec.epochs.length === 1,
        axisLabel: {
          color: t.soft, fontSize: 10, margin: 5,
          interval: (i) => i === 0 || i === spec.epochs.length - 1,
          alignMinLabel: 'left', alignMaxLabel: 'right',
        },
        axisLine: { lineStyle: { color: t.line } }, axisTick: { show: false },
      },
      yAxis: {
        type: 'value', min: 0, max: 1, interval: 0.5,
        axisLabel: { color: t.soft, fontSize: 10, margin: 4 }, splitLine: { show: false },
      },
      series: spec.series.map((s) => ({
        type: spec.epochs.length === 1 ? 'bar' : 'line', stack: 'shares', name: s.name,
        data: s.shares, color: colour(s.colour), symbol: 'none', barWidth: '60%',
        lineStyle: { width: 0.8, color: t.paper }, areaStyle: { opacity: 0.85 },
        emphasis: { disabled: true },
      })),
    };
  }

  const broken = (name) => name.replaceAll('_', '_\n');

  function heat(spec, t, chart) {
    const gamma = spec.frames[chart.chosen].gamma;
    const cells = [];
    gamma.forEach((row, y) => row.forEach((v, x) => cells.push([x, y, v])));
    const labels = { color: t.soft, fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--mono'), fontSize: 12 };
    const formatter = (item) =>
      tip('edge ' + spec.edges[item.value[1]],
        [[item.color, spec.operations[item.value[0]], item.value[2].toFixed(4)]]);
    return {
      ...frame(t),
      tooltip: tooltip(t, 'item', formatter),
      grid: { top: spec.operations.length > 6 ? 52 : 30, right: 8, bottom: 8, left: 52 },
      xAxis: {
        type: 'category', position: 'top', data: spec.operations,
        axisLabel: { ...labels, interval: 0, lineHeight: 14, formatter: spec.operations.length > 6 ? broken : null },
        axisLine: { show: false }, axisTick: { show: false },
      },
      yAxis: {
        type: 'category', inverse: true, data: spec.edges,
        axisLabel: labels, axisLine: { show: false }, axisTick: { show: false },
      },
      visualMap: { show: false, min: 0, max: 1, inRange: { color: [t.panel, mix(t.panel, colour(0), 0.55)] } },
      series: [{
        type: 'heatmap', data: cells, itemStyle: { borderColor: t.paper, borderWidth: 2, borderRadius: 4 },
        label: {
          show: true, fontSize: 11, formatter: (item) => item.value[2].toFixed(2),
          color: t.ink,
        },
        emphasis: { disabled: true },
      }],
    };
  }

  /** Two charts over λ, side by side where there is room: the model in colour, the others pale. */
  function dial(spec, t, chart) {
    const wide = chart.canvas.clientWidth > 640;
    const model = spec.models[chart.model];
    const here = model.positions[chart.chosen];
    const all = spec.models.flatMap((m) => m.positions.map((p) => p.lambda));
    const panels = [['accuracy', 'accuracy', 0], ['removable', 'share prunable', 2]];
    const points = (m, key) => m.positions.map((p) => [p.lambda, p[key].mean]);
    const series = panels.flatMap(([key, name, number], panel) => {
      const axes = { xAxisIndex: panel, yAxisIndex: panel };
      const others = spec.models.filter((m) => m !== model).map((m) => ({
        ...axes, type: 'line', name: m.name, data: points(m, key), silent: true, symbol: 'none',
        lineStyle: { width: 1, color: t.soft, opacity: 0.35 }, emphasis: { disabled: true },
      }));
      const spread = model.positions.map((p) => p[key].deviation);
      const own = {
        ...axes, type: 'line', name: model.name, data: points(model, key), color: colour(number),
        symbol: 'circle', symbolSize: 5, lineStyle: { width: 2.5 }, emphasis: { disabled: true }, z: 3,
        markLine: {
          silent: true, symbol: 'none', label: { show: false }, animation: false, precision: 12,
          lineStyle: { color: t.ink, type: 'solid', width: 1 }, data: [{ xAxis: here.lambda }],
        },
      };
      const marker = {
        ...axes, type: 'scatter', name: 'chosen', data: [[here.lambda, here[key].mean]], silent: true, z: 4,
        symbolSize: 13, itemStyle: { color: colour(number), borderColor: t.panel, borderWidth: 2.5 },
      };
      const shadow = spread.some((half) => half > 0)
        ? [{ ...band({ ...own, points: points(model, key), spread, colour: number, name: model.name }, key), ...axes }] : [];
      return [...others, ...shadow, own, marker];
    });
    const at = (panel) => (wide
      ? { top: 30, bottom: 44, left: panel ? '55.5%' : 52, right: panel ? 16 : '51%' }
      : { top: panel ? '56%' : 30, bottom: panel ? 44 : '57%', left: 52, right: 16 });
    return {
      ...frame(t),
      tooltip: { show: false },
      legend: { show: false },
      grid: panels.map((panel, index) => at(index)),
      xAxis: panels.map((panel, index) => ({
        ...axis({ name: 'λ', quantity: 'number', logarithmic: true }, t, false),
        gridIndex: index, min: Math.min(...all), max: Math.max(...all),
      })),
      yAxis: panels.map(([, name], index) => ({
        ...axis({ name, quantity: 'fraction', logarithmic: false }, t, true),
        gridIndex: index, nameLocation: 'end', nameGap: 10, splitNumber: 4,
        nameTextStyle: { color: t.soft, align: 'left', padding: [0, 0, 0, -44] },
      })),
      series,
    };
  }

  const options = { lines, shares, heat, dial };

  /** Brings a dial to life: its slider goes through the λ at which the chosen model was measured. */
  function prepareDial(figure, chart) {
    const [models, knob, words] = ['select', 'input', 'output'].map((tag) => figure.querySelector(tag));
    const positions = () => chart.spec.models[chart.model].positions;
    function turn() {
      const here = positions()[chart.chosen];
      knob.max = positions().length - 1;
      knob.value = chart.chosen;
      knob.disabled = positions().length === 1;
      knob.setAttribute('aria-valuetext', 'λ = ' + here.words);
      words.textContent = 'λ = ' + here.words;
      figure.querySelectorAll('dd').forEach((reading) => {
        const figures = here[reading.dataset.reading];
        reading.replaceChildren(figures.text, text('small', figures.spread));
      });
      update(chart);
    }
    models.addEventListener('change', () => {
      const before = Math.log(positions()[chart.chosen].lambda);
      chart.model = models.selectedIndex;
      const far = positions().map((p) => Math.abs(Math.log(p.lambda) - before));
      chart.chosen = far.indexOf(Math.min(...far));
      turn();
    });
    knob.addEventListener('input', () => {
      chart.chosen = Number(knob.value);
      turn();
    });
    const lengths = chart.spec.models.map((m) => m.positions.length);
    chart.model = lengths.indexOf(Math.max(...lengths));
    models.selectedIndex = chart.model;
    chart.chosen = Math.floor(positions().length / 2);
    figure.querySelector('.panel').hidden = false;
    figure.querySelector('details').open = false;
    turn();
  }

  /** Brings a map of prices to life: the place nearest to the pointer, or to the sliders, is shown. */
  function prepareMap(figure) {
    const spec = JSON.parse(figure.querySelector('script').textContent);
    const [drawing, shade, range] = ['.pick svg', 'select', '.shade small'].map((s) => figure.querySelector(s));
    const dots = Array.from(figure.querySelectorAll('.place'));
    const knobs = Array.from(figure.querySelectorAll('.sliders input'));
    const [at, ...readings] = figure.querySelectorAll('.readings dd');
    const cells = Array.from(figure.querySelectorAll('.cells'));
    const square = (a, b) => a.reduce((sum, v, k) => sum + (v - b[k]) * (v - b[k]), 0);
    const spots = dots.map((dot) => [Number(dot.getAttribute('cx')), Number(dot.getAttribute('cy'))]);
    let chosen = spec.first;

    function nearest(all, spot) {
      const far = all.map((other) => square(other, spot));
      return far.indexOf(Math.min(...far));
    }
    function show(place) {
      chosen = place;
      const here = spec.places[place];
      at.textContent = here.words;
      readings.forEach((reading, i) => { reading.textContent = spec.structures[here.structure].texts[i]; });
      cells.forEach((cell, i) => { cell.hidden = i !== here.structure; });
      dots.forEach((dot, i) => dot.classList.toggle('chosen', i === place));
      if (dots.length > 0) drawing.append(dots[place]);
    }
    function paint() {
      const values = spec.structures.map((s) => s.values[shade.selectedIndex]);
      const texts = spec.structures.map((s) => s.texts[shade.selectedIndex]);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      range.textContent = 'pale ' + texts[values.indexOf(low)] + ', dark ' + texts[values.indexOf(high)];
      dots.forEach((dot, i) => {
        const share = high > low ? (values[spec.places[i].structure] - low) / (high - low) : 0.5;
        dot.style.setProperty('--shade', 15 + 85 * share + '%');
      });
    }
    function point(event) {
      const spot = new DOMPoint(event.clientX, event.clientY).matrixTransform(drawing.getScreenCTM().inverse());
      show(nearest(spots, [spot.x, spot.y]));
    }
    function step(event) {
      const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (!direction) return;
      event.preventDefault();
      const here = spots[chosen];
      let best = -1;
      let least = Infinity;
      spots.forEach((spot, i) => {
        const along = (spot[0] - here[0]) * direction[0] + (spot[1] - here[1]) * direction[1];
        const across = Math.abs((spot[0] - here[0]) * direction[1]) + Math.abs((spot[1] - here[1]) * direction[0]);
        if (along > 1 && along + 2 * across < least) [best, least] = [i, along + 2 * across];
      });
      if (best >= 0) show(best);
    }
    if (drawing) {
      drawing.addEventListener('pointerdown', (event) => {
        drawing.setPointerCapture(event.pointerId);
        point(event);
      });
      drawing.addEventListener('pointermove', (event) => {
        if (event.pointerType === 'mouse' || event.buttons) point(event);
      });
      drawing.addEventListener('keydown', step);
    }
    knobs.forEach((knob, k) => {
      knob.value = spec.places[chosen].at[k];
      knob.addEventListener('input', () => {
        const values = knobs.map((other) => Number(other.value));
        const sum = values.reduce((a, b) => a + b, 0);
        const prices = knobs.length > 1 && sum > 0 ? values.map((v) => v / sum) : values;
        show(nearest(spec.places.map((p) => p.at), prices));
      });
    });
    shade.addEventListener('change', paint);
    paint();
    show(chosen);
  }

  function prepare(figure) {
    const canvas = figure.querySelector('.canvas');
    const chart = {
      canvas, kind: figure.dataset.chart, chosen: 0, shown: {}, drawn: null,
      spec: JSON.parse(figure.querySelector('script').textContent),
    };
    const slider = figure.querySelector('.slider');
    if (chart.spec.frames) chart.chosen = chart.spec.frames.length - 1;
    if (slider) {
      slider.addEventListener('input', (event) => {
        chart.chosen = Number(event.target.value);
        slider.querySelector('output').textContent = chart.spec.frames[chart.chosen].name;
        update(chart);
      });
    }
    figure.querySelectorAll('.legend .line').forEach((button) => button.addEventListener('click', () => {
      const shown = button.getAttribute('aria-pressed') !== 'true';
      button.setAttribute('aria-pressed', String(shown));
      chart.shown[button.textContent] = shown;
      update(chart);
    }));
    charts.push(chart);
    if (chart.kind === 'dial') prepareDial(figure, chart);
  }

  /** Draws a chart if it can be seen: one inside a folded block waits until that is unfolded. */
  function update(chart) {
    if (chart.canvas.clientWidth === 0 || chart.canvas.closest('details:not([open])')) return;
    if (!chart.drawn) chart.drawn = echarts.init(chart.canvas, null, { renderer: 'svg' });
    chart.drawn.resize();
    chart.drawn.setOption(options[chart.kind](chart.spec, theme(), chart), true);
  }

  const updateAll = () => charts.forEach(update);

  function sortable(table) {
    const headings = Array.from(table.tHead.rows[0].cells);
    headings.forEach((heading, column) => heading.querySelector('button').addEventListener('click', () => {
      const down = heading.getAttribute('aria-sort') !== 'descending';
      headings.forEach((other) => other.removeAttribute('aria-sort'));
      heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const sign = down ? -1 : 1;
      const rows = Array.from(table.tBodies[0].rows).sort((a, b) => compare(a.cells[column], b.cells[column], sign));
      table.tBodies[0].append(...rows);
    }));
  }

  /** Numbers by value, names by alphabet with numbers in them by value; gaps always last. */
  function compare(a, b, sign) {
    if (a.tagName === 'TH') return sign * a.textContent.localeCompare(b.textContent, 'en', { numeric: true });
    const [x, y] = [a, b].map((cell) => ('value' in cell.dataset ? Number(cell.dataset.value) : null));
    if (x === null || y === null) return (x === null) - (y === null);
    return sign * (x - y);
  }

  let waiting = 0;
  window.addEventListener('resize', () => {
    clearTimeout(waiting);
    waiting = setTimeout(updateAll, 120);
  });
  prefersDark.addEventListener('change', updateAll);
  document.addEventListener('toggle', (event) => {
    if (event.target.open) updateAll();
  }, true);
  window.addEventListener('beforeprint', () => {
    printing = true;
    document.querySelectorAll('.folded').forEach((block) => { block.open = true; });
    updateAll();
  });
  window.addEventListener('afterprint', () => {
    printing = false;
    updateAll();
  });

  document.querySelectorAll('.chart').forEach(prepare);
  document.querySelectorAll('.prices').forEach(prepareMap);
  document.querySelectorAll('table.results').forEach(sortable);
  updateAll();
  document.documentElement.dataset.charts = String(charts.filter((chart) => chart.drawn).length);
})();
