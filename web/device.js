// SPDX-License-Identifier: EUPL-1.2
// What belongs to the device: the plan somebody chose to keep here (IndexedDB, one record), what else is stored, and a
// passphrase being stretched in an instance of the program of its own, whose memory is given back afterwards.
'use strict';

function createDevice(load) {
  const database = 'vagval', table = 'plan', record = 'plan';
  let revision = null;  // of the record as this tab last read or wrote it; null: it knows of none

  // ---- one record ----

  const asked = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

  async function open() {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(table);
    return asked(request);
  }

  /** Runs `use` with the table and resolves when the transaction has been written to the disk. */
  async function transaction(mode, use) {
    const base = await open();
    try {
      const work = base.transaction(table, mode, { durability: 'strict' });
      const finished = new Promise((done, failed) => {
        work.oncomplete = done;
        work.onabort = work.onerror = () => failed(work.error);
      });
      const result = await use(work.objectStore(table), work);
      await finished;
      return result;
    } finally {
      base.close();
    }
  }

  async function exists() {
    if (!indexedDB.databases) return true;
    return (await indexedDB.databases()).some(({ name }) => name === database);
  }

  /** \returns the record, or undefined. Makes no database where there is none. */
  async function stored() {
    if (!await exists()) return undefined;
    return transaction('readonly', (plans) => asked(plans.get(record)));
  }

  async function read() {
    const found = await stored();
    revision = found?.revision ?? null;
    const whole = (bytes) => (bytes instanceof Uint8Array ? bytes : new Uint8Array());
    return found && { bytes: whole(found.bytes), before: whole(found.before) };
  }

  /** \returns 'written'; or, having written nothing, what another tab has done with the record since: 'changed' or 'erased'. */
  async function write(bytes, over_others) {
    // Looking must not make the database that somebody has just erased.
    if (revision !== null && !over_others && !await exists()) return 'erased';
    // Never the same twice, also where the record was erased and made anew.
    const next = crypto.getRandomValues(new Uint32Array(4)).join('-');
    const done = await transaction('readwrite', async (plans) => {
      const found = await asked(plans.get(record));
      if ((found?.revision ?? null) !== revision && !over_others) return found ? 'changed' : 'erased';
      plans.put({ revision: next, bytes, before: found?.bytes ?? null }, record);
      return 'written';
    });
    // Only now: a transaction that came to nothing has left the record as this tab knew it.
    if (done === 'written') revision = next;
    return done;
  }

  // At most one write at a time, the newest. Nothing waits longer than this, also while somebody goes on typing.
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
    if (!next) return;  // a write that began later has taken it along
    under_way = true;
    try {
      const done = await write(next.bytes, next.over_others);
      if (done !== 'written') next.elsewhere(done === 'erased');
    } catch {
      next.failed();
    } finally {
      under_way = false;
    }
  }

  /** Keeps the bytes soon. `elsewhere` is called instead of overwriting another tab's change, `failed` when there is no room. */
  function keep(bytes, over_others, elsewhere, failed) {
    waiting = { bytes, over_others: over_others || Boolean(waiting?.over_others), elsewhere, failed };
    timer ||= setTimeout(flush, wait_ms);
  }

  /** Whether something is still to be written. */
  const pending = () => Boolean(waiting) || under_way;

  async function erase_plan() {
    clearTimeout(timer);
    timer = 0;
    waiting = null;
    await writing;
    revision = null;
    await asked(indexedDB.deleteDatabase(database));
  }

  // ---- everything there is ----

  // The site can lie in a folder beside others, and pages opened from a disk share one storage: what is not ours is neither
  // listed nor touched. The worker names its caches after the folder too.
  const can_cache = Boolean(globalThis.caches) && location.protocol.startsWith('http');
  const folder = new URL('./', location.href).pathname;
  const our_caches = async () => (await caches.keys()).filter((name) => name.startsWith('vagval-') && name.endsWith(` ${folder}`));
  const size_of = ({ revision, bytes, before }) => (revision?.length ?? 0) + bytes.length + (before?.length ?? 0);

  const has_plan = async () => Boolean(await stored());

  /** Everything we can have stored, read now: [[name, bytes], …]. It reads every file that is kept, so not at the start. */
  async function look() {
    const found = [];
    const plan = await stored();
    if (plan) found.push(['plan', size_of(plan)]);
    if (can_cache) {
      let bytes = 0;
      for (const name of await our_caches()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) bytes += (await (await cache.match(request)).arrayBuffer()).byteLength;
      }
      if (bytes > 0) found.push(['program', bytes]);
    }
    return { has_plan: Boolean(plan), stored: found };
  }

  async function erase_everything() {
    await erase_plan();
    if (!can_cache) return;
    for (const worker of await navigator.serviceWorker?.getRegistrations() ?? [])
      if (new URL(worker.scope).pathname === folder) await worker.unregister();
    for (const name of await our_caches()) await caches.delete(name);
  }

  // ---- a passphrase ----

  const slice_ms = 12;
  let current = 0;

  /** \returns the 32 bytes, null where there is too little memory, undefined where it was stopped. */
  async function stretch(passphrase, salt, factor, progress) {
    const mine = ++current;
    const other = await load();
    const at = other._malloc(salt.length + passphrase.length + 1);
    other.HEAPU8.set(salt, at);
    other.HEAPU8.set(passphrase, at + salt.length);
    const begun = other._vagval_stretch_begin(at + salt.length, passphrase.length, at, factor);
    other.HEAPU8.fill(0, at, at + salt.length + passphrase.length);
    if (!begun) return null;
    for (let done = false; !done;) {
      // The page goes on living between two slices.
      await new Promise((next) => setTimeout(next));
      if (mine !== current) break;
      const end = performance.now() + slice_ms;
      while (!done && performance.now() < end) done = other._vagval_stretch(256);
      progress(other._vagval_stretch_progress());
    }
    if (mine !== current) return other._vagval_stretch_end(), undefined;
    const address = other._vagval_stretch_key();
    const key = other.HEAPU8.slice(address, address + 32);
    other._vagval_stretch_end();
    return key;
  }

  return { possible: Boolean(globalThis.indexedDB), read, keep, flush, pending, has_plan, look, erase_plan, erase_everything, stretch, stop() { ++current; } };
}
