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


  // What the parts of this page (see host/) know of it.
  const page = {
    get core() { return core; }, get mirror() { return mirror; }, get names() { return names; }, get about() { return about; }, get drawing() { return drawing; },
    get drawn() { return drawn; }, get opened() { return opened; }, get has_started() { return has_started; },
    canvas, typing_fields, refresh, carry_out, look_at_the_clock,
    put_away_paper: () => put_away_paper(),
    bring: (...asked) => opening.bring(...asked),
    ask_again: () => opening.again(),
    later: (...asked) => words.later(...asked),
    touched() { last_input = Date.now(); },
  };
  const { download, write_file, take_along, put_away_paper } = createHandOut(page);
  const voices = createVoices(page);
  const words = createWords(page);
  const input = createInput(page);
  const files = createFiles(page, picker);
  const pictures = createPictures(page);
  let keeping;          // what the device keeps

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
    device.stop();
    pictures.stop();
    put_away_paper();
    voices.be_silent();
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

  // ---- what the program wants ----

  function carry_out() {
    if (!core) return;
    const effects = core.effects();
    for (const effect of effects) {
      wishes[effect.kind](effect);
      if (!core) return;
    }
    if (effects.length > 0) refresh();
  }

  // ---- leaving ----

  /** Leaves a neutral page of plain elements, and removes the program, its memory and all listeners. */
  function leave() {
    opening.end();
    const { stop } = steps;
    steps = undefined;  // the following page is no screen to go back from
    device.stop();
    pictures.stop();
    put_away_paper();
    voices.be_silent();
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

  // What the program wants, by its name; a newer version is there to be used only once it has been offered.
  const wishes = {
    write_file, leave,
    show_file_picker: (effect) => files.show_file_picker(effect),
    step_pictures: () => pictures.step_pictures(),
    keep: (effect) => keeping.keep(effect),
    stretch: (effect) => keeping.stretch(effect),
    read_kept: () => keeping.read_kept(),
    erase: (effect) => keeping.erase(effect),
    look: () => keeping.look(),
    output: take_along,
    speak: (effect) => voices.speak(effect),
    be_silent: () => voices.be_silent(),
    stop_stretching: () => device.stop(),
    ask_for_words: () => opening.again(),
    update() {},
    start_camera: () => pictures.start_camera(),
    stop_camera: () => pictures.stop_camera(),
    other_page: turn_page,
    end() {},  // a page is closed by its browser
  };

  let last_input = Date.now();
  function cover_when_idle() {
    const minutes = core?.state().cover_after ?? 0;
    if (minutes === 0 || Date.now() - last_input < minutes * 60_000) return;
    core.tell('cover', { on: true });
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
    if (has_canvas) words.give_letters();
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
    input.keep_field_in_view();  // now the bars are where they will be seen
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
    for (const type of names.lists.pointer_events) canvas.addEventListener(type, input.pointer);
    canvas.addEventListener('contextmenu', input.context_menu);
    // The canvas gets no events over selectable text.
    by_id('page').addEventListener('pointermove', input.pointer);
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
    window.addEventListener('keydown', input.keep_composing, { capture: true });
    document.addEventListener('keydown', input.shortcut);
    for (const type of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart']) {
      window.addEventListener(type, page.touched, { passive: true, capture: true });
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
    window.visualViewport?.addEventListener('resize', input.keep_field_in_view);
    window.addEventListener('pagehide', () => device.flush());
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) {
        pictures.tell_camera('off');
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
    picker.addEventListener('change', files.open_picked);
  }

  // ---- letters and colours ----

  /** Shows a plain page, with the browser's letters, while the canvas lacks letters of a shown language. */
  function follow_letters() {
    if (!has_started) return;
    const missing = words.lacks_letters();
    if (missing === unlettered) return;
    unlettered = missing;
    choose_mode();
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

  async function start() {
    opening = globalThis.vagvalOpening;
    names = globalThis.vagval_border;
    bar.value = 2;
    const later_languages = globalThis.vagval_later ?? [], first_language = words.language_asked_for();
    // Requested while the program is being prepared.
    const first_words = first_language === 'sv' ? true : words.words(first_language);
    // No words of ours reach the console: it outlives the page.
    core = createBorder(await createVagval({ canvas, print() {}, printErr() {}, onAbort: () => stopped() }), stopped);
    about = core.about();
    device = createDevice(() => createVagval({ print() {}, printErr() {} }));
    keeping = createKeeping(page, device);
    bar.value = 3;
    // Waits for the texts of the first screen; if they do not come, English is used.
    if (!(await first_words) && first_language !== 'en') await words.words('en');
    for (const language of [first_language, 'en']) if (globalThis.vagval_words?.[language] && words.take_words(language)) words.arrived.add(language);
    core.tell('start', { ...today(), languages: [...navigator.languages] });
    if (first_language !== 'sv' && core.state().language !== first_language) {
      words.late[first_language] = true;
      words.arrived.delete(first_language);
    }
    words.tell_to_come();
    if (words.late[first_language]) core.tell('choose_language', { language: first_language });
    mirror = createMirror(by_id('page'), by_id('polite'), by_id('assertive'), act, turn_page, picture, pictures.video);

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
    const script = words.script_of(first_language);
    if (script) await words.letters(script);
    listen();
    watch_letters();
    prefer();
    voices.find_voices();
    pictures.make_camera();
    by_id('opening').remove();
    has_started = true;
    if (device.possible) device.has_plan().then((has_plan) => keeping.tell_device({ has_plan }), (error) => keeping.tell_unread(error, { asked: false }));
    follow_letters();
    choose_mode();
    if (has_canvas) watch_size();
    opening.came = (name) => {
      if (!core) return;
      if (name === 'camera.js') pictures.make_camera();
      if (name === 'style.css' && !opened) {
        open_canvas();
        choose_mode();
        if (has_canvas) watch_size();
      }
      refresh();
    };
    setTimeout(() => {
      if (!later_languages.every((language) => words.arrived.has(language))) words.name_those_to_come();
    }, 3000);
    await Promise.all([...later_languages.map(words.words), ...Object.keys(names.scripts).map(words.letters), words.later('jsqr', () => globalThis.jsQR)]);
    // Last: everything it keeps is here already. A browser that refuses it goes on without.
    for (const pause_ms of [0, 5000, 60_000]) {
      await new Promise((done) => setTimeout(done, pause_ms));
      if (!core || keeping.has_erased() || await keepProgramHere(page, wishes).then(() => true, () => false)) return;
    }
  }

  globalThis.startVagval = start;
})();
