// SPDX-License-Identifier: EUPL-1.2
// Storage on the device: the plan that the person chose to keep (IndexedDB, one record), the list of all stored data,
// and the stretching of a passphrase in a separate instance of the program, whose memory is freed afterwards.
'use strict';

function createDevice(load) {
  const database = 'vagval', table = 'plan', record = 'plan', version = 1;
  // Longer than a working disk needs, also a busy one.
  const patience_ms = 8000;
  let revision = null;  // revision of the record when this tab last read or wrote it; '': no record; null: not known

  // If the page was opened from a disk or inside another program, pages of others may share its storage.
  const shared = !location.protocol.startsWith('http');

  // ---- one record ----

  class Silent extends Error {}
  class Strange extends Error {}

  /** The promise with a time limit. `late` is called with a result that comes after the limit. */
  const soon = (promise, late) => new Promise((done, failed) => {
    let given_up = false;
    const timer = setTimeout(() => {
      given_up = true;
      failed(new Silent());
    }, patience_ms);
    promise.then((value) => {
      clearTimeout(timer);
      if (given_up) late?.(value);
      else done(value);
    }, (error) => {
      clearTimeout(timer);
      failed(error);
    });
  });

  const asked = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

  /** \returns the database, or undefined if there is none and `make` is not set. `any`: accepts any version. */
  async function open({ make = false, any = false } = {}) {
    const request = any ? indexedDB.open(database) : indexedDB.open(database, version);
    let made = true;
    request.onupgradeneeded = () => {
      // A look does not create the database.
      if (make) request.result.createObjectStore(table);
      else made = false, request.transaction.abort();
    };
    let base;
    try {
      base = await soon(asked(request), (late) => late.close());
    } catch (error) {
      if (!made) return undefined;
      throw error;
    }
    // Closes for another tab that erases the database, or for a newer version.
    base.onversionchange = () => base.close();
    return base;
  }

  /** Runs `use` with the table. Resolves when the transaction is on the disk. */
  async function transaction(mode, use, how = {}, tables = [table]) {
    const base = await open(how);
    if (!base) return undefined;
    try {
      const all = tables ?? [...base.objectStoreNames];
      if (all.some((name) => !base.objectStoreNames.contains(name))) throw new Strange();
      if (all.length === 0) return undefined;
      const work = base.transaction(all, mode, { durability: 'strict' });
      const finished = new Promise((done, failed) => {
        work.oncomplete = done;
        work.onabort = work.onerror = () => failed(work.error ?? new Silent());
        base.onclose = () => failed(new Silent());  // the browser closed it, e.g. because its data were cleared
      });
      finished.catch(() => {});  // if `use` fails first
      try {
        return await soon((async () => {
          const result = await use(...all.map((name) => work.objectStore(name)));
          await finished;
          return result;
        })());
      } catch (error) {
        // After a reported failure the transaction must not complete.
        try { work.abort(); } catch { /* it is over already */ }
        throw error;
      }
    } finally {
      base.close();
    }
  }

  async function exists() {
    if (!indexedDB.databases) return undefined;
    return (await soon(indexedDB.databases())).some(({ name }) => name === database);
  }

  /** \returns the record, or undefined. Does not create a database. */
  async function stored() {
    if (await exists() === false) return undefined;
    return transaction('readonly', (plans) => asked(plans.get(record)));
  }

  /** The reason why the stored data could not be read: a name of the list `unread`. */
  const why_unread = (error) => (error instanceof Silent ? 'silent' : error instanceof Strange ? 'strange' : error?.name === 'VersionError' ? 'newer' : 'refused');

  const revision_of = (found) => (found ? String(found.revision ?? '') : null);
  const whole = (bytes) => (bytes instanceof Uint8Array ? bytes : new Uint8Array());

  async function read() {
    const found = await stored();
    revision = revision_of(found);
    return found && { bytes: whole(found.bytes), before: whole(found.before) };
  }

  const seal_begins = 'age-encryption.org/';
  const is_sealed = (bytes) => [...seal_begins].every((letter, index) => bytes[index] === letter.charCodeAt(0));

  /** \returns 'written'; or, without writing, the other tab's change to the record: 'changed' or 'erased'. */
  async function write(bytes, over_others) {
    // A look must not create the database that another tab has just erased.
    if (revision !== null && !over_others && await exists() === false) return 'erased';
    // A new revision each time, also after the record was erased and made anew.
    const next = crypto.getRandomValues(new Uint32Array(4)).join('-');
    const done = await transaction('readwrite', async (plans) => {
      const found = await asked(plans.get(record));
      if (revision_of(found) !== revision && !over_others) return found ? 'changed' : 'erased';
      const before = found?.bytes ? whole(found.bytes) : null;
      // An unsealed copy would be left beside the sealed one.
      const keeps_before = before && (is_sealed(before) || !is_sealed(bytes));
      plans.put({ revision: next, bytes, before: keeps_before ? before : null }, record);
      return 'written';
    }, { make: true });
    // Set only here: a failed transaction leaves the record as this tab knew it.
    if (done === 'written') revision = next;
    return done;
  }

  // At most one write at a time, always of the newest bytes. No write is delayed longer than this, also while the
  // person types.
  const wait_ms = 250;
  let waiting = null, timer = 0, writing = Promise.resolve(), under_way = false;

  function flush() {
    clearTimeout(timer);
    timer = 0;
    writing = writing.then(write_newest);
    return writing;
  }

  async function write_newest() {
    const next = waiting;
    waiting = null;
    if (!next) return;  // a later write took the bytes along
    under_way = true;
    let done = 'failed';
    try {
      done = await write(next.bytes, next.over_others);
    } catch {
      // reported below, like every other end
    } finally {
      under_way = false;
    }
    next.ended(done);
  }

  /** Keeps the bytes soon. `ended` is called with 'written'; with 'changed' or 'erased', without writing, if another tab did so;
   * or with 'failed' if there is no room or no answer. */
  function keep(bytes, over_others, ended) {
    waiting = { bytes, over_others: over_others || Boolean(waiting?.over_others), ended };
    timer ||= setTimeout(flush, wait_ms);
  }

  /** Whether bytes are waiting to be written. */
  const pending = () => Boolean(waiting) || under_way;

  /** Asks the browser not to clear the storage when room is short. The answer does not matter here. */
  const stay = () => navigator.storage?.persist?.().catch(() => {});

  /** \returns 'done', or 'blocked' if the plan is gone but another tab still holds the empty database. */
  async function erase_plan() {
    clearTimeout(timer);
    timer = 0;
    waiting = null;
    await writing;
    revision = null;
    // First erases the plan, in a table of any version: another tab can block only the steps after it.
    let fault;
    try {
      if (await exists() !== false)
        await transaction('readwrite', async (...tables) => { await Promise.all(tables.map((each) => asked(each.clear()))); }, { any: true }, null);
    } catch (error) {
      fault = error;
    }
    const request = indexedDB.deleteDatabase(database);
    // Other tabs of the program close the database when they hear of it, which takes a moment.
    const blocked = new Promise((done) => { request.onblocked = () => setTimeout(() => done('blocked'), 500); });
    const ended = await soon(Promise.race([asked(request).then(() => 'done'), blocked]));
    if (ended === 'blocked' && fault) throw fault;
    return ended;
  }

  // ---- everything there is ----

  // The site can lie in a folder beside other sites, and pages opened from a disk share one storage, so data of others
  // are neither listed nor touched. The worker names its caches after the folder too.
  const can_cache = Boolean(globalThis.caches) && location.protocol.startsWith('http');
  const folder = new URL('./', location.href).pathname;
  const our_caches = async () => (await soon(caches.keys())).filter((name) => name.startsWith('vagval-') && name.endsWith(` ${folder}`));
  const length = (bytes) => (Number.isFinite(bytes?.length) ? bytes.length : bytes?.byteLength ?? 0);
  const size_of = ({ revision, bytes, before }) => length(revision) + length(bytes) + length(before);

  const has_plan = async () => Boolean(await stored());

  /** Everything we can have stored, read now: [{ name, bytes }, …]. It reads every file that is kept, so not at the start.
   * \param blocked  the database is being erased as soon as other tabs let go of it, and answers nothing until then. */
  async function look(blocked = false) {
    const found = [];
    const plan = blocked ? undefined : await stored();
    if (plan) found.push({ name: 'plan', bytes: size_of(plan) });
    if (can_cache) {
      let bytes = 0;
      for (const name of await our_caches()) {
        const cache = await soon(caches.open(name));
        for (const request of await soon(cache.keys())) {
          const kept = await soon(cache.match(request));
          if (kept) bytes += (await soon(kept.arrayBuffer())).byteLength;
        }
      }
      if (bytes > 0) found.push({ name: 'program', bytes });
    }
    return { has_plan: Boolean(plan), stored: found };
  }

  /** Erases each part by itself, so that one failure does not stop the others. \returns as erase_plan, or 'failed' if data are
   * left. */
  async function erase_everything() {
    let ended = await erase_plan().catch(() => 'failed');
    if (!can_cache) return ended;
    const erased = async (work) => {
      try { await work(); } catch { ended = 'failed'; }
    };
    await erased(async () => {
      for (const worker of await soon(navigator.serviceWorker?.getRegistrations() ?? Promise.resolve([])))
        if (new URL(worker.scope).pathname === folder) await soon(worker.unregister());
    });
    await erased(async () => {
      for (const name of await our_caches()) await soon(caches.delete(name));
    });
    return ended;
  }

  // ---- a passphrase ----

  const slice_ms = 12;
  let current = 0;

  /** \returns the 32 bytes, null if there is too little memory, undefined if it was stopped. */
  async function stretch(passphrase, salt, factor, progress) {
    const mine = ++current;
    const other = createBorder(await load());
    const begun = other.tell('stretch_begin', { salt, passphrase, factor });
    passphrase.fill(0);
    if (!begun) return null;
    for (let done = false; !done;) {
      // Lets the page run between two slices.
      await new Promise((next) => setTimeout(next));
      if (mine !== current) break;
      const end = performance.now() + slice_ms;
      let thousandths = 0;
      while (!done && performance.now() < end) done = (thousandths = other.stretch(256)) < 0;
      progress(done ? 1000 : thousandths);
    }
    const key = mine === current ? other.stretched_key() : undefined;
    other.tell('stretch_end');
    return key;
  }

  return { possible: Boolean(globalThis.indexedDB), shared, read, keep, stay, flush, pending, has_plan, look, why_unread, is_sealed, erase_plan, erase_everything, stretch, stop() { ++current; } };
}
