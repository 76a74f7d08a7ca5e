// SPDX-License-Identifier: EUPL-1.2
// Words and letters that come after the page. The build puts this before host.js, in the same file.
'use strict';

/** @param page the program as `core`, whether it is `opened` and `has_started`, `names`, `bring` and `refresh`. */
function createWords(page) {
  const script_of = (language) => page.names.languages[language]?.script;
  const asked = {};

  /** Fetches one of the program's own late files. The page fetches all of them for every person, so that the requests
   * tell nothing about the choice.
   * \returns a promise of the first result: whether the file is here. `told` is called with each result. */
  const later = (name, is_there, told) => asked[name] ??= new Promise((done) => {
    page.bring(`${name}.js`, () => Boolean(is_there()), (here) => {
      if (told) told(here);
      done(here);
    });
  });

  const letters_here = new Map();  // script -> its two weights, until the canvas has them
  const letters = (name) => later(`letters-${name}`, () => globalThis.vagval_letters?.[name] || letters_here.has(name), (here) => {
    const weights = globalThis.vagval_letters?.[name];
    if (!page.core || !here || !weights) return;  // the person left in the meantime
    delete globalThis.vagval_letters[name];
    weights.forEach((bytes, index) => {
      document.fonts.add(new FontFace('Vagval Sans', bytes, { unicodeRange: page.names.scripts[name], weight: index === 0 ? '400' : '600' }));
    });
    letters_here.set(name, weights);
    give_letters();
    if (page.has_started) page.refresh();
  });
  function give_letters() {
    if (!page.opened) return;
    for (const [name, weights] of letters_here) {
      if (!weights) continue;
      const [regular, semibold] = weights;
      page.core.tell('letters', { regular, semibold });
      letters_here.set(name, null);
    }
  }

  const late = {}, arrived = new Set(['sv']);  // languages whose texts did not come in time, and those that are loaded
  let tells_to_come = false;
  /** Languages whose texts are not loaded keep their places in the list. */
  function tell_to_come() {
    if (!page.core) return;
    const all = Object.entries(globalThis.vagval_names ?? {}).filter(([language]) => !arrived.has(language) && (tells_to_come || late[language]));
    page.core.tell('to_come', { languages: all.map(([language, said]) => ({ language, ...said, late: Boolean(late[language]) })) });
  }
  const words = (language) => later(`words-${language}`, () => globalThis.vagval_words?.[language] || arrived.has(language), (here) => {
    late[language] = !here || !take_words(language);
    if (!late[language]) arrived.add(language);
    if (!page.has_started) return;
    if (late[language]) tell_to_come();
    page.refresh();
  });
  /** \returns false if they belong to another version. */
  function take_words(language) {
    const found = globalThis.vagval_words?.[language];
    if (!page.core || !found) return true;
    const taken = page.core.tell('words', { words: new TextEncoder().encode(JSON.stringify(found)) });
    delete globalThis.vagval_words[language];
    return taken;
  }

  // The first supported language among those of the browser, otherwise English. The core chooses in the same way.
  function language_asked_for() {
    const known = ['sv', ...globalThis.vagval_later ?? []];
    for (const tag of navigator.languages.map((each) => each.toLowerCase())) {
      const found = known.find((language) => [language, ...page.names.languages[language]?.also ?? []].some((name) => tag === name || tag.startsWith(`${name}-`)));
      if (found) return found;
    }
    return navigator.languages.length > 0 ? 'en' : 'sv';
  }

  /** Whether a language is on the screen whose letters are not here. */
  const lacks_letters = () => page.core.state().shown.map(script_of).some((script) => script && !letters_here.has(script));
  /** By then those that can be expected are here; the others are named as being on their way. */
  function name_those_to_come() {
    tells_to_come = true;
    tell_to_come();
    page.refresh();
  }

  return { script_of, later, letters, give_letters, lacks_letters, words, take_words, late, arrived, tell_to_come, name_those_to_come, language_asked_for };
}
