// SPDX-License-Identifier: EUPL-1.2
// Starts the program and carries out its effects: frames, events, files. It sends nothing over the network.
'use strict';

(() => {
  const ratio_max = 3;
  const typing_fields = 'input[type=text], input[type=password], textarea';

  const by_id = (id) => document.getElementById(id);
  const canvas = by_id('canvas');
  const picker = by_id('file');
  const bar = by_id('opening-bar');
  let opening;          // load.js, which brings the files

  let names;            // what the core and the page both know, see assets/border.json
  let core;             // the program, behind its border
  let about;            // of the program: what never changes
  let mirror;
  let device;
  let steps;            // the browser's history of screens, see back.js
  let drawing = false;  // false: the plain page
  let opened = false;       // the canvas was set up once; its graphics may be lost since
  let has_canvas = false;
  let wants_canvas = true;  // the person's choice
  let unlettered = false;   // a shown language has letters that are not loaded; the browser has its own
  let scheduled = false;
  let frames = 0;
  let drawn = { top: 0, bottom: Infinity };  // what came of the last frame
  let shown = '';       // JSON of the screen in the page
  let laid = '';        // JSON of the rectangles it lies at

  const encoder = new TextEncoder();
  const decoder = new TextDecoder();

  // ---- the program itself ----

  let has_started = false, has_stopped = false;
  /** The program has crashed. The last plan on its way to the device still gets there, and the person can take it from there. */
  function stopped() {
    if (has_stopped) return;
    has_stopped = true;
    if (!has_started) return;  // the start reports it
    const language = document.documentElement.lang;
    core?.forget();
    core = mirror = undefined;
    drawing = false;
    clearInterval(stepping);
    device.stop();
    camera.stop();
    put_away_paper();
    if (globalThis.speechSynthesis) speechSynthesis.cancel();
    opening.stopped(language);
    if (!device.possible) return;
    device.flush().then(device.read).then((found) => {
      if (found) opening.offer(() => download(`plan.vagval.${device.is_sealed(found.bytes) ? 'age' : 'json'}`, found.bytes));
    }).catch(() => {});
  }
  // The thrown error is not logged: the console outlives the page.
  window.addEventListener('error', (event) => { if (has_stopped) event.preventDefault(); });
  window.addEventListener('unhandledrejection', (event) => { if (has_stopped) event.preventDefault(); });

  // ---- the screen, in the page and on the canvas ----

  /** Call after a possible change. The plain page follows at once, the canvas with its next frame. */
  function refresh() {
    if (!core) return;  // the person has left
    follow_letters();
    if (!drawing) {
      if (show(core.screen(false))) mirror.settle();
    } else if (!scheduled && !document.hidden) {
      scheduled = true;
      canvas.dataset.due = 'yes';
      requestAnimationFrame(draw);
    }
    steps?.follow();
  }

  function show(json) {
    if (json === shown) return false;
    shown = json;
    mirror.show(JSON.parse(json));
    return true;
  }

  function draw() {
    scheduled = false;
    delete canvas.dataset.due;
    if (!drawing || !core || before_paper) return;
    drawn = core.frame();
    canvas.dataset.frames = ++frames;
    const changed = show(core.screen(true));
    const lengths = [drawn.height, drawn.top, drawn.bottom];
    const now = `${lengths} ${drawn.placed}`;
    if (changed || now !== laid) {
      laid = now;
      mirror.lay(core.placed(), core.texts(), ...lengths);
    }
    const wanted = drawn.wanted_scroll;
    if (wanted >= 0 && Math.abs(wanted - window.scrollY) >= 1) window.scrollTo({ top: wanted, behavior: 'instant' });
    if (changed) mirror.settle();
    scrolled();  // at once: the event comes after the next frame
    if (drawn.touched) by_id(drawn.touched)?.focus({ preventScroll: true });
    canvas.style.cursor = drawn.hand ? 'pointer' : '';
    const { more } = drawn;
    carry_out();
    steps?.follow();
    if (more) refresh();
  }

  function scrolled() {
    if (!core) return;
    core.scroll(window.scrollY);
    if (drawing) mirror.clip(window.scrollY);
  }

  function act(verb, id, text, event) {
    look_at_the_clock();
    core?.tell('gesture', { verb, id, text, at_ms: Math.round(event.timeStamp) });
    carry_out();
    refresh();
  }

  const picture = (name) => (about.pictures[name] ?? '').split(';').filter(Boolean);

  // ---- reading aloud ----

  // Only voices on the device, because any other voice would receive the text.
  const voice_for = (language) => speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === language);

  function find_voices() {
    if (!globalThis.speechSynthesis) return;
    const tell = () => {
      if (!core) return;
      core.tell('voices', { languages: ['sv', ...globalThis.vagval_later ?? []].filter(voice_for) });
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
      if (mine !== spoken || !core) return;
      core.tell('reading_ended');
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

  function download(name, bytes, type = name.endsWith('.age') ? 'application/octet-stream' : 'application/json') {
    const address = URL.createObjectURL(new Blob([bytes], { type }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  let paper_timer = 0;
  /** The page for paper is in this page only while it is printed. */
  function print_page(html) {
    put_away_paper();
    const style = new CSSStyleSheet({ media: 'print' });
    style.replaceSync(/<style>([^]*?)<\/style>/.exec(html)[1]);
    const parsed = new DOMParser().parseFromString(html.replace(/<style>[^]*?<\/style>/, ''), 'text/html');
    const paper = document.createElement('div');
    paper.id = 'paper';
    paper.lang = parsed.documentElement.lang;
    paper.dir = parsed.documentElement.dir;
    paper.append(...document.adoptNode(parsed.body).childNodes);
    document.body.append(paper);
    document.adoptedStyleSheets = [style];
    window.addEventListener('afterprint', put_away_paper, { once: true });
    paper_timer = setTimeout(put_away_paper, 60_000);  // for browsers that do not report the end of printing
    window.print();
  }
  function put_away_paper() {
    clearTimeout(paper_timer);
    by_id('paper')?.remove();
    document.adoptedStyleSheets = [];
  }

  function take_along({ name, mime, on_paper, ...place }) {
    const bytes = core.bytes_of(place);
    try {
      if (on_paper) print_page(decoder.decode(bytes));
      else download(name, bytes, mime);
      core?.tell('taken', { name: on_paper ? '' : name });
    } catch {
      core?.tell('save_failed', { name });
    }
  }

  function write_file({ name, aside, ...place }) {
    try {
      download(name, core.bytes_of(place));
    } catch {
      return core.tell('save_failed', { name });
    }
    core.tell('saved', { name, aside });
  }

  function keep({ over_others, chosen, ...place }) {
    if (chosen) device.stay();
    device.keep(core.bytes_of(place), over_others, (ended) => {
      if (!core) return;
      if (ended === 'written') core.tell('kept_now');
      else if (ended === 'failed') core.tell('keep_failed');
      else core.tell('kept_elsewhere', { erased: ended === 'erased' });
      refresh();
    });
  }

  function show_file_picker({ several }) {
    picker.value = '';
    picker.multiple = several;
    picker.click();
  }

  function carry_out() {
    if (!core) return;
    const effects = core.effects();
    for (const effect of effects) {
      wishes[effect.kind](effect);
      if (!core) return;
    }
    if (effects.length > 0) refresh();
  }

  // ---- this device ----

  function tell_device(found) {
    if (!core) return;
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]').content;
    core.tell('device', { ...found, shared: device.shared, build: globalThis.vagval_build ?? '', policy });
    refresh();
  }
  function tell_unread(error, { asked = true, erasing = false } = {}) {
    if (!core) return;
    core.tell('device_unread', { why: device.why_unread(error), asked, erasing, shared: device.shared });
    refresh();
  }
  const look = () => device.look().then(tell_device, tell_unread);

  async function stretch({ passphrase, salt, factor }) {
    const bytes = Uint8Array.from(salt.match(/../g), (pair) => parseInt(pair, 16));
    const told = (thousandths) => {
      core?.tell('stretching', { thousandths });
      refresh();
    };
    const key = await device.stretch(encoder.encode(passphrase), bytes, factor, told).catch(() => null);
    if (key === undefined || !core) return;
    if (key) core.tell('stretched', { key });
    else core.tell('not_stretched');
    key?.fill(0);
    carry_out();
    refresh();
  }

  async function read_kept() {
    let found;
    try {
      found = await device.read();
    } catch (error) {
      return tell_unread(error);
    }
    if (!core) return;
    if (!found) return look();  // erased by another tab
    core.tell('kept', found);
    refresh();
  }

  let has_erased = false;  // after erasing, the program restores nothing unasked
  async function erase({ everything }) {
    if (everything) put_away_paper();
    has_erased ||= everything;
    const erasing = await (everything ? device.erase_everything() : device.erase_plan()).catch(() => 'failed');
    await device.look(erasing === 'blocked').then((found) => tell_device({ ...found, erased: everything, erasing }), (error) => tell_unread(error, { erasing: true }));
  }

  /** Leaves a neutral page of plain elements, and removes the program, its memory and all listeners. */
  function leave() {
    opening.end();
    const { stop } = steps;
    steps = undefined;  // the following page is no screen to go back from
    device.stop();
    camera.stop();
    put_away_paper();
    if (globalThis.speechSynthesis) speechSynthesis.cancel();
    if (drawing) set_mode(false);
    else refresh();
    // Inline styles would violate the policy, and the page needs none.
    const left = by_id('page').cloneNode(true);
    for (const button of left.querySelectorAll('button')) button.remove();  // the page has nothing left to press
    const page = left.outerHTML.replace(/ style="[^"]*"/g, '').replace(/(class="[^"]*)\bwide\b/g, '$1');
    const styles = document.querySelector('link[rel=stylesheet], style').outerHTML;
    const icon = document.querySelector('link[rel=icon]').outerHTML;
    const { lang, dir } = document.documentElement;
    core.forget();
    core = mirror = undefined;
    document.open();
    document.write(`<!DOCTYPE html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Vägval</title>${icon}${styles}</head>
<body class="plain">${page}</body></html>`);
    document.close();
    stop();
  }

  // ---- pictures for another device, and from one ----

  function tell_camera(state) {
    if (!core) return;
    core.tell('camera', { state });
    carry_out();
    refresh();
  }
  function picture_read(text) {
    last_input = Date.now();  // somebody is holding the camera
    core?.tell('picture_read', { text });
    carry_out();
    refresh();
  }
  const video = document.createElement('video');
  let camera = { start() { tell_camera('no_reader'); }, stop() {}, possible: false };
  function make_camera() {
    if (!globalThis.createCamera) return;  // it may still load
    camera = createCamera(video, tell_camera, picture_read, () => {
      opening.again();
      return later('jsqr', () => globalThis.jsQR);
    });
    if (camera.possible) core.tell('camera_there');
  }

  let stepping;
  function step_pictures() {
    clearInterval(stepping);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    stepping = setInterval(() => {
      core?.tell('next_picture');
      if (!core?.state().running) clearInterval(stepping);
      refresh();
    }, calm ? names.timings.calm_picture_ms : names.timings.picture_ms);
  }

  // What the program wants, by its name; a newer version is there to be used only once it has been offered.
  const wishes = {
    show_file_picker, write_file, keep, stretch, read_kept, erase, leave, look, step_pictures,
    output: take_along,
    speak: ({ language, passages }) => speak(language, passages),
    be_silent: () => speechSynthesis.cancel(),
    stop_stretching: () => device.stop(),
    ask_for_words: () => opening.again(),
    update() {},
    start_camera: () => camera.start(),
    stop_camera: () => camera.stop(),
    other_page: turn_page,
    end() {},  // a page is closed by its browser
  };

  /** Keeps the program on the device for use without a network. A new version waits until the person asks for it. */
  async function work_offline() {
    if (!navigator.serviceWorker || !location.protocol.startsWith('http')) return;
    const registration = await navigator.serviceWorker.register('worker.js', { updateViaCache: 'none' });
    // A new worker may run already and still serve the previously chosen version.
    const newest = () => registration.waiting ?? registration.active;
    /** \returns whether the newest version is in use. */
    const ask = (question) => new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => done(data);
      newest().postMessage(question, [port2]);
    });
    const offer = async () => {
      if (!newest() || await ask('which') || !core) return;
      core.tell('newer_program');
      refresh();
    };
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
    wishes.update = async () => {
      if (await ask('use')) location.reload();
    };
    await offer();
  }

  let escapes = [];
  /** Escape several times, each soon after the one before. */
  function leaves(event) {
    if (event.key !== 'Escape' || event.repeat) return false;
    escapes = [...escapes.filter((time) => event.timeStamp - time < names.timings.leave_ms), event.timeStamp];
    if (escapes.length < names.timings.leave_presses) return false;
    core.tell('leave');
    carry_out();
    return true;
  }

  let last_input = Date.now();
  function cover_when_idle() {
    const minutes = core?.state().cover_after ?? 0;
    if (minutes === 0 || Date.now() - last_input < minutes * 60_000) return;
    core.tell('cover', { on: true });
    refresh();
  }

  /** Passes one file after the other, so that memory holds at most one of them. */
  async function give_picked(files) {
    for (const file of files) {
      try {
        if (file.size > about.file_bytes_max) throw file;
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (!core) return;
        core.tell('file_given', { bytes });
      } catch {
        core?.tell('file_not_given');
      }
    }
    refresh();
  }

  async function open_picked() {
    const files = [...picker.files];
    picker.value = '';  // the file's name does not stay in the page
    if (picker.multiple) return give_picked(files);
    const [file] = files;
    if (!file) return;
    const { name } = file;
    const too_large = file.size > about.file_bytes_max;  // then it is not even read
    try {
      if (too_large) throw file;
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (!core) return;
      core.tell('file_opened', { name, bytes });
    } catch {
      if (!core) return;
      core.tell('file_not_opened', { name, too_large });
    }
    refresh();
  }

  // ---- canvas and plain page ----

  function set_mode(to_canvas) {
    drawing = to_canvas;
    const can_draw = has_canvas && !unlettered;
    mirror.set_mode(drawing, can_draw);
    document.body.className = to_canvas ? 'drawn' : 'plain';
    canvas.hidden = !has_canvas && !opening.has_style();
    core.tell('page', { page: can_draw ? (drawing ? 'drawn' : 'plain') : 'only' });
    laid = '';
    refresh();
  }
  const choose_mode = () => set_mode(has_canvas && wants_canvas && !unlettered);
  function turn_page() {
    wants_canvas = !drawing;
    choose_mode();
  }

  /** Creates the canvas when the styles that give it its size have loaded. */
  function open_canvas() {
    if (opened || !opening.has_style()) return;
    opened = has_canvas = core.tell('open_canvas');
    if (has_canvas) give_letters();
  }

  function resize(entries) {
    const { clientWidth: width, clientHeight: height } = canvas;
    if (!core || !width || !height) return;
    const ratio = Math.min(window.devicePixelRatio || 1, ratio_max);
    // The browser reports the exact number of device px, unless it imitates another device.
    const exact = entries?.[0]?.devicePixelContentBoxSize?.[0];
    const device = (length, known) => (Math.abs(known - length * ratio) < 1 ? known : Math.round(length * ratio));
    canvas.width = device(width, exact?.inlineSize);
    canvas.height = device(height, exact?.blockSize);
    core.tell('resize', { width, height, device_width: canvas.width });
    // At once, not with the next frame: a canvas that changes its size is empty.
    if (drawing && !document.hidden) draw();
    keep_field_in_view();  // the bars are in their new places now
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

  let pressed = null;  // the place and time of a finger's touch
  const hold_ms = 700, hold_px = 10;
  /** A long press does not activate; it copies the text under the finger. */
  function copies(event) {
    const since = pressed;
    pressed = null;
    if (!since || event.timeStamp - since.time < hold_ms) return false;
    if (Math.hypot(event.clientX - since.x, event.clientY - since.y) > hold_px) return false;
    return copy(mirror.words_at(since.x, since.y));
  }
  function copy(text) {
    if (!text) return false;
    const told = (copied) => mirror?.say_copied(copied);
    (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(() => told(true), () => told(false));
    return true;
  }
  function context_menu(event) {
    if (!drawing || !core) return;
    // On touch screens the event comes while the finger is down; the copy happens when it is lifted.
    const finger = pressed !== null;
    if (finger ? mirror.words_at(event.clientX, event.clientY) : copy(mirror.words_at(event.clientX, event.clientY))) event.preventDefault();
  }

  function pointer(event) {
    if (!drawing || !event.isPrimary || (event.type !== 'pointermove' && event.button > 0)) return;
    if (event.type === 'pointerdown' && event.pointerType === 'mouse') canvas.setPointerCapture(event.pointerId);
    if (event.type === 'pointerdown') {
      pressed = event.pointerType === 'mouse' ? null : { x: event.clientX, y: event.clientY, time: event.timeStamp };
      look_at_the_clock();
    }
    if (event.type === 'pointercancel') pressed = null;
    const type = event.type === 'pointerup' && copies(event) ? 'pointercancel' : event.type;
    // A tap leaves the previous field after pressing the button, and the field may be gone by then.
    if (type === 'pointerup') mirror.commit_typed(event);
    core.pointer(type, event.clientX, event.clientY, event.pointerType === 'touch', event.timeStamp);
    refresh();
  }

  function shortcut(event) {
    if (!core || leaves(event)) return;
    if (event.key === 'F2') {
      event.preventDefault();
      core.tell('cover', { on: !core.state().covered });
      return refresh();
    }
    if (event.key === 'Escape') return mirror.escape(event);
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const { id } = names.shortcuts.find(({ key, shift }) => key === event.key.toLowerCase() && shift === event.shiftKey) ?? {};
    const typing = event.target.matches?.(typing_fields);
    if (!id || (typing && /undo|redo/.test(id))) return;
    event.preventDefault();
    if (typing) event.target.blur();  // what is typed belongs to what is saved
    core?.tell('shortcut', { id });
    carry_out();
    refresh();
  }

  /** Keeps the focused field visible above the keyboard on the screen, which takes half the window. */
  function keep_field_in_view() {
    const field = document.activeElement;
    // A person who has zoomed the page moves it by hand.
    if (!core || !window.visualViewport || visualViewport.scale > 1.01 || !field?.matches(typing_fields)) return;
    const { top, bottom } = field.getBoundingClientRect();
    // Over the canvas what scrolls is seen between two bars.
    const from = Math.max(visualViewport.offsetTop, drawing ? drawn.top : 0) + 12;
    const to = Math.min(visualViewport.offsetTop + visualViewport.height, drawing ? drawn.bottom : Infinity) - 12;
    if (bottom > to) window.scrollBy({ top: Math.min(bottom - to, top - from), behavior: 'instant' });
  }

  function today() {
    const now = new Date();
    return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  }
  /** Checks for another day: after midnight, after sleep, or after a change of the clock or time zone. */
  function look_at_the_clock() {
    if (core?.tell('today', today())) refresh();
  }

  // ---- paper ----

  let before_paper = null;
  /** The browser's print command prints the elements, because the canvas is a picture of them. */
  function prepare_paper() {
    if (!core || !drawing || before_paper || by_id('paper')) return;
    before_paper = { top: window.scrollY };
    mirror.take_up();
    document.body.className = 'plain';
  }
  function after_paper() {
    if (!before_paper) return;
    const { top } = before_paper;
    before_paper = null;
    if (!core || !drawing) return;
    document.body.className = 'drawn';
    laid = '';  // all elements go back to their places
    resize();
    window.scrollTo({ top, behavior: 'instant' });
    scrolled();
    refresh();
  }

  // ---- what the browser does by itself ----

  /** Keys that an input method uses are not for the program, above all Escape and Enter. */
  function keep_composing(event) {
    if (event.isComposing || event.keyCode === 229) event.stopPropagation();
  }

  /** The browser's font size, as a multiple of the usual sixteen px. */
  function watch_letters() {
    const probe = document.createElement('div');
    probe.id = 'letter-size';
    probe.setAttribute('aria-hidden', 'true');
    document.body.append(probe);
    const tell = () => {
      if (!core || !probe.offsetHeight) return;  // on paper it is not there
      core.tell('browser_letters', { percent: Math.round(probe.offsetHeight / 16) });
      refresh();
    };
    new ResizeObserver(tell).observe(probe);
    tell();
  }

  function listen() {
    for (const type of names.lists.pointer_events) canvas.addEventListener(type, pointer);
    canvas.addEventListener('contextmenu', context_menu);
    // The canvas gets no events over selectable text.
    by_id('page').addEventListener('pointermove', pointer);
    // A press on the canvas must not take the focus from a button, but it ends typing.
    canvas.addEventListener('mousedown', (event) => {
      if (!document.activeElement?.matches(typing_fields)) event.preventDefault();
    });
    canvas.addEventListener('webglcontextlost', (event) => {
      if (!core) return;
      event.preventDefault();  // so that it may come back
      core.tell('lose_canvas');
      has_canvas = false;
      choose_mode();
    });
    canvas.addEventListener('webglcontextrestored', () => {
      if (!core) return;
      core.tell('restore_canvas');
      has_canvas = true;
      choose_mode();
    });
    window.addEventListener('scroll', () => {
      scrolled();
      refresh();
    }, { passive: true });
    document.addEventListener('focusin', (event) => {
      core?.tell('focus', { id: event.target.id ?? '' });
      refresh();
    });
    // Runs before all other listeners for keys.
    window.addEventListener('keydown', keep_composing, { capture: true });
    document.addEventListener('keydown', shortcut);
    for (const type of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart']) {
      window.addEventListener(type, () => { last_input = Date.now(); }, { passive: true, capture: true });
    }
    setInterval(() => {
      cover_when_idle();
      look_at_the_clock();
    }, 5000);
    window.addEventListener('focus', look_at_the_clock);
    window.addEventListener('pageshow', look_at_the_clock);
    window.addEventListener('beforeprint', prepare_paper);
    window.addEventListener('afterprint', after_paper);
    matchMedia('print').addEventListener('change', ({ matches }) => (matches ? prepare_paper() : after_paper()));
    window.visualViewport?.addEventListener('resize', keep_field_in_view);
    window.addEventListener('pagehide', () => device.flush());
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) {
        tell_camera('off');
        return device.flush();
      }
      if (!core) return;
      cover_when_idle();
      look_at_the_clock();
      core.tell('seen_again');
      refresh();
    });
    window.addEventListener('beforeunload', (event) => {
      if (!core || !(core.state().at_risk || device.pending())) return;
      event.preventDefault();
      event.returnValue = '';  // older Safari asks only with this
    });
    picker.addEventListener('change', open_picked);
  }

  // ---- letters and words ----

  const script_of = (language) => names.languages[language]?.script;
  const asked = {};

  /** Fetches one of the program's own late files. The page fetches all of them for every person, so that the requests
   * tell nothing about the choice.
   * \returns a promise of the first result: whether the file is here. `told` is called with each result. */
  const later = (name, is_there, told) => asked[name] ??= new Promise((done) => {
    opening.bring(`${name}.js`, () => Boolean(is_there()), (here) => {
      if (told) told(here);
      done(here);
    });
  });

  const letters_here = new Map();  // script -> its two weights, until the canvas has them
  const letters = (name) => later(`letters-${name}`, () => globalThis.vagval_letters?.[name] || letters_here.has(name), (here) => {
    const weights = globalThis.vagval_letters?.[name];
    if (!core || !here || !weights) return;  // the person left in the meantime
    delete globalThis.vagval_letters[name];
    weights.forEach((bytes, index) => {
      document.fonts.add(new FontFace('Vagval Sans', bytes, { unicodeRange: names.scripts[name], weight: index === 0 ? '400' : '600' }));
    });
    letters_here.set(name, weights);
    give_letters();
    if (has_started) refresh();
  });
  function give_letters() {
    if (!opened) return;
    for (const [name, weights] of letters_here) {
      if (!weights) continue;
      const [regular, semibold] = weights;
      core.tell('letters', { regular, semibold });
      letters_here.set(name, null);
    }
  }
  /** Shows a plain page, with the browser's letters, while the canvas lacks letters of a shown language. */
  function follow_letters() {
    if (!has_started) return;
    const missing = core.state().shown.map(script_of).some((script) => script && !letters_here.has(script));
    if (missing === unlettered) return;
    unlettered = missing;
    choose_mode();
  }

  const late = {}, arrived = new Set(['sv']);  // languages whose texts did not come in time, and those that are loaded
  let tells_to_come = false;
  /** Languages whose texts are not loaded keep their places in the list. */
  function tell_to_come() {
    if (!core) return;
    const all = Object.entries(globalThis.vagval_names ?? {}).filter(([language]) => !arrived.has(language) && (tells_to_come || late[language]));
    core.tell('to_come', { languages: all.map(([language, said]) => ({ language, ...said, late: Boolean(late[language]) })) });
  }
  const words = (language) => later(`words-${language}`, () => globalThis.vagval_words?.[language] || arrived.has(language), (here) => {
    late[language] = !here || !take_words(language);
    if (!late[language]) arrived.add(language);
    if (!has_started) return;
    if (late[language]) tell_to_come();
    refresh();
  });
  /** \returns false if they belong to another version. */
  function take_words(language) {
    const found = globalThis.vagval_words?.[language];
    if (!core || !found) return true;
    const taken = core.tell('words', { words: encoder.encode(JSON.stringify(found)) });
    delete globalThis.vagval_words[language];
    return taken;
  }

  function prefer() {
    // A person with forced colours wants higher contrast. The canvas cannot take the colours over, but has a plainer
    // theme.
    const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(prefers-contrast: custom)', '(forced-colors: active)'].map((query) => matchMedia(query));
    const tell = () => {
      if (!core) return;
      const [dark, ...more] = queries.map((query) => query.matches);
      const contrast = more.includes(true);
      core.tell('prefers', { dark, more_contrast: contrast });
      mirror.prefer({ dark, contrast });
      refresh();
    };
    for (const query of queries) query.addEventListener('change', tell);
    tell();
  }

  // The first supported language among those of the browser, otherwise English. The core chooses in the same way.
  function language_asked_for() {
    const known = ['sv', ...globalThis.vagval_later ?? []];
    for (const tag of navigator.languages.map((each) => each.toLowerCase())) {
      const found = known.find((language) => [language, ...names.languages[language]?.also ?? []].some((name) => tag === name || tag.startsWith(`${name}-`)));
      if (found) return found;
    }
    return navigator.languages.length > 0 ? 'en' : 'sv';
  }

  async function start() {
    opening = globalThis.vagvalOpening;
    names = globalThis.vagval_border;
    bar.value = 2;
    const later_languages = globalThis.vagval_later ?? [], first_language = language_asked_for();
    // Requested while the program is being prepared.
    const first_words = first_language === 'sv' ? true : words(first_language);
    // No words of ours reach the console: it outlives the page.
    core = createBorder(await createVagval({ canvas, print() {}, printErr() {}, onAbort: () => stopped() }), stopped);
    about = core.about();
    device = createDevice(() => createVagval({ print() {}, printErr() {} }));
    bar.value = 3;
    // Waits for the texts of the first screen; if they do not come, English is used.
    if (!(await first_words) && first_language !== 'en') await words('en');
    for (const language of [first_language, 'en']) if (globalThis.vagval_words?.[language] && take_words(language)) arrived.add(language);
    core.tell('start', { ...today(), languages: [...navigator.languages] });
    if (first_language !== 'sv' && core.state().language !== first_language) {
      late[first_language] = true;
      arrived.delete(first_language);
    }
    tell_to_come();
    if (late[first_language]) core.tell('choose_language', { language: first_language });
    mirror = createMirror(by_id('page'), by_id('polite'), by_id('assertive'), act, turn_page, picture, video);

    document.fonts.add(new FontFace('Vagval Sans', core.bytes_of(about.font)));
    document.fonts.add(new FontFace('Vagval Sans', core.bytes_of(about.strong_font), { weight: '600' }));

    history.scrollRestoration = 'manual';
    open_canvas();
    steps = createBack({
      depth: () => core.state().depth,
      left: (event) => mirror.commit_typed(event),
      back: () => core.tell('back'),
      forward: () => core.tell('forward'),
      gone() { carry_out(); refresh(); },
    });
    const script = script_of(first_language);
    if (script) await letters(script);
    listen();
    watch_letters();
    prefer();
    find_voices();
    make_camera();
    by_id('opening').remove();
    has_started = true;
    if (device.possible) device.has_plan().then((has_plan) => tell_device({ has_plan }), (error) => tell_unread(error, { asked: false }));
    follow_letters();
    choose_mode();
    if (has_canvas) watch_size();
    opening.came = (name) => {
      if (!core) return;
      if (name === 'camera.js') make_camera();
      if (name === 'style.css' && !opened) {
        open_canvas();
        choose_mode();
        if (has_canvas) watch_size();
      }
      refresh();
    };
    // The expected languages are loaded by now; the others are listed as on their way.
    setTimeout(() => {
      if (later_languages.every((language) => arrived.has(language))) return;
      tells_to_come = true;
      tell_to_come();
      refresh();
    }, 3000);
    await Promise.all([...later_languages.map(words), ...Object.keys(names.scripts).map(letters), later('jsqr', () => globalThis.jsQR)]);
    // Last: everything it keeps is here already. A browser that refuses it goes on without.
    for (const pause_ms of [0, 5000, 60_000]) {
      await new Promise((done) => setTimeout(done, pause_ms));
      if (!core || has_erased || await work_offline().then(() => true, () => false)) return;
    }
  }

  globalThis.startVagval = start;
})();
