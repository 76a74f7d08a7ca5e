// SPDX-License-Identifier: EUPL-1.2
// The page's semantics: elements made from a Screen, with its ids, and patched when it changes. In drawn mode they lie,
// colourless, over the canvas; in plain mode they are visible. Text enters the page only as text.
'use strict';

/**
 * @param act(verb, id, text, event) is called for the person's actions: verb is 'activate', 'edit' or 'commit'.
 * @param switch_mode() is called when the person switches between canvas and plain page.
 * @param picture(name) returns the strokes of a pictogram, each as the points of a line.
 * @param seen_by_camera the element with the camera's picture; it lies at the screen's place for it.
 */
function createMirror(root, polite, assertive, act, switch_mode, picture, seen_by_camera) {
  const entries = new Map();  // key -> {wrapper, target, node …}
  let seen = new Set();       // keys found in this patch
  let screen = null;
  let errors = '';
  let wanted_focus = '';
  let seen_between = [0, 0];
  const { lists: { texts_of } } = globalThis.vagval_border;
  const { kinds, place_inside, make, set, rounded, say } = createElements(() => screen, picture, seen_by_camera);

  // ---- patching ----

  function patch_one(node, place, key) {
    const kind = (kinds[node.kind] ?? kinds.paragraph)(node, place);
    const shape = `${node.kind} ${kind.shape ?? ''}`;
    let entry = entries.get(key);
    if (entry && entry.shape !== shape) {
      entry.wrapper.remove();
      entry = undefined;
    }
    if (!entry) {
      entry = { shape, lead: 0, key };
      kind.make(entry, node, place);
      if (node.id) entry.target.id = node.id;
      entry.target.vagvalEntry = entry;
      entries.set(key, entry);
    }
    entry.node = node;
    kind.update(entry, node, place);
    set(entry.wrapper, 'lang', node.lang || null);
    // A browser that translates sends the page's text away; the person's own texts are excluded.
    set(entry.wrapper, 'translate', node.own ? 'no' : null);
    set(entry.wrapper, 'dir', node.lang ? (node.lang_right_to_left ? 'rtl' : 'ltr') : null);
    if (entry.target.matches('button, input, textarea')) {
      // Stays in the Tab order: losing the focus under the finger is worse than a button without effect.
      set(entry.target, 'aria-disabled', node.disabled || (!node.interactive && !['field', 'option'].includes(node.kind)) ? 'true' : null);
    }
    seen.add(key);
    if (entry.inside) patch_children(entry, node.kind === 'disclosure' && !node.expanded ? [] : node.children ?? [], node, place);
    return entry;
  }

  function patch_children(entry, nodes, parent, place) {
    const elements = nodes.map((node, index) => {
      let inner = place_inside(parent, index);
      if (parent.kind === 'table_row') inner = place === 'first' ? 'header' : '';
      let key = node.id || `${entry.key}/${index}`;
      if (seen.has(key)) key = `${key}/${index}/again`;
      return patch_one(node, inner || (entry.part ?? ''), key).wrapper;
    });
    // First removes old elements, so that the remaining ones need not move: moving an element takes the focus from it.
    const stays = new Set(elements);
    for (const child of [...entry.inside.children].slice(entry.lead)) if (!stays.has(child)) child.remove();
    let next = entry.inside.children[entry.lead] ?? null;
    for (const element of elements) {
      if (element === next) next = next.nextElementSibling;
      else entry.inside.insertBefore(element, next);
    }
  }

  // ---- the permanent parts of the page ----

  const skip = make('button', 'skip', root);
  const header = make('header', '', root);
  const name = make('p', 'app-name', header);
  const promise = make('p', 'promise', header);
  const mode = make('button', 'button quiet mode', header);
  const menu = make('button', 'button quiet menu', header);
  for (const button of [skip, mode, menu]) button.type = 'button';
  menu.id = 'menu';
  const part = (tag, className) => {
    const element = make(tag, className, root);
    return { wrapper: element, inside: element, lead: 0, key: className, part: className };
  };
  const parts = {
    header: { ...part('div', 'always') },
    navigation: part('nav', 'navigation'),
    toolbar: part('section', 'toolbar'),
    main: part('main', 'main'),
    aside: part('aside', 'aside'),
    footer: part('footer', 'footer'),
  };

  header.append(parts.header.wrapper);
  const always = { 'app.name': name, 'app.promise': promise, menu };

  // Without a canvas there is no other mode.
  let modes = { drawing: false, possible: false };
  function name_mode() {
    const label = screen && modes.possible ? (modes.drawing ? screen.plain_label : screen.drawn_label) : '';
    say(mode, label);
    mode.hidden = !label;
  }
  function set_mode(drawing, possible) {
    modes = { drawing, possible };
    if (!drawing) {
      take_up();
      be_quiet();
    }
    name_mode();
  }

  function focus(id) {
    const element = document.getElementById(id);
    if (!element || !root.contains(element)) return;
    if (!element.matches('button, input, textarea')) element.tabIndex = -1;
    element.focus({ preventScroll: false });
  }

  function announce(before) {
    const said = Boolean(before) && (screen.said !== before.said || screen.announcement !== before.announcement);
    // Two equal messages in a row are two messages: every other one ends with a space, which is silent.
    const spoken = (text) => (text && screen.said % 2 ? `${text}\u00a0` : text);
    if (said && screen.announcement) polite.textContent = spoken(screen.announcement);
    // A message does not stay in the page: other people may look, or the plan may be closed.
    else if (!screen.announcement && polite.textContent) polite.textContent = '';
    const wrong = [];
    for (const { node } of entries.values()) {
      if (node.kind === 'field' && node.error) wrong.push(node.error);
      if (node.kind === 'note' && node.tone === 'error') wrong.push([node.text, node.detail].filter(Boolean).join(' '));
    }
    const now = wrong.join(' ');
    const again = said && screen.main?.some((node) => node.id === 'message' && node.tone === 'error');
    if (now !== errors || again) assertive.textContent = spoken(now);
    errors = now;
  }

  // The place of the focus before each note; it returns there when the note is answered.
  const came_from = new WeakMap();
  root.addEventListener('focusin', ({ target, relatedTarget }) => {
    const note = target.closest('[role=note]');
    if (note && relatedTarget && !note.contains(relatedTarget)) came_from.set(note, relatedTarget);
  });

  const reachable = () => [...root.querySelectorAll('button, input, textarea, [tabindex]')];

  /** On a narrow page a wide table becomes blocks: every cell then carries its column's name. */
  function name_cells() {
    for (const entry of entries.values()) {
      const [head, ...lines] = entry.node.kind === 'table' ? entry.node.children ?? [] : [];
      if (!head || head.children.length < 3) continue;
      entry.wrapper.classList.add('wide');
      for (const line of lines) {
        line.children.forEach((cell, index) => {
          const element = entries.get(cell.id)?.wrapper;
          if (element) element.dataset.column = index > 0 ? head.children[index]?.text ?? '' : '';
        });
      }
    }
  }

  let prefers = { dark: false, contrast: false };
  /** The person's choice, or else the system's preference. */
  function colour() {
    const chosen = screen?.appearance ?? 'system';
    const dark = chosen === 'dark' || (chosen !== 'light' && prefers.dark);
    const contrast = chosen === 'contrast' || (chosen === 'system' && prefers.contrast);
    set(document.documentElement, 'data-theme', [dark && 'dark', contrast && 'contrast'].filter(Boolean).join('-') || 'light');
    rounded(document.documentElement, '--scale', String((screen?.text_percent ?? 100) / 100));
  }
  function prefer(next) {
    prefers = next;
    colour();
  }

  /** Updates the page to the screen. */
  function show(next) {
    const before = screen;
    const held = document.activeElement;
    const earlier = root.contains(held) ? reachable().slice(0, reachable().indexOf(held)) : [];
    const from = came_from.get(held?.closest('[role=note]'));
    screen = next;
    seen = new Set();
    set(document.documentElement, 'lang', screen.language);
    set(document.documentElement, 'dir', screen.right_to_left ? 'rtl' : 'ltr');
    colour();
    for (const element of [polite, assertive]) set(element, 'lang', screen.language);
    say(skip, screen.skip_label);
    say(name, screen.app_name);
    say(promise, screen.promise);
    name_mode();
    say(menu, screen.menu_open ? screen.close_label : screen.menu_label);
    set(menu, 'aria-expanded', screen.menu_open ? 'true' : 'false');
    set(parts.navigation.wrapper, 'aria-label', screen.navigation_label);
    set(parts.toolbar.wrapper, 'aria-label', screen.toolbar_label);
    set(parts.aside.wrapper, 'aria-label', screen.aside_label);
    for (const [id, entry] of Object.entries(parts)) patch_children(entry, screen[id] ?? [], {}, '');
    for (const [key, entry] of entries) {
      if (seen.has(key)) continue;
      entry.wrapper.remove();
      entries.delete(key);
    }
    name_cells();
    parts.aside.wrapper.hidden = !screen.aside?.length;
    parts.footer.wrapper.hidden = !screen.footer?.length;
    announce(before);
    if (before && screen.focus_serial !== before.focus_serial) wanted_focus = screen.focus;
    // A removed button must not throw a keyboard user back to the top.
    if (held !== document.activeElement) [held, from, earlier.findLast((element) => root.contains(element))].find((element) => root.contains(element ?? null))?.focus({ preventScroll: true });
  }

  /** Gives the focus to the node that the screen asks for, once all elements are in place. */
  function settle() {
    if (wanted_focus) focus(wanted_focus);
    wanted_focus = '';
  }

  // ---- laying the elements over the drawn nodes ----

  function lay_one(wrapper, rectangle, origin) {
    wrapper.classList.toggle('placed', Boolean(rectangle));
    wrapper.classList.toggle('fixed', Boolean(rectangle) && !origin && !rectangle.scrolls);
    if (!rectangle) return origin;
    // Inside a placed element, lengths count from that element.
    rounded(wrapper, '--x', `${rectangle.x - (origin?.x ?? 0)}px`);
    rounded(wrapper, '--y', `${rectangle.y - (origin?.y ?? 0)}px`);
    rounded(wrapper, '--w', `${rectangle.width}px`);
    rounded(wrapper, '--h', `${rectangle.height}px`);
    return rectangle;
  }

  /** The element that holds one of a node's texts. */
  function holder_of(entry, which) {
    const name = texts_of[which];
    if (name === 'error') return entry.error;
    if (name === 'detail' && entry.help) return entry.help;
    if (name === 'text' && entry.caption) return entry.caption;
    const inside = [...(entry.words ?? entry.label ?? entry.legend ?? entry.title ?? entry.target).children];
    const besides = inside.filter((each) => each.classList.contains('beside'));
    if (name === 'beside') return besides[0];
    if (name === 'beside_detail') return besides.at(-1);
    return inside.find((each) => each.classList.contains(name));
  }
  const lengths_of_texts = ['position', 'left', 'top', 'width', 'font'];
  let lying = new Set();
  function let_lie(element, style) {
    lengths_of_texts.forEach((name, index) => {
      if (style[index]) rounded(element, name, style[index]);
      else element.style.removeProperty(name);
    });
  }
  /**
   * Puts every text where the canvas shows it, in the same letters and lines, so that the browser's search marks and the person's
   * selections appear at the right place.
   * @param texts [[id, which, x, y, width, size, line, strong], …] in hundredths of a px
   */
  function lay_texts(texts, rectangles) {
    const now = new Set();
    for (const [id, which, ...lengths] of texts) {
      const entry = entries.get(id), origin = rectangles.get(id);
      const element = entry ? holder_of(entry, which) : always[id];
      if (!element || !origin) continue;
      const [x, y, width, size, line] = lengths.map((length) => length / 100);
      // In the browser's own notation, so that an unchanged value is not set again.
      const font = `${lengths[5] ? '600 ' : ''}${size}px / ${line}px "Vagval Sans", system-ui, sans-serif`;
      const px = (length) => `${Math.round(length * 100) / 100}px`;
      // Permanent parts are placed by their styles.
      let_lie(element, entry ? ['absolute', px(x - origin.x), px(y - origin.y), px(width), font] : ['', '', '', '', font]);
      now.add(element);
    }
    for (const element of lying) if (!now.has(element)) let_lie(element, []);
    lying = now;
  }
  /** Shows the elements as an ordinary page. */
  function take_up() {
    for (const element of lying) let_lie(element, []);
    lying.clear();
    for (const { wrapper } of Object.values(parts)) wrapper.style.removeProperty('clip-path');
  }

  /**
   * Puts every element where the canvas shows it.
   * @param placed [[id, x, y, width, height, scrolls], …]
   * @param height of the whole page; the scrolling part is visible between top and bottom of the window.
   */
  function lay(placed, texts, height, top, bottom) {
    seen_between = [top, bottom];
    rounded(root, '--height', `${height}px`);
    rounded(document.documentElement, '--top', `${top + 12}px`);
    rounded(document.documentElement, '--bottom', `${document.documentElement.clientHeight - bottom + 12}px`);
    const rectangles = new Map(placed.map(([id, x, y, width, w_height, scrolls]) => [id, { x, y, width, height: w_height, scrolls }]));
    const walk = (nodes, origin) => {
      let any = false;
      for (const node of nodes ?? []) {
        const entry = entries.get(node.id);
        if (!entry) continue;
        const rectangle = rectangles.get(node.id);
        const inner = lay_one(entry.wrapper, rectangle, origin);
        // A node that the canvas does not show cannot be pressed in the page either.
        entry.wrapper.classList.toggle('away', !rectangle && entry.target.matches('button, input, textarea'));
        const within = walk(node.children, inner);
        any = any || Boolean(rectangle) || within;
      }
      return any;
    };
    for (const [id, { wrapper }] of Object.entries(parts)) wrapper.classList.toggle('away', !walk(screen[id], undefined));
    for (const [id, element] of Object.entries(always)) {
      lay_one(element, rectangles.get(id), undefined);
      element.classList.toggle('away', element === menu && !rectangles.has(id));
    }
    lay_texts(texts, rectangles);
  }

  /** Keeps scrolling parts (a field's text, the focus ring) from showing over the bars. */
  function clip(scroll) {
    const [top, bottom] = seen_between.map((edge) => `${edge + scroll}px`);
    // Not a variable: all elements inside would inherit it and be styled anew at every step of the wheel.
    for (const { wrapper } of [parts.toolbar, parts.main, parts.aside]) {
      rounded(wrapper, 'clip-path', `polygon(0 ${top}, 100vw ${top}, 100vw ${bottom}, 0 ${bottom})`);
    }
  }

  // ---- the person's actions ----

  const entry_of = (element) => element.closest?.('[id]')?.vagvalEntry;

  root.addEventListener('click', (event) => {
    const pressed = event.target.closest('button');
    if (!pressed) return;
    if (pressed === skip) return focus(screen.main[0]?.id);
    const entry = pressed.vagvalEntry;
    commit_typed(event);
    if (entry && !entry.node.hold) act('activate', entry.node.id, '', event);
  });
  // ---- buttons that act while held ----

  let held = null;
  const holds = (target) => { const entry = target.closest?.('button')?.vagvalEntry; return entry?.node.hold ? entry : null; };
  function take_hold(entry, event) {
    held = entry;
    act('hold', entry.node.id, '', event);
  }
  function let_go(event) {
    if (!held) return;
    const { id } = held.node;
    held = null;
    act('release', id, '', event);
  }
  root.addEventListener('pointerdown', (event) => { const entry = holds(event.target); if (entry && event.isPrimary) take_hold(entry, event); });
  for (const type of ['pointerup', 'pointercancel', 'blur']) window.addEventListener(type, let_go);
  document.addEventListener('visibilitychange', let_go);
  root.addEventListener('focusout', let_go);
  root.addEventListener('keyup', let_go);
  root.addEventListener('keydown', (event) => {
    const entry = [' ', 'Enter'].includes(event.key) && holds(event.target);
    if (!entry) return;
    event.preventDefault();
    if (!event.repeat) take_hold(entry, event);
  });
  // A screen reader presses without holding, so the content stays for a while, or until it moves on.
  const heard_ms = 5000;
  root.addEventListener('click', (event) => {
    const entry = holds(event.target);
    if (!entry || event.detail !== 0 || held) return;
    take_hold(entry, event);
    setTimeout(() => { if (held === entry) let_go(event); }, heard_ms);
  });

  root.addEventListener('change', (event) => {
    const entry = entry_of(event.target);
    if (entry?.node.kind !== 'option') return;
    commit_typed(event);
    act('activate', entry.node.id, '', event);
  });
  root.addEventListener('input', (event) => {
    const entry = entry_of(event.target);
    if (entry?.node.kind !== 'field') return;
    entry.typed = true;
    act('edit', entry.node.id, entry.target.value, event);
  });
  function commit(entry, event) {
    if (entry?.node.kind !== 'field' || !entry.typed) return;
    entry.typed = false;
    act('commit', entry.node.id, entry.target.value, event);
  }
  /** Typed text is committed before the next press, even if pressing does not move the focus. */
  const commit_typed = (event) => commit(document.activeElement?.vagvalEntry, event);
  /** In a group of answers, Home and End choose the first and the last; in the navigation they go there. */
  function to_an_end(event) {
    const group = event.target.closest('fieldset, nav');
    if (!group || event.target.matches('input[type=text], input[type=password], textarea') || event.ctrlKey || event.altKey || event.metaKey) return;
    const all = [...group.querySelectorAll(group.tagName === 'NAV' ? 'button' : 'input[type=radio]')];
    const wanted = event.key === 'Home' ? all[0] : all.at(-1);
    if (!all.includes(event.target) || !wanted) return;
    event.preventDefault();
    wanted.focus();
    if (wanted.type === 'radio' && !wanted.checked) wanted.click();
  }
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Home' || event.key === 'End') to_an_end(event);
    // In a note Enter is a new line.
    if (event.key !== 'Enter' || event.isComposing || event.target.tagName === 'TEXTAREA') return;
    const entry = entry_of(event.target);
    commit(entry, event);
    if (entry?.node.kind === 'field' && entry.node.enter) act('activate', entry.node.enter, '', event);
  });
  root.addEventListener('focusout', (event) => commit(entry_of(event.target), event));
  root.addEventListener('compositionstart', (event) => { const entry = entry_of(event.target); if (entry) entry.composing = true; });
  root.addEventListener('compositionend', (event) => { const entry = entry_of(event.target); if (entry) entry.composing = false; });

  // ---- copying ----

  /** The pressable node here, as text; nothing if the text can be selected or is shown only while held. */
  function words_at(x, y) {
    let found = '', least = Infinity;
    for (const { target, wrapper, node } of entries.values()) {
      if (!target.matches('button, input[type=radio]') || node.hold) continue;
      const box = wrapper.getBoundingClientRect();
      if (x < box.left || x > box.right || y < box.top || y > box.bottom || box.width * box.height >= least) continue;
      least = box.width * box.height;
      found = [node.text, node.detail, node.value].filter(Boolean).join('\n').replace(/[\u2066-\u2069]/g, '');
    }
    return found;
  }

  const word_ms = 6000;
  let word = null, word_timer = 0;
  /** A short message at the foot of the window: whether a text was copied, and the way to the page where all text can be
   * selected. */
  function say_copied(copied) {
    if (!screen?.copied_label) return;
    be_quiet();
    word = make('div', 'word', root);
    const said_now = make('p', '', word), page = make('button', 'button', word);
    said_now.textContent = copied ? screen.copied_label : screen.not_copied_label;
    page.type = 'button';
    page.textContent = screen.plain_label;
    page.addEventListener('click', switch_mode);
    polite.textContent = said_now.textContent;
    word_timer = setTimeout(be_quiet, word_ms);
  }
  function be_quiet() {
    clearTimeout(word_timer);
    word?.remove();
    word = null;
  }

  mode.addEventListener('click', switch_mode);
  menu.addEventListener('click', (event) => act('activate', 'menu', '', event));
  const escape = (event) => {
    if (!screen?.menu_open) return;
    act('activate', 'menu', '', event);
    menu.focus({ preventScroll: true });  // the previously focused element disappears with the menu
  };

  return { show, lay, clip, settle, commit_typed, escape, set_mode, prefer, words_at, say_copied, take_up };
}
