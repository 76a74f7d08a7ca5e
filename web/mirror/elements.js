// SPDX-License-Identifier: EUPL-1.2
// What each kind of node is in the page. The build puts this before mirror.js, in the same file.
'use strict';

/**
 * @param screen() the screen that is shown now.
 * @param picture(name) gives the strokes of a pictogram, each as the points of a line.
 * @param seen_by_camera the element that shows what the camera sees; it lies where the screen has its place.
 */
function createElements(screen, picture, seen_by_camera) {
  // ---- small tools ----

  const make = (tag, className, parent) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (parent) parent.append(element);
    return element;
  };
  const set = (element, name, value) => {
    if (value === null || value === undefined || value === false) element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
  };
  const rounded = (element, name, value) => {
    if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
  };
  const say = (element, text) => {
    if (element.textContent !== text) element.textContent = text;
  };
  // Spans with a space between them, so that a name of several spans is read as words.
  const fill = (element, parts) => {
    const wanted = parts.filter(([, text]) => text);
    const signature = JSON.stringify(wanted);
    if (element.vagvalParts === signature) return;
    element.vagvalParts = signature;
    element.replaceChildren();
    wanted.forEach(([className, text, options = {}], index) => {
      if (index > 0) element.append(' ');
      const span = make(options.tag ?? 'span', className, element);
      span.textContent = text;
      if (options.id) span.id = options.id;
      if (options.lang) span.lang = options.lang;
      if (options.dir) span.dir = options.dir;
      if (options.silent) span.setAttribute('aria-hidden', 'true');
    });
  };
  /** For words that describe the whole action. */
  function draw_picture(words, name) {
    if (!words || words.querySelector('svg')) return;
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    for (const [key, value] of [['viewBox', '0 0 24 24'], ['class', 'picture'], ['aria-hidden', 'true']]) svg.setAttribute(key, value);
    for (const points of picture(name)) {
      svg.append(document.createElementNS('http://www.w3.org/2000/svg', 'polyline'));
      svg.lastChild.setAttribute('points', points);
    }
    words.prepend(svg);
  }
  const { marks } = globalThis.vagval_border;
  const mark = (node) => {
    if (!node.mark) return ['', ''];
    const drawn = node.mark.startsWith('swatch') ? '\u00a0' : marks[node.mark] ?? node.mark;
    return [`mark mark-${node.mark}`, drawn, { silent: !/^\d+$/.test(node.mark) }];
  };
  // A text, and the same text in the second language.
  const said = (node, options = {}, detail = {}) => {
    const second = { lang: screen().beside_language, dir: screen().beside_right_to_left ? 'rtl' : 'ltr' };
    return [['text', node.text, options], ['beside', node.beside, second], ['detail', node.detail, detail], ['beside', node.beside_detail, second]];
  };
  const words = (node) => [...said(node), ['value', node.value]];

  // ---- kinds: make(entry, node, place) builds once, update(entry, node, place) follows the node ----
  // wrapper: the element in the flow. target: the element with the id, which takes the focus. inside: the parent of the
  // children.

  const button = {
    make(entry) {
      entry.wrapper = entry.target = make('button');
      entry.target.type = 'button';
    },
    update(entry, node, place) {
      const element = entry.target;
      element.className = `${node.kind === 'chip' ? 'chip' : 'button'} ${node.emphasis ?? ''} tone-${node.tone ?? 'body'}`;
      fill(element, [mark(node), ...words(node)]);
      const current = node.selected && (place === 'navigation' ? 'page' : 'true');
      set(element, 'aria-current', current || null);
    },
  };

  const container = (tag, className, role) => ({
    make(entry) {
      entry.wrapper = entry.target = entry.inside = make(tag, className);
      if (role) set(entry.wrapper, 'role', role);
    },
    update(entry, node) {
      entry.wrapper.className = `${className} tone-${node.tone ?? 'body'}`;
      if (role !== 'list') set(entry.wrapper, 'role', node.text ? role ?? 'group' : null);
      set(entry.wrapper, 'aria-label', node.text || null);
    },
  });

  const line = (tag) => ({
    make(entry) { entry.wrapper = entry.target = make(tag); },
    update(entry, node) {
      entry.wrapper.className = `${node.kind} tone-${node.tone ?? 'body'}`;
      fill(entry.wrapper, [mark(node), ...words(node)]);
    },
  });

  const kinds = {
    heading: (node) => ({
      shape: `h${node.level ?? 2}`,
      make(entry) { entry.wrapper = entry.target = make(this.shape); },
      update(entry, now) { fill(entry.wrapper, said({ ...now, detail: '', beside_detail: '' })); },
    }),
    paragraph: (node, place) => ({ shape: place === 'list' ? 'li' : 'p', ...line(place === 'list' ? 'li' : 'p') }),
    list: () => container('ul', 'list', 'list'),
    card: () => container('div', 'card'),
    pair: () => container('div', 'pair'),
    figure: () => line('p'),
    button: () => button,
    chip: (node) => (node.interactive ? { shape: 'button', ...button } : { shape: 'span', ...line('span') }),

    choice: () => ({
      make(entry) {
        entry.wrapper = entry.target = entry.inside = make('fieldset', 'choice');
        entry.legend = make('legend', '', entry.wrapper);
        entry.help = make('p', 'detail', entry.wrapper);
        entry.lead = 2;
      },
      update(entry, node) {
        entry.wrapper.className = `choice ${node.compact || node.grid ? 'grid' : ''}`;
        // When the screen's heading is the question, the question is shown once.
        entry.legend.className = node.text === screen().title ? 'heard' : '';
        fill(entry.legend, said({ text: node.text, beside: node.beside }));
        fill(entry.help, said({ text: node.detail, beside: node.beside_detail }));
        entry.help.id = `${node.id}:help`;
        entry.help.hidden = !node.detail;
        set(entry.wrapper, 'aria-describedby', node.detail ? entry.help.id : null);
      },
    }),
    option: () => ({
      make(entry, node, place) {
        entry.wrapper = make('label', 'option');
        entry.target = make('input', '', entry.wrapper);
        entry.target.type = 'radio';
        entry.target.name = place;
        entry.words = make('span', 'words', entry.wrapper);
      },
      update(entry, node) {
        fill(entry.words, said(node, { id: `${node.id}:text` }, { id: `${node.id}:detail` }));
        set(entry.target, 'aria-labelledby', `${node.id}:text`);
        set(entry.target, 'aria-describedby', node.detail ? `${node.id}:detail` : null);
        entry.target.checked = Boolean(node.selected);
      },
    }),
    field: (node) => ({
      shape: node.input === 'note' ? 'lines' : 'line',
      make(entry) {
        entry.wrapper = make('div', 'field');
        entry.label = make('label', '', entry.wrapper);
        entry.help = make('p', 'detail', entry.wrapper);
        const lines = this.shape === 'lines';
        entry.target = make(lines ? 'textarea' : 'input', '', entry.wrapper);
        entry.error = make('p', 'error', entry.wrapper);
        if (!lines) Object.assign(entry.target, { type: 'text', enterKeyHint: 'done' });
        Object.assign(entry.target, { autocomplete: 'off', spellcheck: false });
        // A passphrase, a name or a number must stay as typed, without corrections of the keyboard.
        for (const kind of ['autocapitalize', 'autocorrect']) set(entry.target, kind, 'off');
      },
      update(entry, node) {
        const { id } = node;
        fill(entry.label, said({ text: node.text, beside: node.beside }));
        entry.label.htmlFor = id;
        for (const [part, text, suffix] of [[entry.help, node.detail, 'help'], [entry.error, node.error, 'error']]) {
          say(part, text ?? '');
          part.hidden = !text;
          part.id = `${id}:${suffix}`;
        }
        if (this.shape === 'line') entry.target.type = node.input === 'passphrase' ? 'password' : 'text';
        // An amount needs only digits and a decimal sign; dates have hyphens and names, changes a minus sign.
        set(entry.target, 'inputmode', node.input === 'amount' ? 'decimal' : 'text');
        set(entry.target, 'aria-describedby',
            [node.error && `${id}:error`, node.detail && `${id}:help`].filter(Boolean).join(' ') || null);
        set(entry.target, 'aria-invalid', node.error ? 'true' : null);
        entry.target.className = node.error ? 'wrong' : '';
        // Typed text takes its own direction, in any language of the page.
        set(entry.target, 'dir', node.value ? 'auto' : null);
        // While an input method composes, the text belongs to it.
        if (!entry.composing && entry.target.value !== (node.value ?? '')) entry.target.value = node.value ?? '';
      },
    }),
    row: (node, place) => {
      const tag = place === 'list' ? 'li' : 'div';
      return {
        shape: `${tag}${node.interactive ? '!' : ''}`,
        make(entry) {
          entry.wrapper = entry.inside = make(tag);
          entry.words = make(node.interactive ? 'button' : 'div', 'words', entry.wrapper);
          if (node.interactive) entry.words.type = 'button';
          entry.target = node.interactive ? entry.words : entry.wrapper;
          entry.lead = 1;
        },
        update(entry, now) {
          entry.wrapper.className = `row tone-${now.tone ?? 'body'}`;
          fill(entry.words, [mark(now), ...said(now, { tag: 'strong' }), ['value', now.value]]);
          if (now.picture) draw_picture(entry.words.querySelector('.text'), now.picture);
        },
      };
    },
    note: () => ({
      make(entry) {
        entry.wrapper = entry.target = entry.inside = make('div', '');
        set(entry.wrapper, 'role', 'note');
        entry.words = make('p', '', entry.wrapper);
        entry.lead = 1;
      },
      update(entry, node) {
        entry.wrapper.className = `note tone-${node.tone ?? 'info'}`;
        fill(entry.words, [...said(node, { tag: 'strong' }), ['value', node.value]]);
      },
    }),
    bar: () => ({
      make(entry) {
        entry.wrapper = entry.target = make('div', 'bar');
        set(entry.wrapper, 'role', 'group');
        entry.stack = make('div', 'stack', entry.wrapper);
        set(entry.stack, 'aria-hidden', 'true');
        entry.inside = make('ul', '', entry.wrapper);
        set(entry.inside, 'role', 'list');
      },
      update(entry, node) {
        set(entry.wrapper, 'aria-label', node.text || null);
        const parts = node.children ?? [];
        while (entry.stack.childElementCount > parts.length) entry.stack.lastChild.remove();
        while (entry.stack.childElementCount < parts.length) make('span', '', entry.stack);
        parts.forEach((part, index) => {
          entry.stack.children[index].className = `mark-${part.mark || `swatch${index + 1}`}`;
          entry.stack.children[index].style.flexGrow = part.share ?? 0;
        });
      },
    }),
    // A picture of the values in the table beside it: screen readers get one line.
    chart: () => ({
      make(entry) {
        entry.wrapper = entry.target = make('div', 'chart');
        set(entry.wrapper, 'role', 'img');
        entry.bars = make('div', 'bars', entry.wrapper);
        set(entry.bars, 'aria-hidden', 'true');
      },
      update(entry, node) {
        set(entry.wrapper, 'aria-label', node.text || null);
        const points = node.children ?? [];
        while (entry.bars.childElementCount > points.length) entry.bars.lastChild.remove();
        while (entry.bars.childElementCount < points.length) make('span', '', entry.bars);
        points.forEach((point, index) => {
          const [low, high] = [point.span ?? 0, point.share ?? 0].map((end) => end / 10);
          entry.bars.children[index].style.insetBlockEnd = `${Math.min(low, high)}%`;
          entry.bars.children[index].style.height = `max(3px, ${Math.abs(high - low)}%)`;
          entry.bars.children[index].style.insetInlineStart = `${(index * 100) / points.length}%`;
          entry.bars.children[index].style.width = `${80 / points.length}%`;
        });
      },
    }),
    // Black on white, for another device's camera. In drawn mode the canvas shows it.
    code: () => ({
      make(entry) {
        const svg = (tag, parent) => parent.appendChild(document.createElementNS('http://www.w3.org/2000/svg', tag));
        entry.wrapper = entry.target = make('div', 'code');
        set(entry.wrapper, 'role', 'img');
        entry.picture = svg('svg', entry.wrapper);
        entry.ground = svg('rect', entry.picture);
        entry.cells = svg('path', entry.picture);
        set(entry.ground, 'fill', '#fff');
        set(entry.picture, 'shape-rendering', 'crispEdges');
        entry.caption = make('p', 'detail', entry.wrapper);
      },
      update(entry, node) {
        const quiet = 4;
        const rows = (node.value ?? '').split(' ');
        const side = rows.length + 2 * quiet;
        const runs = rows.flatMap((row, y) => [...row.matchAll(/1+/g)].map(({ 0: run, index }) => `M${index + quiet} ${y + quiet}h${run.length}v1h-${run.length}z`));
        set(entry.wrapper, 'aria-label', node.text || null);
        set(entry.picture, 'viewBox', `0 0 ${side} ${side}`);
        set(entry.ground, 'width', side);
        set(entry.ground, 'height', side);
        set(entry.cells, 'd', runs.join(''));
        say(entry.caption, node.text ?? '');
      },
    }),
    camera: () => ({
      make(entry) {
        entry.wrapper = entry.target = make('div', 'camera');
        set(entry.wrapper, 'role', 'img');
        entry.wrapper.append(seen_by_camera);
        entry.caption = make('p', 'detail', entry.wrapper);
      },
      update(entry, node) {
        set(entry.wrapper, 'aria-label', node.text || null);
        say(entry.caption, node.text ?? '');
      },
    }),
    timeline: () => ({
      make(entry) {
        entry.wrapper = entry.target = make('div', 'timeline');
        set(entry.wrapper, 'role', 'group');
        entry.title = make('p', 'detail', entry.wrapper);
        entry.inside = make('div', '', entry.wrapper);
      },
      update(entry, node) {
        set(entry.wrapper, 'aria-label', node.text || null);
        fill(entry.title, said({ text: node.text, beside: node.beside }));
        set(entry.title, 'aria-hidden', 'true');
      },
    }),
    table: () => ({
      make(entry) {
        entry.wrapper = entry.target = make('table');
        set(entry.wrapper, 'role', 'table');  // over the canvas it is no longer displayed as a table
        entry.inside = make('tbody', '', entry.wrapper);
        set(entry.inside, 'role', 'rowgroup');
      },
      update(entry, node) { set(entry.wrapper, 'aria-label', node.text || null); },
    }),
    table_row: () => ({
      make(entry) {
        entry.wrapper = entry.target = entry.inside = make('tr');
        set(entry.wrapper, 'role', 'row');
      },
      update() {},
    }),
    cell: (node, place) => {
      const header = place === 'header';
      return {
        shape: header ? 'th' : 'td',
        make(entry) {
          entry.wrapper = entry.target = make(header ? 'th' : 'td');
          set(entry.wrapper, 'role', header ? 'columnheader' : 'cell');
          if (header) entry.wrapper.scope = 'col';
        },
        update(entry, now) {
          entry.wrapper.className = `tone-${now.tone ?? 'body'}`;
          fill(entry.wrapper, words(now));
        },
      };
    },
    disclosure: () => ({
      make(entry) {
        entry.wrapper = make('div', 'disclosure');
        entry.target = make('button', '', entry.wrapper);
        entry.target.type = 'button';
        entry.inside = make('div', 'inside', entry.wrapper);
      },
      update(entry, node) {
        fill(entry.target, [mark(node), ...said(node, { tag: 'strong' }), ['value', node.value]]);
        entry.inside.id = `${node.id}:inside`;
        set(entry.target, 'aria-expanded', node.expanded ? 'true' : 'false');
        set(entry.target, 'aria-controls', node.expanded ? entry.inside.id : null);
        entry.inside.hidden = !node.expanded;
      },
    }),
    divider: () => ({
      make(entry) { entry.wrapper = entry.target = make('div', 'divider'); },
      update() {},
    }),
  };

  // The kind of a child depends on its place.
  const place_inside = (node, index) => {
    if (node.kind === 'list' || node.kind === 'bar') return 'list';
    if (node.kind === 'choice') return node.id;
    if (node.kind === 'table' && index === 0) return 'first';
    return '';
  };

  return { kinds, place_inside, make, set, rounded, say };
}
