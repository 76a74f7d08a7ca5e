// The device may fail: a crashed program, a database that does not answer or belongs to another program, a lost cache
// entry.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { activate, clean, go, launch, node, open, open_example, root, serve, still } from '../harness.mjs';

const phrase = 'fem vanliga ord på rad';
const shows = (page, id) => node(page, id).waitFor({ state: 'attached', timeout: 30_000 });
const to_keep = async (page) => { await go(page, 'nav.privacy'); await activate(page, 'privacy.keep'); };
async function keep_open(page) {
  await to_keep(page);
  await activate(page, 'keep.here.sure');
  await activate(page, 'keep.here.yes');
}
async function write_line(page, text) {
  await go(page, 'nav.journal');
  await activate(page, 'journal.add');
  await page.locator('main textarea').fill(text);
  await still(page);
}
/** The record as stored, or null. */
const stored = (page) => page.evaluate(async () => {
  if (!(await indexedDB.databases()).some(({ name }) => name === 'vagval')) return null;
  const base = await new Promise((done) => { const request = indexedDB.open('vagval'); request.onsuccess = () => done(request.result); });
  if (!base.objectStoreNames.contains('plan')) return base.close(), null;
  const record = await new Promise((done) => { const request = base.transaction('plan').objectStore('plan').get('plan'); request.onsuccess = () => done(request.result); });
  base.close();
  const text = (bytes) => (bytes ? new TextDecoder().decode(bytes) : null);
  return record ? { bytes: text(record.bytes), before: text(record.before), revision: record.revision ?? null } : null;
});
async function until(page, sees, why) {
  for (let i = 0; i < 100 && !sees(await stored(page)); i++) await page.waitForTimeout(100);
  assert.ok(sees(await stored(page)), why);
}
const databases = (page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name, version }) => `${name} ${version}`));
/** Makes a database of that name as another program, or another version of this one, would have. */
const make_database = (page, version, table, record) => page.evaluate(async ([version, table, record]) => {
  const base = await new Promise((done) => {
    const request = indexedDB.open('vagval', version);
    request.onupgradeneeded = () => { if (table) request.result.createObjectStore(table); };
    request.onsuccess = () => done(request.result);
  });
  if (record) await new Promise((done) => { base.transaction(table, 'readwrite').objectStore(table).put({ bytes: new TextEncoder().encode(record) }, 'plan').onsuccess = done; });
  base.close();
}, [version, table, record]);
/** Runs before the program: keeps it accessible to the test. */
function catch_program() {
  document.addEventListener('load', (event) => {
    if (event.target.id !== 'app-script') return;
    const create = window.createVagval;
    window.createVagval = async (...given) => {
      const made = await create(...given);
      window.caught ??= made;
      return made;
    };
  }, true);
}
/** An empty page at the same address. */
async function beside(page, address) {
  const other = await page.context().newPage();
  await other.route('**/empty', (route) => route.fulfill({ contentType: 'text/html', body: '<title>x</title>' }));
  await other.goto(`${address}empty`);
  return other;
}
async function with_own_site(site, use) {
  const folder = await mkdtemp(join(tmpdir(), 'vagval-'));
  await cp(site, folder, { recursive: true });
  const server = await serve(folder);
  try {
    await use(folder, server.address);
  } finally {
    server.close();
    await rm(folder, { recursive: true });
  }
}
async function works_offline(page) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');
}
/** Deletes cache entries of this name. */
const lose = (page, ending) => page.evaluate(async (wanted) => {
  let lost = 0;
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) if (request.url.endsWith(wanted) && await cache.delete(request)) lost++;
  }
  return lost;
}, ending);
const is_kept = (page, ending) => page.evaluate(async (wanted) => {
  for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) if (request.url.endsWith(wanted)) return true;
  return false;
}, ending);

export default {
  async 'a program that stops says so, leaves nothing on the screen, and offers the plan that was kept'({ browser, address }) {
    const page = await open(browser, address, { before: catch_program });
    await open_example(page, 'family');
    await keep_open(page);
    await write_line(page, 'Den sista raden');
    await until(page, (record) => record?.bytes.includes('Den sista raden'), 'kept');
    // Out of memory: the program aborts at its next action.
    await page.evaluate(() => { for (let size = 1 << 28; size >= 16; size >>= 1) while (window.caught._malloc(size)); });
    await node(page, 'nav.household').evaluate((button) => button.click());
    await page.getByRole('alert').filter({ hasText: 'has stopped' }).waitFor();
    const said = await page.locator('#opening-failed').innerText();
    assert.match(said, /har stannat på grund av ett fel/);
    assert.ok(!(await page.content()).includes('Den sista raden'));
    const download = page.waitForEvent('download');
    await page.locator('#opening-failed button.kept:visible').first().click();
    const file = await download;
    assert.equal(file.suggestedFilename(), 'plan.vagval.json');
    assert.ok((await readFile(await file.path(), 'utf8')).includes('Den sista raden'));
    await page.locator('#opening-failed .again:visible').first().click();
    await shows(page, 'kept.go_on');
    await activate(page, 'kept.go_on');
    await go(page, 'nav.journal');
    assert.ok((await page.locator('main').innerText()).includes('Den sista raden'));
  },

  async 'a program that stops where nothing is kept offers nothing, and makes no database'({ browser, address }) {
    const page = await open(browser, address, { before: catch_program });
    await page.evaluate(() => { for (let size = 1 << 28; size >= 16; size >>= 1) while (window.caught._malloc(size)); });
    await node(page, 'nav.household').evaluate((button) => button.click());
    await page.getByRole('alert').filter({ hasText: 'has stopped' }).waitFor();
    await page.waitForTimeout(500);
    assert.equal(await page.locator('#opening-failed .kept:visible').count(), 0);
    assert.deepEqual(await databases(page), []);
    clean(page);
  },

  async 'erasing that another tab holds up takes the plan first, and names the data that is left'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await keep_open(page);
    await until(page, (record) => record?.bytes.includes('vagval-plan'), 'kept');
    const other = await beside(page, address);
    await other.evaluate(() => new Promise((done) => { indexedDB.open('vagval').onsuccess = (event) => { window.base = event.target.result; done(); }; }));
    await go(page, 'nav.privacy');
    await activate(page, 'privacy.erase');
    await activate(page, 'privacy.erase.yes');
    await shows(page, 'message');
    assert.match(await node(page, 'message').innerText(), /raderad[^]*andra flikar/);
    const left = await other.evaluate(() => new Promise((done) => { window.base.transaction('plan').objectStore('plan').count().onsuccess = (event) => done(event.target.result); }));
    assert.equal(left, 0);
    await other.close();
    clean(page);
  },

  async 'a device that does not answer is not said to have kept anything'({ browser, address }) {
    const page = await open(browser, address, { before: () => { IDBFactory.prototype.open = () => ({}); } });
    await open_example(page, 'family');
    await write_line(page, 'En rad');
    await keep_open(page);
    assert.match(await node(page, 'keep.here.state').innerText(), /inte sparad förrän/);
    await shows(page, 'message');
    assert.match(await node(page, 'message').innerText(), /kunde inte spara/);
    await to_keep(page);
    assert.match(await node(page, 'keep.here.state').innerText(), /kunde inte sparas/);
    assert.equal(await page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))), true, 'closing asks');
  },

  async 'a database that does not answer when the page opens is not an empty one'({ browser, address }) {
    const page = await open(browser, address, { before: () => {
      IDBFactory.prototype.databases = () => new Promise(() => {});
      IDBFactory.prototype.open = () => ({});
      IDBFactory.prototype.deleteDatabase = () => ({});
    } });
    await shows(page, 'kept.unread');
    assert.match(await node(page, 'kept.unread').innerText(), /svarar inte/);
    await activate(page, 'kept.unread.erase');
    await node(page, 'message').waitFor({ state: 'attached', timeout: 60_000 });
    assert.match(await node(page, 'message').innerText(), /går inte att veta/);
  },

  async 'what a newer version or another program has made is said, and can be erased'({ browser, address }) {
    for (const [version, table, words] of [[2, 'plan', /nyare version/], [7, null, /nyare version/], [1, null, /inte skrivet så/], [1, 'plans', /inte skrivet så/]]) {
      const page = await open(browser, address);
      await make_database(page, version, table, table && 'vagval-plan');
      await page.reload();
      await shows(page, 'kept.unread');
      assert.match(await node(page, 'kept.unread').innerText(), words);
      assert.deepEqual(await databases(page), [`vagval ${version}`], 'looking changes nothing');
      await go(page, 'nav.privacy');
      await activate(page, 'privacy.erase');
      await activate(page, 'privacy.erase.yes');
      await page.waitForFunction(async () => (await indexedDB.databases()).length === 0);
      await shows(page, 'privacy.stored.none');
      assert.equal(await node(page, 'kept.unread').count(), 0);
      await page.context().close();
    }
  },

  async 'a record without a revision is not written over unasked'({ browser, address }) {
    const page = await open(browser, address);
    await make_database(page, 1, 'plan', 'something that was here');
    await open_example(page, 'family');
    await keep_open(page);
    await shows(page, 'kept.other');
    assert.equal((await stored(page)).bytes, 'something that was here');
    await activate(page, 'kept.mine');
    await until(page, (record) => record.bytes.includes('vagval-plan'), 'at the person’s word');
    assert.equal((await stored(page)).before, 'something that was here');
  },

  async 'a record without a revision that has been opened is kept on'({ browser, address }) {
    const page = await open(browser, address);
    await make_database(page, 1, 'plan', await readFile(join(root, 'assets/examples/family.json'), 'utf8'));
    await page.reload();
    await shows(page, 'kept.go_on');
    await activate(page, 'kept.go_on');
    await write_line(page, 'En rad till');
    await until(page, (record) => record.bytes.includes('En rad till') && record.revision, 'kept');
    assert.equal(await node(page, 'kept.other').count(), 0);
  },

  async 'a passphrase chosen later leaves no copy that anybody can read'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await keep_open(page);
    await until(page, (record) => record?.bytes.includes('vagval-plan'), 'kept');
    await activate(page, 'keep.here.stop');
    await until(page, (record) => record === null, 'erased');
    await to_keep(page);
    await activate(page, 'keep.here.sure');
    await activate(page, 'keep.here.yes');
    await until(page, (record) => record?.bytes.includes('vagval-plan'), 'kept again');
    // As another tab with the same record does: a sealed plan over the stored one.
    const again = await open(browser, address, { context: page.context() });
    await open_example(again, 'family');
    await to_keep(again);
    await activate(again, 'keep.here.seal');
    await node(again, 'pass.new').fill(phrase);
    await node(again, 'pass.again').fill(phrase);
    await still(again);
    await activate(again, 'keep.here.seal.go');
    await node(again, 'kept.mine').waitFor({ state: 'attached', timeout: 60_000 });
    await activate(again, 'kept.mine');
    await until(again, (record) => record.bytes.startsWith('age-encryption.org/v1'), 'sealed');
    assert.equal((await stored(again)).before, null);
  },

  async 'the browser is asked to let the plan stay when the person chooses to keep it, and not before'({ browser, address }) {
    const page = await open(browser, address, { before: () => {
      window.asked_to_stay = 0;
      StorageManager.prototype.persist = async () => { window.asked_to_stay++; return false; };
    } });
    await open_example(page, 'family');
    await to_keep(page);
    assert.equal(await page.evaluate(() => window.asked_to_stay), 0);
    await activate(page, 'keep.here.sure');
    await activate(page, 'keep.here.yes');
    await write_line(page, 'En rad');
    assert.equal(await page.evaluate(() => window.asked_to_stay), 1);
    clean(page);
  },

  async 'a sealed file is handed over as bytes, and a plain one as JSON'({ browser, address }) {
    const page = await open(browser, address, { before: () => {
      window.types = [];
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => { window.types.push(blob.type); return make(blob); };
    } });
    await open_example(page, 'family');
    await activate(page, 'toolbar.save');
    await activate(page, 'keep.plain');
    await activate(page, 'toolbar.save');
    await to_keep(page);
    await activate(page, 'keep.seal');
    await node(page, 'pass.new').fill(phrase);
    await node(page, 'pass.again').fill(phrase);
    await still(page);
    const download = page.waitForEvent('download', { timeout: 60_000 });
    await activate(page, 'keep.seal.go');
    await download;
    const types = await page.evaluate(() => window.types);
    assert.equal(types[0], 'application/json');
    assert.equal(types.at(-1), 'application/octet-stream');
  },

  async 'a program opened as a file keeps a plan only with a passphrase, and says why'({ browser, site }) {
    const folder = await mkdtemp(join(tmpdir(), 'vagval-'));
    try {
      const file = join(folder, 'vagval.html');
      execFileSync(process.execPath, [join(root, 'cmake/single_file.mjs'), site, file]);
      const page = await open(browser, pathToFileURL(file).href);
      await open_example(page, 'family');
      await to_keep(page);
      await shows(page, 'keep.here.shared');
      assert.match(await node(page, 'keep.here.shared').innerText(), /öppnad som en fil/);
      assert.equal(await node(page, 'keep.here.sure').count(), 0);
      await activate(page, 'keep.here.seal');
      await shows(page, 'pass.new');
      clean(page);
    } finally {
      await rm(folder, { recursive: true });
    }
  },

  async 'entries of the cache that are lost are fetched as they were, and put back'({ browser, site }) {
    await with_own_site(site, async (folder, address) => {
      const page = await open(browser, address, { offline_too: true });
      await works_offline(page);
      for (const name of ['/index.html', '/app.js', '/style.css']) {
        assert.equal(await lose(page, name), 1, name);
        await page.reload();
        await shows(page, 'nav.start');
        assert.ok(await is_kept(page, name), `${name} is not put back`);
      }
      await page.evaluate(async () => { for (const name of await caches.keys()) await caches.delete(name); });
      await page.reload();
      await shows(page, 'nav.start');
      await page.waitForTimeout(1000);
      await page.context().setOffline(true);
      await page.reload();
      await shows(page, 'nav.start');
    });
  },

  async 'an entry that is lost when the server has another version lets that one in'({ browser, site }) {
    await with_own_site(site, async (folder, address) => {
      const page = await open(browser, address, { offline_too: true });
      await works_offline(page);
      const html = (await readFile(join(folder, 'index.html'), 'utf8')).replace('<title>', '<title>Ny ');
      await writeFile(join(folder, 'index.html'), html);
      const worker = await readFile(join(folder, 'worker.js'), 'utf8');
      const hash = createHash('sha256').update(html).digest('base64');
      await writeFile(join(folder, 'worker.js'), worker.replace(/("index.html",\s*)"[^"]+"/, `$1"sha256-${hash}"`).replace(/version = '\w+'/, "version = 'next'"));
      assert.equal(await lose(page, '/index.html'), 1);
      await page.reload();
      await shows(page, 'nav.start');
      assert.equal(await page.title(), 'Ny Vägval');
    });
  },

  async 'a browser that shows the page other pixels than it draws says so, and one whose reader has not come'({ address }) {
    const own = await launch({ more: ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'] });
    try {
      const noise = () => {
        // As a browser that protects against fingerprinting: noise, or one colour.
        const real = CanvasRenderingContext2D.prototype.getImageData;
        CanvasRenderingContext2D.prototype.getImageData = function (...given) {
          const image = real.apply(this, given);
          for (let at = 0; at < image.data.length; at++) image.data[at] = window.one_colour ? 255 : (at * 2654435761) >>> 24;
          return image;
        };
      };
      for (const [before, words, route] of [[noise, /skydd mot spårning/], [`window.one_colour = true; (${noise})();`, /skydd mot spårning/],
        [undefined, /har inte kommit fram/, '**/jsqr.js']]) {
        const context = await own.newContext({ serviceWorkers: 'block', locale: 'sv-SE' });
        if (route) await context.route(route, (each) => each.abort());
        const page = await open(own, address, { before, context });
        await go(page, 'toolbar.save');
        await activate(page, 'keep.transfer');
        await activate(page, 'transfer.read');
        await shows(page, 'transfer.camera.fault');
        assert.match(await node(page, 'transfer.camera.fault').innerText(), words);
        await context.close();
      }
    } finally {
      await own.close();
    }
  },
};
