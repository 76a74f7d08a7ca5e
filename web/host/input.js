// SPDX-License-Identifier: EUPL-1.2
// Fingers, pointers and keys. The build puts this before host.js, in the same file.
'use strict';

/** @param page the program as `core`, its `mirror`, the last frame, and `refresh`, `carry_out`, `look_at_the_clock`. */
function createInput(page) {
  let escapes = [];
  /** Escape several times, each soon after the one before. */
  function leaves(event) {
    if (event.key !== 'Escape' || event.repeat) return false;
    escapes = [...escapes.filter((time) => event.timeStamp - time < page.names.timings.leave_ms), event.timeStamp];
    if (escapes.length < page.names.timings.leave_presses) return false;
    page.core.tell('leave');
    page.carry_out();
    return true;
  }

  let pressed = null;  // the place and time of a finger's touch
  const hold_ms = 700, hold_px = 10;
  /** A long press does not activate; it copies the text under the finger. */
  function copies(event) {
    const since = pressed;
    pressed = null;
    if (!since || event.timeStamp - since.time < hold_ms) return false;
    if (Math.hypot(event.clientX - since.x, event.clientY - since.y) > hold_px) return false;
    return copy(page.mirror.words_at(since.x, since.y));
  }
  function copy(text) {
    if (!text) return false;
    const told = (copied) => page.mirror?.say_copied(copied);
    (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(() => told(true), () => told(false));
    return true;
  }
  function context_menu(event) {
    if (!page.drawing || !page.core) return;
    // On touch screens the event comes while the finger is down; the copy happens when it is lifted.
    const finger = pressed !== null;
    if (finger ? page.mirror.words_at(event.clientX, event.clientY) : copy(page.mirror.words_at(event.clientX, event.clientY))) event.preventDefault();
  }

  function pointer(event) {
    if (!page.drawing || !event.isPrimary || (event.type !== 'pointermove' && event.button > 0)) return;
    if (event.type === 'pointerdown' && event.pointerType === 'mouse') page.canvas.setPointerCapture(event.pointerId);
    if (event.type === 'pointerdown') {
      pressed = event.pointerType === 'mouse' ? null : { x: event.clientX, y: event.clientY, time: event.timeStamp };
      page.look_at_the_clock();
    }
    if (event.type === 'pointercancel') pressed = null;
    const type = event.type === 'pointerup' && copies(event) ? 'pointercancel' : event.type;
    // A tap leaves the previous field after pressing the button, and the field may be gone by then.
    if (type === 'pointerup') page.mirror.commit_typed(event);
    page.core.pointer(type, event.clientX, event.clientY, event.pointerType === 'touch', event.timeStamp);
    page.refresh();
  }

  function shortcut(event) {
    if (!page.core || leaves(event)) return;
    if (event.key === 'F2') {
      event.preventDefault();
      page.core.tell('cover', { on: !page.core.state().covered });
      return page.refresh();
    }
    if (event.key === 'Escape') return page.mirror.escape(event);
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const { id } = page.names.shortcuts.find(({ key, shift }) => key === event.key.toLowerCase() && shift === event.shiftKey) ?? {};
    const typing = event.target.matches?.(page.typing_fields);
    if (!id || (typing && /undo|redo/.test(id))) return;
    event.preventDefault();
    if (typing) event.target.blur();  // the typed text belongs to the saved plan
    page.core?.tell('shortcut', { id });
    page.carry_out();
    page.refresh();
  }

  /** Keeps the focused field visible above the keyboard on the screen, which takes half the window. */
  function keep_field_in_view() {
    const field = document.activeElement;
    // A person who has zoomed the page moves it by hand.
    if (!page.core || !window.visualViewport || visualViewport.scale > 1.01 || !field?.matches(page.typing_fields)) return;
    const { top, bottom } = field.getBoundingClientRect();
    // Over the canvas what scrolls is seen between two bars.
    const from = Math.max(visualViewport.offsetTop, page.drawing ? page.drawn.top : 0) + 12;
    const to = Math.min(visualViewport.offsetTop + visualViewport.height, page.drawing ? page.drawn.bottom : Infinity) - 12;
    if (bottom > to) window.scrollBy({ top: Math.min(bottom - to, top - from), behavior: 'instant' });
  }

  /** Keys that an input method uses are not for the program, above all Escape and Enter. */
  function keep_composing(event) {
    if (event.isComposing || event.keyCode === 229) event.stopPropagation();
  }

  return { pointer, context_menu, shortcut, keep_composing, keep_field_in_view };
}
