// SPDX-License-Identifier: EUPL-1.2
// Reads aloud. The build puts this before host.js, in the same file.
'use strict';

/** @param page the program as `core`, and `refresh`. */
function createVoices(page) {
  // Only voices on the device, because any other voice would receive the text.
  const voice_for = (language) => speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === language);

  function find_voices() {
    if (!globalThis.speechSynthesis) return;
    const tell = () => {
      if (!page.core) return;
      page.core.tell('voices', { languages: ['sv', ...globalThis.vagval_later ?? []].filter(voice_for) });
      page.refresh();
    };
    speechSynthesis.addEventListener?.('voiceschanged', tell);
    tell();
  }

  let spoken = 0;
  function speak({ language, passages }) {
    speechSynthesis.cancel();
    const mine = ++spoken;
    const voice = voice_for(language);
    const ended = () => {
      if (mine !== spoken || !page.core) return;
      page.core.tell('reading_ended');
      page.refresh();
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

  return { find_voices, speak, be_silent: () => globalThis.speechSynthesis?.cancel() };
}
