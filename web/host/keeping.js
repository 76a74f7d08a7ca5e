// SPDX-License-Identifier: EUPL-1.2
// What the program wants kept on the device, read from it, erased; and a passphrase stretched. The build puts this before host.js, in the same file.
'use strict';

/** @param page the program as `core`, `refresh`, `carry_out`, and `put_away_paper`. */
function createKeeping(page, device) {
  function keep({ over_others, chosen, ...place }) {
    if (chosen) device.stay();
    device.keep(page.core.bytes_of(place), over_others, (ended) => {
      if (!page.core) return;
      if (ended === 'written') page.core.tell('kept_now');
      else if (ended === 'failed') page.core.tell('keep_failed');
      else page.core.tell('kept_elsewhere', { erased: ended === 'erased' });
      page.refresh();
    });
  }

  function tell_device(found) {
    if (!page.core) return;
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]').content;
    page.core.tell('device', { ...found, shared: device.shared, build: globalThis.vagval_build ?? '', policy });
    page.refresh();
  }
  function tell_unread(error, { asked = true, erasing = false } = {}) {
    if (!page.core) return;
    page.core.tell('device_unread', { why: device.why_unread(error), asked, erasing, shared: device.shared });
    page.refresh();
  }
  const look = () => device.look().then(tell_device, tell_unread);

  async function stretch({ passphrase, salt, factor }) {
    const bytes = Uint8Array.from(salt.match(/../g), (pair) => parseInt(pair, 16));
    const told = (thousandths) => {
      page.core?.tell('stretching', { thousandths });
      page.refresh();
    };
    const key = await device.stretch(new TextEncoder().encode(passphrase), bytes, factor, told).catch(() => null);
    if (key === undefined || !page.core) return;
    if (key) page.core.tell('stretched', { key });
    else page.core.tell('not_stretched');
    key?.fill(0);
    page.carry_out();
    page.refresh();
  }

  async function read_kept() {
    let found;
    try {
      found = await device.read();
    } catch (error) {
      return tell_unread(error);
    }
    if (!page.core) return;
    if (!found) return look();  // erased by another tab
    page.core.tell('kept', found);
    page.refresh();
  }

  let has_erased = false;  // after erasing, the program restores nothing unasked
  async function erase({ everything }) {
    if (everything) page.put_away_paper();
    has_erased ||= everything;
    const erasing = await (everything ? device.erase_everything() : device.erase_plan()).catch(() => 'failed');
    await device.look(erasing === 'blocked').then((found) => tell_device({ ...found, erased: everything, erasing }), (error) => tell_unread(error, { erasing: true }));
  }

  return { keep, look, stretch, read_kept, erase, tell_device, tell_unread, has_erased: () => has_erased };
}
