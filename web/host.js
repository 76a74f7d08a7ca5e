// SPDX-License-Identifier: EUPL-1.2
// Starts the program and carries its wishes out: frames when they are owed, events, files. It sends nothing anywhere.
'use strict';

(() => {
  const file_bytes_max = 1_000_000;  // as the core's own limit: what is larger is not even read
  const ratio_max = 3;
  const verbs = { activate: 0, edit: 1, commit: 2 };
  const pointer_events = { pointermove: 0, pointerdown: 1, pointerup: 2, pointercancel: 3, pointerleave: 4 };
  const shortcuts = { 'z': 'toolbar.undo', 'shift+z': 'toolbar.redo', 'y': 'toolbar.redo', 's': 'toolbar.save', 'o': 'toolbar.open' };

  const by_id = (id) => document.getElementById(id);
  const canvas = by_id('canvas');
  const picker = by_id('file');
  const bar = by_id('opening-bar');

  let core;             // the wasm module
  let mirror;
  let drawing = false;  // false: the plain page
  let has_canvas = false;
  let wants_canvas = true;
  let scheduled = false;
  let frames = 0;
  let shown = '';       // JSON of the screen in the page
  let laid = '';        // JSON of the rectangles it lies at

  // ---- strings over the border ----

  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  // A zero inside would end the text early.
  const encoded = (text) => encoder.encode(text.replaceAll('\0', ''));
  function text_at(address) {
    return decoder.decode(core.HEAPU8.subarray(address, core.HEAPU8.indexOf(0, address)));
  }
  /** Lends byte arrays, each ended with a zero, to `use`, which gets their addresses. */
  function lend(arrays, use) {
    const addresses = arrays.map((bytes) => {
      const address = core._malloc(bytes.length + 1);
      core.HEAPU8.set(bytes, address);
      core.HEAPU8[address + bytes.length] = 0;
      return address;
    });
    use(...addresses);
    for (const address of addresses) core._free(address);
  }

  // ---- the screen, in the page and on the canvas ----

  /** Something may have changed: the plain page follows at once, the canvas with its next frame. */
  function refresh() {
    if (!drawing) {
      if (show(text_at(core._vagval_screen(false)))) mirror.settle();
    } else if (!scheduled && !document.hidden) {
      scheduled = true;
      requestAnimationFrame(draw);
    }
  }

  function show(json) {
    if (json === shown) return false;
    shown = json;
    mirror.show(JSON.parse(json));
    return true;
  }

  function draw() {
    scheduled = false;
    if (!drawing) return;
    const more = core._vagval_frame();
    canvas.dataset.frames = ++frames;
    const changed = show(text_at(core._vagval_screen(true)));
    const lengths = [core._vagval_content_height(), core._vagval_top(), core._vagval_bottom()];
    const now = `${lengths} ${core._vagval_placed_serial()}`;
    if (changed || now !== laid) {
      laid = now;
      mirror.lay(JSON.parse(text_at(core._vagval_placed())), ...lengths);
    }
    const wanted = core._vagval_wanted_scroll();
    if (wanted >= 0 && Math.abs(wanted - window.scrollY) >= 1) window.scrollTo({ top: wanted, behavior: 'instant' });
    if (changed) mirror.settle();
    scrolled();  // at once: the event comes after the next frame
    const touched = text_at(core._vagval_touched());
    if (touched) by_id(touched)?.focus({ preventScroll: true });
    canvas.style.cursor = core._vagval_hand() ? 'pointer' : '';
    carry_out();
    if (more) refresh();
  }

  function scrolled() {
    core._vagval_scroll(window.scrollY);
    if (drawing) mirror.clip(window.scrollY);
  }

  function act(verb, id, text, event) {
    lend([encoded(id), encoded(text)], (id_at, text_at) => core._vagval_gesture(verbs[verb], id_at, text_at, event.timeStamp));
    carry_out();
    refresh();
  }

  // ---- reading aloud ----

  const languages = ['sv', 'en', 'ar', 'so', 'fa', 'ti', 'ckb', 'bs'];
  // Only voices on the device: any other would be given the text.
  const voice_for = (language) => speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === language);

  function find_voices() {
    if (!globalThis.speechSynthesis) return;
    const tell = () => {
      lend([encoded(languages.filter(voice_for).join(' '))], (at) => core._vagval_voices(at));
      refresh();
    };
    speechSynthesis.addEventListener?.('voiceschanged', tell);
    tell();
  }

  let spoken = 0;
  function speak(language, passages) {
    speechSynthesis.cancel();
    const mine = ++spoken;
    const voice = voice_for(language);
    const ended = () => {
      if (mine !== spoken) return;
      core._vagval_reading_ended();
      refresh();
    };
    if (!voice) return ended();
    passages.forEach((passage, index) => {
      const utterance = new SpeechSynthesisUtterance(passage);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      if (index === passages.length - 1) utterance.onend = utterance.onerror = ended;
      speechSynthesis.speak(utterance);
    });
  }

  // ---- what the program wants ----

  function download(name, bytes) {
    const address = URL.createObjectURL(new Blob([bytes], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  function carry_out() {
    const effects = JSON.parse(text_at(core._vagval_effects()));
    for (const effect of effects) {
      if (effect.kind === 'show_file_picker') {
        picker.value = '';
        picker.click();
      } else if (effect.kind === 'speak') {
        speak(effect.language, effect.passages);
      } else if (effect.kind === 'be_silent') {
        speechSynthesis.cancel();
      } else if (effect.kind === 'write_file') {
        let saved = true;
        try {
          download(effect.name, core.HEAPU8.slice(effect.address, effect.address + effect.size));
        } catch {
          saved = false;
        }
        lend([encoded(effect.name)], (at) => (saved ? core._vagval_saved(at) : core._vagval_save_failed(at)));
      }
    }
    if (effects.length > 0) refresh();
  }

  async function open_picked() {
    const [file] = picker.files;
    if (!file) return;
    const name = encoded(file.name);
    try {
      if (file.size > file_bytes_max) throw file;
      const bytes = new Uint8Array(await file.arrayBuffer());
      lend([name, bytes], (name_at, bytes_at) => core._vagval_file_opened(name_at, bytes_at, bytes.length));
    } catch {
      lend([name], (at) => core._vagval_file_not_opened(at, file.size > file_bytes_max));
    }
    refresh();
  }

  // ---- canvas and plain page ----

  function set_mode(to_canvas) {
    drawing = to_canvas;
    mirror.set_mode(drawing, has_canvas);
    document.body.className = to_canvas ? 'drawn' : 'plain';
    laid = '';
    refresh();
  }

  function resize(entries) {
    const { clientWidth: width, clientHeight: height } = canvas;
    if (!width || !height) return;
    const ratio = Math.min(window.devicePixelRatio || 1, ratio_max);
    // The browser knows the exact number of device px, where it is not pretending to be another device.
    const exact = entries?.[0]?.devicePixelContentBoxSize?.[0];
    const device = (length, known) => (Math.abs(known - length * ratio) < 1 ? known : Math.round(length * ratio));
    canvas.width = device(width, exact?.inlineSize);
    canvas.height = device(height, exact?.blockSize);
    core._vagval_resize(width, height, canvas.width / width);
    // At once, not with the next frame: a canvas that changes its size is empty.
    if (drawing && !document.hidden) draw();
  }

  function watch_size() {
    const observer = new ResizeObserver(resize);
    try {
      observer.observe(canvas, { box: 'device-pixel-content-box' });
    } catch {
      observer.observe(canvas);
      const again = () => {
        resize();
        matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener('change', again, { once: true });
      };
      again();
    }
  }

  function pointer(event) {
    if (!drawing || !event.isPrimary || (event.type !== 'pointermove' && event.button > 0)) return;
    if (event.type === 'pointerdown' && event.pointerType === 'mouse') canvas.setPointerCapture(event.pointerId);
    // A tap leaves the field it comes from later than it presses the button, and then the field may be gone.
    if (event.type === 'pointerup') mirror.commit_typed(event);
    core._vagval_pointer(pointer_events[event.type], event.clientX, event.clientY, event.pointerType === 'touch', event.timeStamp);
    refresh();
  }

  function shortcut(event) {
    if (event.key === 'Escape') return mirror.escape(event);
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const id = shortcuts[`${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`];
    const typing = event.target.matches?.('input[type=text]');
    if (!id || (typing && /undo|redo/.test(id))) return;
    event.preventDefault();
    if (typing) event.target.blur();  // what is typed belongs to what is saved
    lend([encoded(id)], (at) => core._vagval_shortcut(at));
    carry_out();
    refresh();
  }

  function today(call, ...more) {
    const now = new Date();
    call(now.getFullYear(), now.getMonth() + 1, now.getDate(), ...more);
  }

  function listen() {
    for (const type of Object.keys(pointer_events)) canvas.addEventListener(type, pointer);
    // Pressing on the canvas must not take the focus from a button; but it does end typing.
    canvas.addEventListener('mousedown', (event) => {
      if (!document.activeElement?.matches('input[type=text]')) event.preventDefault();
    });
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();  // so that it may come back
      core._vagval_lose_canvas();
      has_canvas = false;
      wants_canvas = drawing;
      set_mode(false);
    });
    canvas.addEventListener('webglcontextrestored', () => {
      core._vagval_restore_canvas();
      has_canvas = true;
      set_mode(wants_canvas);
    });
    window.addEventListener('scroll', () => {
      scrolled();
      refresh();
    }, { passive: true });
    document.addEventListener('focusin', (event) => {
      lend([encoded(event.target.id ?? '')], (at) => core._vagval_focus(at));
      refresh();
    });
    document.addEventListener('keydown', shortcut);
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) return;
      today(core._vagval_today);
      refresh();
    });
    window.addEventListener('beforeunload', (event) => {
      if (!core._vagval_unsaved()) return;
      event.preventDefault();
      event.returnValue = '';  // older Safari asks only then
    });
    picker.addEventListener('change', open_picked);
  }

  // ---- the start ----

  function failed() {
    bar.hidden = true;
    by_id('opening-failed').hidden = false;
  }

  // ---- letters ----

  const script_of = { ar: 'arabic', fa: 'arabic', ckb: 'arabic', ti: 'ethiopic' };
  const ranges = { arabic: 'U+600-6FF, U+FB50-FDFF, U+FE70-FEFF', ethiopic: 'U+1200-139F' };
  const also_called = { fa: ['prs'], ckb: ['ku-iq', 'ku-arab'], bs: ['hr', 'sr-latn'] };  // as the core's own list
  const asked = {};

  /** One of our own files that come later. All of them are fetched, whatever is chosen, so that nobody learns of it. */
  function later(name, is_there) {
    return asked[name] ??= new Promise((done) => {
      if (is_there()) return done();
      const element = document.createElement('script');
      element.src = `${name}.js`;
      element.onload = element.onerror = done;
      document.head.append(element);
    });
  }

  async function letters(name) {
    await later(`letters-${name}`, () => globalThis.vagval_letters?.[name]);
    const weights = globalThis.vagval_letters?.[name]?.map((text) => Uint8Array.from(text, (c) => c.charCodeAt(0) & 255));
    if (!weights) return;
    delete globalThis.vagval_letters[name];
    document.fonts.add(new FontFace('Vagval Sans', weights[0], { unicodeRange: ranges[name] }));
    if (!has_canvas) return;
    const places = weights.map((bytes) => {
      const address = core._malloc(bytes.length);
      core.HEAPU8.set(bytes, address);
      return address;
    });
    core._vagval_add_letters(places[0], weights[0].length, places[1], weights[1].length);
    refresh();
  }

  async function words(language) {
    await later(`words-${language}`, () => globalThis.vagval_words?.[language]);
    const found = globalThis.vagval_words?.[language];
    if (!found) return;
    delete globalThis.vagval_words[language];
    const bytes = encoder.encode(JSON.stringify(found));
    lend([bytes], (at) => core._vagval_add_words(at, bytes.length));
    if (mirror) refresh();
  }

  function prefer() {
    const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map((query) => matchMedia(query));
    const tell = () => {
      const [dark, contrast] = queries.map((query) => query.matches);
      core._vagval_prefers(dark, contrast);
      mirror.prefer({ dark, contrast });
      refresh();
    };
    for (const query of queries) query.addEventListener('change', tell);
    tell();
  }

  async function start() {
    bar.value = 2;
    // No words of ours reach the console: it outlives the page.
    core = await createVagval({ canvas, print() {}, printErr() {} });
    const later_languages = globalThis.vagval_later ?? [];
    bar.value = 3;
    // What the browser asks for first is there before anything is shown.
    const wanted = navigator.languages.map((tag) => tag.toLowerCase());
    const first = wanted.flatMap((tag) => later_languages.filter((language) => [language, ...also_called[language] ?? []].some((name) => tag === name || tag.startsWith(`${name}-`))));
    for (const language of first) await words(language);
    lend([encoded(navigator.languages.join(','))], (at) => today(core._vagval_start, at));
    const language = text_at(core._vagval_language());
    mirror = createMirror(by_id('page'), by_id('polite'), by_id('assertive'), act, () => set_mode(!drawing));

    const { font, size } = { font: core._vagval_font(), size: core._vagval_font_size() };
    document.fonts.add(new FontFace('Vagval Sans', core.HEAPU8.slice(font, font + size)));

    history.scrollRestoration = 'manual';
    has_canvas = core._vagval_open_canvas();
    const script = script_of[language];
    if (script) await letters(script);
    listen();
    prefer();
    find_voices();
    by_id('opening').remove();
    set_mode(has_canvas);
    if (has_canvas) watch_size();
    for (const name of later_languages) words(name);
    for (const name of Object.keys(ranges)) letters(name);
  }

  const script = by_id('app-script');
  script.addEventListener('error', failed);
  // Scripts run in the order of the page, so this one is here before the program is.
  script.addEventListener('load', () => start().catch(failed));
})();
