// SPDX-License-Identifier: EUPL-1.2
// The browser's Back and Forward lead through the program's screens. For each screen somebody has been at there is an
// entry in the browser's history: the same address, the same title, and nothing of the screen in it. The program knows
// its screens; this only keeps the two in step.
'use strict';

/**
 * @param depth() how many screens there are to go back to.
 * @param left(event) is told that the browser has gone somewhere, before
 * @param back() and @param forward() have the program go there too, if it will.
 * @param gone() is called after that.
 */
function createBack({ depth, left, back, forward, gone }) {
  const entries_api = globalThis.navigation?.currentEntry ? globalThis.navigation : null;
  // A browser that does not tell which entry it is at is given the entry's place in the list, which the list itself tells.
  const here = () => (entries_api ? entries_api.currentEntry?.key : history.state);
  const is_earlier = (key) => {
    if (!entries_api) return !(key > known[0]);
    const all = entries_api.entries().map((entry) => entry.key);
    return all.indexOf(key) < all.indexOf(known[0]);
  };

  let known = [];     // the entry of each screen, the first screen's first
  let at = 0;         // which of them the browser is at
  let moving = null;  // where it has been sent and has not come to yet
  let stopped = false;

  function begin() {
    if (!entries_api && typeof history.state !== 'number') history.replaceState(0, '');
    known = [here()];
    at = 0;
  }

  // Browsers allow a page so many of these for a while, and one of them complains aloud. Whoever is quicker gets the entries later.
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
    // A browser that does not go there is not waited for.
    setTimeout(() => { if (moving === to) moving = null; }, 1000);
  }

  /** The program may be at another screen than it was. */
  function follow() {
    if (stopped || moving !== null) return;
    const wanted = depth();
    try {
      while (at < wanted && push());
    } catch {
      return;  // a browser that allows no more of it for now
    }
    if (wanted < at) send(wanted);
  }

  function went(event) {
    if (stopped) return;
    const found = known.indexOf(here());
    const from = moving ?? at;
    moving = null;
    if (found < 0) {
      // An entry from before the page was loaded anew: its screen is gone. Before the first screen one leaves.
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
  /** How far it is from an entry after ours to where the program is. */
  function found_again() {
    if (!entries_api) return known[at] - here();
    const all = entries_api.entries().map((entry) => entry.key);
    return all.indexOf(known[at]) - all.indexOf(here());
  }

  /** Somebody leaves: what they have been at is gone, and one press of Back leads away. */
  function stop() {
    stopped = true;
    if (at > 0) history.go(-at);
  }

  begin();
  window.addEventListener('popstate', went);
  return { follow, stop };
}
