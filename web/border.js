// SPDX-License-Identifier: EUPL-1.2
// The border to the core: what the page tells it and what it wants, as JSON by the names of assets/border.json. Nothing but this
// file calls the program's functions or touches its memory.
'use strict';

/**
 * @param program the wasm module.
 * @param fault() is called when a function of the program does not come back: its memory is in no order, and nothing is called after it.
 */
function createBorder(program, fault) {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();

  function call(name, ...given) {
    try {
      return program[name](...given);
    } catch (error) {
      fault?.();
      throw error;
    }
  }
  function text_at(address) {
    return decoder.decode(program.HEAPU8.subarray(address, program.HEAPU8.indexOf(0, address)));
  }
  const answer_of = (name, ...given) => JSON.parse(text_at(call(name, ...given)));

  // A zero would end a text early somewhere, and half a letter is none.
  const clean = (text) => text.replace(/\0/g, '').replace(/\p{Cs}/gu, '\ufffd');
  const jsonable = (_, value) => (typeof value === 'string' ? clean(value) : value);

  /** Memory of the program for the next message. It may move, so the page asks for it each time. */
  function room(which, size) {
    const address = call('_vagval_room', which, size);
    return program.HEAPU8.subarray(address, address + size);
  }

  /**
   * Tells the core something, with the members that this kind has. Bytes are Uint8Arrays, and lie in the program's memory once.
   * \returns what the core answers: false where there was nothing to do, or where what was told is not well formed.
   */
  function tell(kind, members = {}) {
    const parts = Object.values(members).filter((value) => value instanceof Uint8Array);
    const counted = Object.entries(members).map(([name, value]) => [name, value instanceof Uint8Array ? value.length : value]);
    const words = encoder.encode(JSON.stringify({ kind, ...Object.fromEntries(counted) }, jsonable));
    if (parts.length > 0) {
      const place = room(1, parts.reduce((sum, part) => sum + part.length, 0));
      let at = 0;
      for (const part of parts) {
        place.set(part, at);
        at += part.length;
      }
    }
    room(0, words.length).set(words);
    words.fill(0);
    const { answer = false, error } = answer_of('_vagval_tell');
    // Names of the list and no more: the console outlives the page.
    if (error) console.error(`Vägval: ${error}`);
    return answer;
  }

  /** A copy: the core lends its bytes until it is asked again. */
  const bytes_of = ({ address, size }) => program.HEAPU8.slice(address, address + size);

  let state_text = '', state_now = {};
  /** What the page goes by between two screens. */
  function state() {
    const text = text_at(call('_vagval_state'));
    if (text !== state_text) [state_text, state_now] = [text, JSON.parse(text)];
    return state_now;
  }

  /** Draws one frame. \returns what came of it, lengths in px. */
  function frame() {
    const { height, top, bottom, wanted_scroll, ...rest } = answer_of('_vagval_frame');
    return { ...rest, height: height / 100, top: top / 100, bottom: bottom / 100, wanted_scroll: wanted_scroll / 100 };
  }

  const pointer_events = () => globalThis.vagval_border.lists.pointer_events;

  return {
    tell, state, frame, bytes_of,
    about: () => answer_of('_vagval_about'),
    effects: () => answer_of('_vagval_effects'),
    /** As text, so that one that has not changed need not be read. */
    screen: (drawn) => text_at(call('_vagval_screen', drawn)),
    placed: () => answer_of('_vagval_placed'),
    texts: () => answer_of('_vagval_texts'),
    pointer: (type, x, y, touch, at_ms) => call('_vagval_pointer', pointer_events().indexOf(type), x, y, touch, at_ms),
    scroll: (offset) => call('_vagval_scroll', offset),
    stretch: (steps) => call('_vagval_stretch', steps),
    stretched_key: () => bytes_of({ address: call('_vagval_stretch_key'), size: 32 }),
    /** Overwrites all that the program has in memory. */
    forget: () => program.HEAPU8.fill(0),
  };
}
