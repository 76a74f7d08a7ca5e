// SPDX-License-Identifier: EUPL-1.2
// Connects the browser's Back and Forward with the program's screens. Each visited screen has an entry in the browser's
// history, with the same address and title and without content of the screen. The program knows its screens; this file
// keeps the entries in step.
'use strict';

/**
 * @param depth() returns how many screens there are to go back to.
 * @param left(event) is called when the browser has gone to another entry, before
 * @param back() and @param forward() make the program go there too, if it can.
 * @param gone() is called after that.
 */
function createBack({ depth, left, back, forward, gone }) {
  const entries_api = globalThis.navigation?.currentEntry ? globalThis.navigation : null;
  // In a browser that does not name its current entry, the entry's place in the history list serves as its name.
  const here = () => (entries_api ? entries_api.currentEntry?.key : history.state);
  const is_earlier = (key) => {
    if (!entries_api) return !(key > known[0]);
    const all = entries_api.entries().map((entry) => entry.key);
    return all.indexOf(key) < all.indexOf(known[0]);
  };

  let known = [];     // the entry of each screen, in order
  let at = 0;         // the index of the browser's current entry
  let moving = null;  // the entry that the browser is on its way to
  let stopped = false;

  function begin() {
    if (!entries_api && typeof history.state !== 'number') history.replaceState(0, '');
    known = [here()];
    at = 0;
  }

  // Browsers limit how often a page may call this, and one of them logs an error. A faster person gets the entries
  // later.
  const most = 90, within_ms = 30_000;
  let lately = [];
  function may() {
    const now = performance.now();
    lately = lately.filter((time) => now - time < within_ms);
    if (lately.length >= most) return false;
    lately.push(now);
    return true;
  }

  function push() {
    if (!may()) return false;
    const before = here();
    history.pushState(entries_api ? null : known[at] + 1, '');
    if (here() === before) return false;
    known.length = at + 1;
    known.push(here());
    at += 1;
    return true;
  }

  function send(to) {
    if (entries_api && !entries_api.entries().some((entry) => entry.key === known[to])) return;
    if (!may()) return;
    moving = to;
    history.go(to - at);
    // If the browser does not arrive, the program goes on.
    setTimeout(() => { if (moving === to) moving = null; }, 1000);
  }

  /** Brings the history in step after the program changed its screen. */
  function follow() {
    if (stopped || moving !== null) return;
    const wanted = depth();
    try {
      while (at < wanted && push());
    } catch {
      return;  // the browser allows no more entries for now
    }
    if (wanted < at) send(wanted);
  }

  function went(event) {
    if (stopped) return;
    const found = known.indexOf(here());
    const from = moving ?? at;
    moving = null;
    if (found < 0) {
      // The entry is older than the last load of the page, so its screen is gone. Going before the first screen leaves
      // the page.
      const leaves = is_earlier(here());
      if (leaves) begin();
      return history.go(leaves ? -1 : found_again());
    }
    at = found;
    left(event);
    for (let step = from; step > found; step--) back();
    for (let step = from; step < found; step++) forward();
    gone();
    follow();
  }
  /** The number of entries between an entry after the known ones and the program's screen. */
  function found_again() {
    if (!entries_api) return known[at] - here();
    const all = entries_api.entries().map((entry) => entry.key);
    return all.indexOf(known[at]) - all.indexOf(here());
  }

  /** Forgets the visited screens when the person leaves, so that one press of Back leads away. */
  function stop() {
    stopped = true;
    if (at > 0) history.go(-at);
  }

  begin();
  window.addEventListener('popstate', went);
  return { follow, stop };
}
