// Keeping: passphrases, the plan on the device, leaving, covering, and use without a network, without leaks or losses.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter, Encrypter } from 'age-encryption';
import { activate, clean, go, node, open, open_example, press, root, serve, sizes, still, until } from '../harness.mjs';

const phrase = 'fem vanliga ord på rad';
const family = await readFile(join(root, 'assets/examples/family.json'));

async function pick(page, file) {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await chooser).setFiles(file);
}
const as_file = (name, bytes) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
const shows = (page, id) => node(page, id).waitFor({ state: 'attached', timeout: 30_000 });
const people = async (page) => { await go(page, 'nav.household'); return page.locator('main .row button').count(); };

async function type_new(page, first = phrase, second = first) {
  await node(page, 'pass.new').fill(first);
  await node(page, 'pass.again').fill(second);
  await still(page);
}
async function to_keep(page) {
  await go(page, 'nav.privacy');
  await activate(page, 'privacy.keep');
}
/** Keeps the plan on the device, without a passphrase. */
async function keep_open(page) {
  await to_keep(page);
  await activate(page, 'keep.here.sure');
  await activate(page, 'keep.here.yes');
}
const stored = (page) => page.evaluate(async () => {
  const [found] = await indexedDB.databases();
  if (!found) return null;
  const base = await new Promise((done) => { const request = indexedDB.open('vagval'); request.onsuccess = () => done(request.result); });
  const record = await new Promise((done) => { const request = base.transaction('plan').objectStore('plan').get('plan'); request.onsuccess = () => done(request.result); });
  base.close();
  return record && { bytes: [...record.bytes], before: record.before && [...record.before], revision: record.revision };
});
const text_of = (bytes) => Buffer.from(bytes).toString();

/** The family is kept, and Privacy lists it beside the program. */
async function keep_and_look(page) {
  await open_example(page, 'family');
  await keep_open(page);
  await until(page, 'keeping', () => stored(page));
  await go(page, 'nav.privacy');
  await activate(page, 'privacy.look');
  await page.locator('[id="privacy.stored.table"] tr').nth(2).waitFor();
}
/** The worker has stored the program, and a reload would come from it. */
async function works_offline(page) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');
}
/** A copy of the site on its own server, which the test can change. */
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
/** The next version: another title, and therefore other hashes. */
async function deploy_next(folder) {
  const html = (await readFile(join(folder, 'index.html'), 'utf8')).replace('<title>', '<title>Ny ');
  await writeFile(join(folder, 'index.html'), html);
  const worker = await readFile(join(folder, 'worker.js'), 'utf8');
  const hash = createHash('sha256').update(html).digest('base64');
  await writeFile(join(folder, 'worker.js'), worker.replace(/("index.html",\s*)"[^"]+"/, `$1"sha256-${hash}"`).replace(/version = '\w+'/, "version = 'next'"));
}
const update_waits = async (page) => {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await page.waitForFunction(async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting));
};
/** [[name, bytes], …] as the privacy screen lists it. */
const listed = (page) => page.locator('[id="privacy.stored.table"] tr').evaluateAll((rows) => rows.slice(1).map((row) =>
  [row.cells[0].textContent, Number(row.cells[1].textContent.replace(/\D/g, ''))]));
async function erase_everything(page) {
  await go(page, 'nav.privacy');
  await activate(page, 'privacy.erase');
  await activate(page, 'privacy.erase.yes');
  await shows(page, 'message');
}
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
/** Whether the program's memory holds the bytes of that word. */
const memory_holds = (program, word) => program.evaluate(({ HEAPU8 }, wanted) => {
  const [first, ...rest] = new TextEncoder().encode(wanted);
  for (let at = HEAPU8.indexOf(first); at >= 0; at = HEAPU8.indexOf(first, at + 1))
    if (rest.every((byte, index) => HEAPU8[at + 1 + index] === byte)) return true;
  return false;
}, word);

export default {
  async 'a plan is saved with a passphrase, and an independent program opens it; what that one writes opens here'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await activate(page, 'toolbar.save');
    await activate(page, 'keep.seal');
    await type_new(page);
    const download = page.waitForEvent('download', { timeout: 60_000 });
    await activate(page, 'keep.seal.go');
    const file = await download;
    assert.equal(file.suggestedFilename(), 'plan.vagval.age');
    const sealed = await readFile(await file.path());
    assert.equal(sealed.subarray(0, 22).toString(), 'age-encryption.org/v1\n');
    assert.ok(!sealed.includes('vagval-plan'));
    const decrypter = new Decrypter();
    decrypter.addPassphrase(phrase);
    const plain = text_of(await decrypter.decrypt(sealed));
    assert.equal(JSON.parse(plain).format, 'vagval-plan');

    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(12);
    encrypter.setPassphrase('deras egen fras');
    const theirs = await encrypter.encrypt(plain);
    const other = await open(browser, address);
    await pick(other, as_file('deras.vagval.age', theirs));
    await shows(other, 'pass.open');
    assert.equal(await node(other, 'pass.open').getAttribute('type'), 'password');
    await node(other, 'pass.open').fill('fel fras');
    await activate(other, 'unlock.open');
    await shows(other, 'message');
    await node(other, 'pass.open').fill('deras egen fras');
    await activate(other, 'unlock.open');
    await node(other, 'pass.open').waitFor({ state: 'detached', timeout: 30_000 });
    assert.equal(await people(other), 4);
    clean(page);
    clean(other);
  },

  async 'the page lives on while a passphrase is stretched, and it can be cancelled'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await activate(page, 'toolbar.save');
    await activate(page, 'keep.seal');
    await type_new(page);
    await node(page, 'keep.seal.go').focus();
    await page.keyboard.press('Enter');
    await shows(page, 'pass.progress');
    await activate(page, 'pass.cancel');
    await shows(page, 'pass.new');
    clean(page);
  },

  async 'the plan kept on the device is there after a reload, and is offered, not opened'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    assert.equal(await stored(page), null, 'nothing is kept unless it is chosen');
    await keep_open(page);
    await go(page, 'nav.journal');
    await activate(page, 'journal.add');
    await page.locator('main textarea').fill('En rad att hitta igen');
    await until(page, 'keeping the line', async () => text_of((await stored(page)).bytes).includes('En rad att hitta igen'));
    assert.ok((await stored(page)).before, 'the copy before is kept');

    const again = await open(browser, address, { context: page.context() });
    await shows(again, 'kept.go_on');
    assert.ok(!(await again.content()).includes('En rad att hitta igen'));
    await activate(again, 'kept.go_on');
    assert.equal(await people(again), 4);
    clean(page);
    clean(again);
  },

  async 'two tabs do not overwrite each other'({ browser, address }) {
    const first = await open(browser, address);
    await open_example(first, 'family');
    await keep_open(first);
    const before = await until(first, 'keeping', () => stored(first));
    const second = await open(browser, address, { context: first.context() });
    await shows(second, 'kept.go_on');
    await activate(second, 'kept.go_on');
    await go(second, 'nav.journal');
    await activate(second, 'journal.add');
    const kept = await until(second, 'keeping the second', async () => {
      const now = await stored(second);
      return now.revision !== before.revision && now;
    });
    await go(first, 'nav.questions');
    await activate(first, 'questions.add');
    await shows(first, 'kept.other');
    assert.deepEqual(await stored(first), kept, 'what the other tab kept is still there');
    await activate(first, 'kept.mine');
    await until(first, 'keeping mine', async () => text_of((await stored(first)).bytes) !== text_of(kept.bytes));
    assert.deepEqual((await stored(first)).before, kept.bytes, 'and stays as the copy before');
  },

  async 'a plan kept with a passphrase is sealed, and opens with it after a reload'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await to_keep(page);
    await activate(page, 'keep.here.seal');
    await type_new(page);
    await activate(page, 'keep.here.seal.go');
    await node(page, 'keep.here.stop').waitFor({ state: 'attached', timeout: 30_000 });
    const { bytes } = await until(page, 'keeping', () => stored(page));
    assert.equal(text_of(bytes.slice(0, 22)), 'age-encryption.org/v1\n');
    const again = await open(browser, address, { context: page.context() });
    await activate(again, 'kept.go_on');
    await node(again, 'pass.open').fill(phrase);
    await node(again, 'pass.open').press('Enter');
    await node(again, 'pass.open').waitFor({ state: 'detached', timeout: 30_000 });
    assert.equal(await people(again), 4);
    clean(again);
  },

  async 'a full device says so, and the plan stays on the screen'({ browser, address }) {
    const page = await open(browser, address, { before: () => {
      IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };
    } });
    await open_example(page, 'family');
    await keep_open(page);
    await shows(page, 'message');
    assert.equal(await people(page), 4);
  },

  async 'everything stored is listed, erased, and read again'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await keep_open(page);
    await until(page, 'keeping', () => stored(page));
    await go(page, 'nav.privacy');
    await activate(page, 'privacy.look');
    await shows(page, 'privacy.stored.table');
    const { bytes, before, revision } = await stored(page);
    assert.deepEqual((await listed(page)).map(([, size]) => size), [bytes.length + (before?.length ?? 0) + Buffer.byteLength(revision)]);
    await erase_everything(page);
    assert.equal(await stored(page), null);
    await shows(page, 'privacy.stored.none');
    const left = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await caches.keys()).length]);
    assert.deepEqual(left, [0, 0, '', 0]);
    clean(page);
  },

  async 'the program’s own files are listed with the bytes they have, and erased; the next visit finds no plan'({ browser, address, site }) {
    const page = await open(browser, address, { offline_too: true });
    await works_offline(page);
    await keep_and_look(page);
    const worker = await readFile(join(site, 'worker.js'), 'utf8');
    const names = [...worker.matchAll(/"([^"]+)",\s*"sha256-/g)].map(([, name]) => name);
    const sizes = await Promise.all(names.map(async (name) => (await stat(join(site, name))).size));
    const marker = `vagval-${worker.match(/version = '(\w+)'/)[1]} /`;  // the chosen version
    assert.equal((await listed(page))[1][1], sizes.reduce((sum, size) => sum + size, marker.length));
    assert.ok((await page.evaluate(() => caches.keys())).includes(marker));
    await erase_everything(page);
    await shows(page, 'privacy.stored.none');
    const left = () => page.evaluate(async () => [(await indexedDB.databases()).length, (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]);
    assert.deepEqual(await left(), [0, 0, 0]);
    await page.reload();
    await page.waitForSelector('main#opening', { state: 'detached' });
    await still(page);
    assert.equal(await node(page, 'kept.go_on').count(), 0);
    await works_offline(page);  // as after any first visit
  },

  async 'what others have stored at the same place is neither listed nor erased'({ browser, site }) {
    await with_own_site(site, async (folder, address) => {
      await writeFile(join(folder, 'theirs.js'), '');
      const page = await open(browser, address, { offline_too: true });
      await works_offline(page);
      await page.evaluate(async () => {
        const base = await new Promise((done) => { const request = indexedDB.open('theirs', 1); request.onsuccess = () => done(request.result); });
        base.close();
        await (await caches.open('theirs')).put('/theirs', new Response('theirs'));
        await (await caches.open('vagval-0 /elsewhere/')).put('/elsewhere/', new Response('another copy'));
        await navigator.serviceWorker.register('theirs.js', { scope: '/elsewhere/' });
        localStorage.setItem('theirs', '1');
        sessionStorage.setItem('theirs', '1');
        document.cookie = 'theirs=1';
      });
      await keep_and_look(page);
      assert.equal((await listed(page)).length, 2, 'the plan and the program');
      await erase_everything(page);
      await shows(page, 'privacy.stored.none');
      const left = await page.evaluate(async () => ({
        databases: (await indexedDB.databases()).map(({ name }) => name),
        caches: (await caches.keys()).sort(),
        workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
        storage: [localStorage.theirs, sessionStorage.theirs, document.cookie],
      }));
      assert.deepEqual(left, { databases: ['theirs'], caches: ['theirs', 'vagval-0 /elsewhere/'], workers: ['/elsewhere/'], storage: ['1', '1', 'theirs=1'] });
    });
  },

  async 'the build says which it is, as the file beside the site does'({ browser, address, site }) {
    const page = await open(browser, address);
    await go(page, 'nav.privacy');
    const shown = await node(page, 'privacy.build.hash').innerText();
    assert.match(shown, /^[0-9a-f]{64}$/);
    const beside = ['build.txt', 'BUILD'].map((name) => join(site, '..', name)).find(existsSync);
    assert.equal(shown, (await readFile(beside, 'utf8')).trim());
  },

  async 'leaving empties the program, whatever is open, by button and by Escape three times'({ browser, address }) {
    for (const [size, how] of [[sizes.desktop, 'button'], [sizes.phone, 'pointer'], [sizes.desktop, 'keys']]) {
      const page = await open(browser, address, { size, before: catch_program });
      await open_example(page, 'family');
      await go(page, 'nav.journal');
      await activate(page, 'journal.add');
      await page.locator('main textarea').fill('En hemlig rad');
      const program = await page.evaluateHandle(() => window.caught);
      assert.ok(await memory_holds(program, 'En hemlig rad'));
      const entries = await page.evaluate(() => history.length);
      if (how === 'keys') for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
      else if (how === 'pointer') { const box = await node(page, 'header.leave').boundingBox(); await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2); }
      else { await node(page, 'header.leave').focus(); await page.keyboard.press('Enter'); }
      await page.waitForFunction(() => !document.getElementById('canvas'));
      const content = await page.content();
      for (const word of ['hemlig', 'Hushållet', 'återvandring', 'script']) assert.ok(!content.includes(word), `${how}: ${word}`);
      assert.match(await page.locator('h1').innerText(), /20\d\d/);
      assert.equal(page.url(), address);
      assert.equal(await page.title(), 'Vägval');
      assert.equal(await page.evaluate(() => history.length), entries, 'no entry of its own in the history');
      await page.keyboard.press('Control+z');
      await page.keyboard.press('F2');
      assert.equal(await page.evaluate(() => typeof globalThis.createDevice), 'function');
      assert.ok(!(await memory_holds(program, 'hemlig')), `${how}: what was typed is still in memory`);
      assert.ok(await program.evaluate(({ HEAPU8 }) => HEAPU8.length > 1e6 && HEAPU8.every((byte) => byte === 0)), 'nor is anything else');
      clean(page);
    }
  },

  async 'the cover hides everything at one key, and by itself after a while'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await go(page, 'nav.household');
    await page.keyboard.press('F2');
    await shows(page, 'cover.open');
    assert.ok(!(await page.locator('#page').innerText()).includes('Hushåll'));
    assert.equal(await page.locator('nav button').count(), 0);
    await page.keyboard.press('Control+z');
    await activate(page, 'cover.open');
    assert.equal(await page.locator('main .row button').count(), 4);
    await page.evaluate(() => { const real = Date.now; Date.now = () => real() + 6 * 60_000; document.dispatchEvent(new Event('visibilitychange')); });
    await shows(page, 'cover.open');
    clean(page);
  },

  async 'a personal identity number in a note is asked about'({ browser, address }) {
    const page = await open(browser, address);
    await go(page, 'nav.journal');
    await activate(page, 'journal.add');
    const field = await page.locator('main textarea').getAttribute('id');
    await page.locator('main textarea').fill('Ring om 811228-9874');
    await shows(page, `found.${field}`);
    await activate(page, `found.remove.${field}`);
    assert.equal((await page.locator('main textarea').inputValue()).trim(), 'Ring om');
  },

  async 'without a network it goes on working, also after a reload'({ browser, address }) {
    const page = await open(browser, address, { offline_too: true });
    await works_offline(page);
    await page.context().setOffline(true);
    await page.reload();
    await page.waitForSelector('body.drawn, body.plain');
    await open_example(page, 'family');
    assert.equal(await people(page), 4);
    await page.waitForFunction(() => document.querySelectorAll('[id^="words-"]').length === 0);
    await go(page, 'nav.start');
    await page.waitForFunction(() => document.querySelectorAll('input[name="reading.language"]').length === 8);
    await go(page, 'nav.privacy');
    await activate(page, 'privacy.look');
    await shows(page, 'privacy.stored.table');
  },

  async 'a new version waits until the person asks for it'({ browser, site }) {
    await with_own_site(site, async (folder, address) => {
      const page = await open(browser, address, { offline_too: true });
      await works_offline(page);
      await deploy_next(folder);
      await update_waits(page);
      await page.reload();
      assert.equal(await page.title(), 'Vägval', 'a reload is not a wish for the new one');
      await shows(page, 'update.now');
      await Promise.all([page.waitForEvent('load'), activate(page, 'update.now').catch(() => {})]);
      await page.waitForFunction(() => document.title.startsWith('Ny '));
    });
  },

  async 'closing every tab is no wish for a new version, with a network or without'({ browser, site }) {
    await with_own_site(site, async (folder, address) => {
      const page = await open(browser, address, { offline_too: true });
      const context = page.context();
      await works_offline(page);
      await deploy_next(folder);
      await update_waits(page);
      const next = context.serviceWorkers().at(-1);
      await page.close();
      // The browser does this itself when no page is left.
      for (let i = 0; i < 100 && await next.evaluate(() => self.serviceWorker.state) !== 'activated'; i++) await new Promise((done) => setTimeout(done, 100));
      assert.equal(await next.evaluate(() => self.serviceWorker.state), 'activated');
      for (const offline of [true, false]) {
        await context.setOffline(offline);
        const again = await open(browser, address, { context });
        assert.equal(await again.title(), 'Vägval', offline ? 'without a network' : 'with a network');
        await shows(again, 'update.now');
        if (offline) await again.close();
        else {
          await Promise.all([again.waitForEvent('load'), activate(again, 'update.now').catch(() => {})]);
          await again.waitForFunction(() => document.title.startsWith('Ny '));
          await shows(again, 'nav.start');
          assert.equal(await node(again, 'update.now').count(), 0);
          assert.deepEqual((await again.evaluate(() => caches.keys())).sort(), ['vagval-chosen /', 'vagval-next /'], 'the old one is gone');
        }
      }
    });
  },

  async 'a file that is not the one on the list is not kept, and then nothing of that version is'({ browser, site }) {
    await with_own_site(site, async (folder, address) => {
      const right = await readFile(join(folder, 'mirror.js'));
      const changed = Buffer.concat([right, Buffer.from('\n// not ours')]);
      await writeFile(join(folder, 'mirror.js'), changed);
      const page = await open(browser, address, { offline_too: true });
      const state = () => page.evaluate(async () => ({ workers: (await navigator.serviceWorker.getRegistrations()).length, caches: (await caches.keys()).length }));
      // The new version has been tried by now, or is tried once more here.
      const tried = await page.evaluate(() => navigator.serviceWorker.register('worker.js').then((made) => new Promise((done) => {
        const worker = made.installing ?? made.waiting ?? made.active;
        if (!worker) return done('refused');
        worker.addEventListener('statechange', () => done(worker.state));
      }), () => 'refused'));
      assert.ok(['refused', 'redundant'].includes(tried), tried);
      for (let i = 0; i < 50 && (await state()).caches > 0; i++) await page.waitForTimeout(100);
      assert.deepEqual(await state(), { workers: 0, caches: 0 });

      await writeFile(join(folder, 'mirror.js'), right);
      await page.reload();
      await works_offline(page);
      // It does not arrive as a new version either: the old one stays whole.
      await deploy_next(folder);
      await writeFile(join(folder, 'mirror.js'), changed);
      const ended = await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration.update();
        const worker = registration.installing;
        return worker ? new Promise((done) => { worker.addEventListener('statechange', () => done(worker.state)); }) : 'none';
      }).catch(() => 'refused');
      assert.ok(['redundant', 'none', 'refused'].includes(ended), ended);
      await page.context().setOffline(true);
      await page.reload();
      await shows(page, 'nav.start');
      assert.equal(await page.title(), 'Vägval');
      assert.equal(await node(page, 'update.now').count(), 0);
      assert.ok(!(await page.evaluate(() => caches.keys())).includes('vagval-next /'));
    });
  },

  async 'pressing and typing leave no trace in the address, the title, the storage or the console'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await press(page, 'nav.journal');
    await press(page, 'journal.add');
    await page.locator('main textarea').fill('hemlig rad');
    await go(page, 'nav.start');
    assert.equal(page.url(), address);
    const kept = await page.evaluate(async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state, window.name, (await indexedDB.databases()).length]));
    assert.equal(kept, '[{},{},"",null,"",0]');
    clean(page);
  },
};
