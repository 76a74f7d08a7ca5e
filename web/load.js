// SPDX-License-Identifier: EUPL-1.2
// Loads the files of the page: retries missing files, with growing pauses and when the person asks, starts the program
// when all its files are here, and otherwise shows the fault in texts of the page itself. Written for browsers of ten
// years ago, so that it can tell them which feature they lack. The page asks for this file twice.
'use strict';

(function () {
  if (window.vagvalOpening) return;

  var pause_first_ms = 500, pause_max_ms = 60000, patience_ms = 10000;
  // The canvas gets its size from there; without it the program is a plain page.
  function has_style() {
    var hidden = document.getElementById('file');
    return !hidden || getComputedStyle(hidden).visibility === 'hidden';
  }
  function defines(name) { return function () { return typeof window[name] === 'function'; }; }

  var files = [];
  var opening = document.getElementById('opening'), failed = document.getElementById('opening-failed');
  var started = false, ended = false, why = '';

  // ---- messages ----

  /** Shows the sentence in the person's language if the page has it, and in English and Swedish. */
  function show(reason, first) {
    if (ended || why === 'stopped') return;
    why = reason;
    var wanted = [first].concat(navigator.languages || [navigator.language], ['en', 'sv']);
    var shown = [];
    for (var i = 0; i < wanted.length; i++) {
      var language = String(wanted[i] || '').toLowerCase().split('-')[0];
      var found = /^[a-z]+$/.test(language) ? failed.querySelector('section[lang=' + language + ']') : null;
      if (found && shown.indexOf(found) < 0 && (shown.length === 0 || /^(en|sv)$/.test(language))) shown.push(found);
    }
    var sections = failed.querySelectorAll('section');
    for (var at = 0; at < sections.length; at++) {
      sections[at].hidden = shown.indexOf(sections[at]) < 0;
      var parts = sections[at].querySelectorAll('p');
      for (var each = 0; each < parts.length; each++) parts[each].hidden = parts[each].className !== reason && parts[each].className !== 'ways';
    }
    for (var place = 0; place < shown.length; place++) failed.appendChild(shown[place]);  // the person's own language first
    document.getElementById('opening-bar').hidden = reason !== 'files';
    failed.style.visibility = 'visible';
    failed.hidden = false;
  }

  /** The program has crashed. The page says so, and shows nothing of the last screen. */
  function stopped(language) {
    document.body.textContent = '';
    document.body.className = 'loading';
    document.body.appendChild(opening);
    show('stopped', language);
  }

  /** Offers the plan kept on the device, in every state of the program. */
  function offer(take) {
    var buttons = failed.querySelectorAll('.kept');
    for (var i = 0; i < buttons.length; i++) {
      buttons[i].hidden = false;
      if (buttons[i].tagName === 'BUTTON') buttons[i].onclick = take;
    }
  }

  // ---- requests ----

  function ask(file) {
    if (ended) return;
    clearTimeout(file.timer);
    file.timer = 0;
    file.tries++;
    var style = /\.css$/.test(file.name);
    var element = document.createElement(style ? 'link' : 'script');
    if (style) element.rel = 'stylesheet';
    // A file that came damaged is not taken from the cache.
    element[style ? 'href' : 'src'] = file.name + (file.odd > 0 ? '?again=' + file.tries : '');
    document.head.appendChild(element);
    wait(file);
  }

  /** A file that neither comes nor fails is called late. It may come after all. */
  function wait(file) {
    file.patience = setTimeout(function () { tell(file); }, patience_ms);
  }

  function tell(file) {
    if (ended) return;
    if (file.told) file.told(file.here);
    else if (started && file.here && window.vagvalOpening.came) window.vagvalOpening.came(file.name);
    file.late = !file.here;
    go();
  }

  /** Handles an answer. */
  function settle(file, loaded) {
    if (file.here || ended) return;
    clearTimeout(file.patience);
    file.here = file.is_there();
    if (!file.here) {
      if (loaded) file.odd++;
      if (!file.timer) file.timer = setTimeout(function () { ask(file); }, Math.min(pause_first_ms * Math.pow(2, file.tries), pause_max_ms));
    }
    // A single failure is common and is mended within a second.
    if (file.here || file.tries > 0) tell(file);
  }

  /** Retries all failed files at once. \returns whether there were any. */
  function again() {
    var any = false;
    for (var i = 0; i < files.length; i++) {
      if (!files[i].timer) continue;
      any = true;
      files[i].tries = 0;
      ask(files[i]);
    }
    return any;
  }

  function heard(event) {
    var element = event.target;
    if (!element || !/^(SCRIPT|LINK)$/.test(element.tagName)) return;
    var name = String(element.src || element.href || '').split(/[?#]/)[0].split('/').pop();
    for (var i = 0; i < files.length; i++) if (files[i].name === name) settle(files[i], event.type === 'load');
  }

  function file_of(name, is_there, told) {
    return { name: name, is_there: is_there, told: told, here: false, late: false, tries: 0, odd: 0, timer: 0, patience: 0, optional: false };
  }

  /** Requests a file until it is here. `told(here)` is called when it is, and each time it is late. */
  function bring(name, is_there, told) {
    var file = file_of(name, is_there, told);
    files.push(file);
    if (is_there()) {
      file.here = true;
      told(true);
    } else {
      ask(file);
      file.tries = 0;  // as for the files in the page itself
    }
  }

  // ---- the start ----

  function go() {
    if (started || ended || document.readyState === 'loading') return;
    var missing = false, odd = false;
    for (var i = 0; i < files.length; i++) {
      var file = files[i];
      file.here = file.here || file.is_there();
      if (file.here) {
        clearTimeout(file.patience);  // it is seen before its own answer, and is not waited for any more
        continue;
      }
      if (file.odd > 1) odd = true;
      if (!(file.optional && file.late)) missing = true;
      if (file.late && !file.optional) show('files');
    }
    // A file that arrives whole and defines nothing uses syntax that this browser does not know.
    if (odd && missing) return show('old');
    if (missing) return;
    if (lacks()) return show(lacks());
    started = true;
    failed.hidden = true;
    window.startVagval().then(null, function () { show('broken'); });
  }

  function lacks() {
    // It may be a new browser with the feature turned off.
    if (typeof WebAssembly !== 'object') return 'wasm';
    var needed = window.Promise && window.TextDecoder && window.ResizeObserver && window.PointerEvent && Object.fromEntries &&
      String.prototype.replaceAll && Element.prototype.replaceChildren && window.crypto && crypto.getRandomValues;
    return needed ? '' : 'old';
  }

  failed.hidden = true;
  failed.addEventListener('click', function (event) {
    // Otherwise the link reloads the page by its address.
    if (event.target.className === 'again' && why === 'files' && again()) event.preventDefault();
  });
  var own = [['border.js', defines('createBorder')], ['mirror.js', defines('createMirror')], ['device.js', defines('createDevice')], ['back.js', defines('createBack')], ['host.js', defines('startVagval')], ['app.js', defines('createVagval')],
    ['camera.js', defines('createCamera')], ['style.css', has_style]];
  for (var i = 0; i < own.length; i++) {
    files.push(file_of(own[i][0], own[i][1]));
    files[i].optional = i > 5;
    wait(files[i]);
  }
  document.addEventListener('load', heard, true);
  document.addEventListener('error', heard, true);
  window.addEventListener('online', again);
  document.addEventListener('DOMContentLoaded', go);
  // By now each file in the page has come or failed, also those that answered before this file ran.
  function all_answered() {
    for (var at = 0; at < own.length; at++) if (!files[at].here && !files[at].timer && files[at].tries === 0) settle(files[at], false);
    go();
  }
  window.addEventListener('load', all_answered);

  window.vagvalOpening = {
    bring: bring, again: again, show: show, stopped: stopped, offer: offer, has_style: has_style,
    came: null,  // called when an optional file comes after the start
    /** Called when the person leaves: requests and messages end. */
    end: function () { ended = true; window.removeEventListener('online', again); for (var at = 0; at < files.length; at++) { clearTimeout(files[at].timer); clearTimeout(files[at].patience); } }
  };
  // A file of another version has come, so the remaining files would belong to that version.
  var workers = navigator.serviceWorker;
  if (workers && workers.controller) workers.addEventListener('controllerchange', function () { if (!started) location.reload(); });
  if (document.readyState === 'complete') all_answered();
  else go();
})();
