// Written entries survive a crash, a closed tab, an erased or full device; and leaving leaves no data behind.
import assert from 'node:assert/strict';
import { activate, clean, go, node, open, open_example, still, until } from '../harness.mjs';

const phrase = 'fem vanliga ord på rad';
const shows = (page, id) => node(page, id).waitFor({ state: 'attached', timeout: 30_000 });

async function keep_open(page) {
  await go(page, 'nav.privacy');
  await activate(page, 'privacy.keep');
  await activate(page, 'keep.here.sure');
  await activate(page, 'keep.here.yes');
}
async function write_line(page, text) {
  await go(page, 'nav.journal');
  await activate(page, 'journal.add');
  await page.locator('main textarea').fill(text);
  await still(page);
}
const stored = (page) => page.evaluate(async () => {
  if (!(await indexedDB.databases()).some(({ name }) => name === 'vagval')) return null;
  const base = await new Promise((done) => { const request = indexedDB.open('vagval'); request.onsuccess = () => done(request.result); });
  const record = await new Promise((done) => { const request = base.transaction('plan').objectStore('plan').get('plan'); request.onsuccess = () => done(request.result); });
  base.close();
  return record ? new TextDecoder().decode(record.bytes) : null;
});
const until_stored = async (page, what) => {
  await until(page, `keeping ${what}`, async () => (await stored(page))?.includes(what));
};
async function go_on(browser, address, context) {
  const page = await open(browser, address, { context });
  await shows(page, 'kept.go_on');
  await activate(page, 'kept.go_on');
  await go(page, 'nav.journal');
  return page;
}

export default {
  async 'a crash of the page loses at most the last second'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await keep_open(page);
    await write_line(page, 'Rad innan det gick sönder');
    await until_stored(page, 'Rad innan det gick sönder');
    const crashed = page.waitForEvent('crash');
    const session = await page.context().newCDPSession(page);
    session.send('Page.crash').catch(() => {});
    await crashed;
    const again = await go_on(browser, address, page.context());
    assert.ok((await again.locator('main').innerText()).includes('Rad innan det gick sönder'));
    clean(again);
  },

  async 'a tab that is closed at once loses at most the last second'({ browser, address }) {
    const page = await open(browser, address);
    const context = page.context();
    await open_example(page, 'family');
    await keep_open(page);
    await write_line(page, 'Den första raden');
    await until_stored(page, 'Den första raden');
    await page.locator('main textarea').fill('Den första raden, och mer');
    await page.close({ runBeforeUnload: false });
    const again = await go_on(browser, address, context);
    assert.ok((await again.locator('main').innerText()).includes('Den första raden'));
    clean(again);
  },

  async 'steady typing is kept while it goes on'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await keep_open(page);
    await write_line(page, 'Början. ');
    await page.locator('main textarea').press('End');
    let typing = true;
    page.keyboard.type('Det här skrivs utan någon paus, ord för ord, tills det går sönder. '.repeat(20), { delay: 50 }).catch(() => {}).then(() => { typing = false; });
    await until_stored(page, 'Det här skrivs');
    assert.ok(typing, 'it is kept before there is a pause');
    const crashed = page.waitForEvent('crash');
    const session = await page.context().newCDPSession(page);
    session.send('Page.crash').catch(() => {});
    await crashed;
    const again = await open(browser, address, { context: page.context() });
    assert.ok((await stored(again)).includes('Det här skrivs'));
  },

  async 'what another tab has erased is not written again without asking'({ browser, address }) {
    const first = await open(browser, address);
    await open_example(first, 'family');
    await keep_open(first);
    await until_stored(first, 'vagval-plan');
    const second = await open(browser, address, { context: first.context() });
    await go(second, 'nav.privacy');
    await activate(second, 'privacy.erase');
    await activate(second, 'privacy.erase.yes');
    await shows(second, 'message');
    await write_line(first, 'Efter raderingen');
    await shows(first, 'kept.gone');
    assert.deepEqual(await first.evaluate(() => indexedDB.databases()), [], 'not even an empty database');
    await activate(first, 'kept.mine');
    await until_stored(first, 'Efter raderingen');
    clean(first);
    clean(second);
  },

  async 'erased and kept anew by another tab, it is not written over'({ browser, address }) {
    const first = await open(browser, address);
    await open_example(first, 'family');
    await keep_open(first);
    await until_stored(first, 'vagval-plan');
    const second = await open(browser, address, { context: first.context() });
    await go(second, 'nav.privacy');
    await activate(second, 'privacy.erase');
    await activate(second, 'privacy.erase.yes');
    await shows(second, 'message');
    await go(second, 'nav.start');
    await open_example(second, 'pensioner');
    await keep_open(second);
    await until_stored(second, 'vagval-plan');
    const theirs = await stored(second);
    await write_line(first, 'Min rad');
    await shows(first, 'kept.other');
    assert.equal(await stored(first), theirs);
  },

  async 'a write that comes to nothing is told, and the next one is not taken for another tab’s'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await keep_open(page);
    await until_stored(page, 'vagval-plan');
    // As Chromium behaves when the quota is used up: the write seems to succeed, and then the transaction is aborted.
    await page.evaluate(() => {
      window.put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (...given) {
        const request = window.put.apply(this, given);
        request.addEventListener('success', () => this.transaction.abort());
        return request;
      };
    });
    await write_line(page, 'Det finns ingen plats');
    await shows(page, 'message');
    assert.ok(!(await stored(page)).includes('ingen plats'));
    await page.evaluate(() => { IDBObjectStore.prototype.put = window.put; });
    await write_line(page, 'Nu finns det plats');
    await until_stored(page, 'Nu finns det plats');
    assert.equal(await node(page, 'kept.other').count(), 0);
  },

  async 'a quota that is used up is told by the browser itself, and the plan is kept when there is room again'({ browser, address }) {
    const page = await open(browser, address);
    // Before the first write, because Chromium caches the free room for half a minute.
    const session = await page.context().newCDPSession(page);
    const { origin } = new URL(address);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await open_example(page, 'family');
    await keep_open(page);
    await shows(page, 'message');
    assert.match(await node(page, 'message').innerText(), /kunde inte spara/);
    await write_line(page, 'Det finns ingen plats');
    assert.ok(await page.locator('main textarea').inputValue().then((text) => text.includes('ingen plats')), 'it stays on the screen');
    await page.waitForTimeout(1000);
    assert.ok(!(await stored(page))?.includes('vagval-plan'));
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await write_line(page, 'Nu finns det plats');
    await until_stored(page, 'Nu finns det plats');
  },

  async 'a device that cannot be read says so, and the plan on it is still there'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await keep_open(page);
    await until_stored(page, 'vagval-plan');
    const again = await open(browser, address, { context: page.context() });
    await shows(again, 'kept.go_on');
    await again.evaluate(() => {
      window.get = IDBObjectStore.prototype.get;
      IDBObjectStore.prototype.get = () => { throw new DOMException('Internal error', 'UnknownError'); };
    });
    await activate(again, 'kept.go_on');
    await shows(again, 'message');
    assert.match(await node(again, 'message').innerText(), /gick inte att läsa/);
    await activate(again, 'message.dismiss');
    await go(again, 'nav.privacy');
    await activate(again, 'privacy.look');
    await shows(again, 'message');
    await again.evaluate(() => { IDBObjectStore.prototype.get = window.get; });
    await go(again, 'nav.start');
    await activate(again, 'kept.go_on');
    await go(again, 'nav.household');
    assert.equal(await again.locator('main .row button').count(), 4);
    clean(again);
  },

  async 'a plan on the device that is damaged offers the copy from before'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await keep_open(page);
    await until_stored(page, 'vagval-plan');
    await write_line(page, 'Den senaste raden');
    await until_stored(page, 'Den senaste raden');
    await page.evaluate(async () => {
      const base = await new Promise((done) => { const request = indexedDB.open('vagval'); request.onsuccess = () => done(request.result); });
      const plans = base.transaction('plan', 'readwrite').objectStore('plan');
      const record = await new Promise((done) => { const request = plans.get('plan'); request.onsuccess = () => done(request.result); });
      await new Promise((done) => { plans.put({ ...record, bytes: record.bytes.slice(0, 300) }, 'plan').onsuccess = done; });
      base.close();
    });
    const again = await open(browser, address, { context: page.context() });
    await activate(again, 'kept.go_on');
    await shows(again, 'kept.before');
    await activate(again, 'kept.before');
    await go(again, 'nav.household');
    assert.equal(await again.locator('main .row button').count(), 4);
    clean(again);
  },

  async 'closing asks only where something would be lost'({ browser, address }) {
    const page = await open(browser, address);
    const asks = () => page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
    await open_example(page, 'family');
    assert.equal(await asks(), false, 'an example as it is');
    await write_line(page, 'En rad');
    assert.equal(await asks(), true);
    await keep_open(page);
    await until_stored(page, 'En rad');
    await until(page, 'each change is on the device', async () => !(await asks()));
  },

  async 'a plan with changes is not put away at one press'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await write_line(page, 'Min egen rad');
    await go(page, 'nav.start');
    await open_example(page, 'pensioner');
    await shows(page, 'clear.save');
    await activate(page, 'clear.stay');
    await go(page, 'nav.journal');
    assert.ok((await page.locator('main').innerText()).includes('Min egen rad'));
    await go(page, 'nav.start');
    await open_example(page, 'pensioner');
    await activate(page, 'clear.go_on');
    await go(page, 'nav.journal');
    assert.ok(!(await page.locator('main').innerText()).includes('Min egen rad'));
    clean(page);
  },

  async 'sealing shows how far it is, and the page goes on drawing'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await activate(page, 'toolbar.save');
    await activate(page, 'keep.seal');
    await node(page, 'pass.new').fill(phrase);
    await node(page, 'pass.again').fill(phrase);
    await still(page);
    await page.evaluate(() => {
      window.seen = [];
      const tick = () => {
        const text = document.getElementById('pass.progress')?.textContent;
        if (text && !window.seen.includes(text)) window.seen.push(text);
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    });
    const download = page.waitForEvent('download', { timeout: 60_000 });
    await activate(page, 'keep.seal.go');
    await download;
    // Each was on the screen in a frame of its own, before the file was there.
    const seen = await page.evaluate(() => window.seen);
    assert.ok(seen.length >= 5, `seen: ${seen}`);
    clean(page);
  },

  async 'going back and forth after leaving shows no plan'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await write_line(page, 'En hemlig rad');
    await activate(page, 'header.leave').catch(() => {});
    await page.waitForFunction(() => !document.getElementById('canvas'));
    for (const move of ['goBack', 'goForward']) {
      await page[move]();
      await page.waitForTimeout(500);
      const content = await page.content();
      for (const word of ['hemlig', 'p1', 'kept.go_on']) assert.ok(!content.includes(word), `${move}: ${word}`);
    }
  },

  async 'leaving while languages are still loading is quiet'({ browser, address }) {
    const context = await browser.newContext({ serviceWorkers: 'block', locale: 'sv-SE' });
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const held = [];
    await page.route(/(words|letters)-\w+\.js/, (route) => { held.push(route); });
    await page.goto(address);
    await page.waitForSelector('body.drawn, body.plain');
    for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.getElementById('canvas'));
    for (const route of held) await route.continue().catch(() => {});
    await page.waitForTimeout(500);
    assert.deepEqual(errors, []);
  },
};
