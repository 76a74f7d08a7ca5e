// Every file of the page may fail to load: the page requests it again, shows all it can without it, and names the
// fault.
import assert from 'node:assert/strict';
import { activate, choose, clean, go, mode, node, open, sizes, still, until } from '../harness.mjs';

const shows = (page, id) => node(page, id).waitFor({ state: 'attached', timeout: 30_000 });
const file_of = (url) => new URL(url).pathname.slice(1);

/** A page whose files are answered by `fails(name, nth)`, before it is opened. */
async function page_where(browser, fails, { language = 'sv-SE', before } = {}) {
  const context = await browser.newContext({ serviceWorkers: 'block', locale: language, viewport: sizes.desktop, deviceScaleFactor: 0.5 });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.asked = {};
  if (before) await page.addInitScript(before);
  await page.route(/\.(js|css)(\?.*)?$/, (route) => {
    const name = file_of(route.request().url());
    page.asked[name] = (page.asked[name] ?? 0) + 1;
    return fails(name, page.asked[name]) ? route.abort() : route.continue();
  });
  return page;
}
const starts = (page) => page.waitForSelector('body.drawn, body.plain', { timeout: 60_000 });
/** The visible text of the page. */
const says = async (page) => (await page.locator('#opening-failed p:visible').allInnerTexts()).join('\n');
/** The same as the return of a lost connection. */
const comes_back = (page) => page.evaluate(() => window.dispatchEvent(new Event('online')));

export default {
  async 'each file that fails once is asked for again, and nothing is missing'({ browser, address, site }) {
    const page = await page_where(browser, (_, nth) => nth === 1, { language: 'ar' });
    await page.goto(address);
    await starts(page);
    await page.waitForFunction(() => document.documentElement.lang === 'ar' && document.body.className === 'drawn');
    await page.waitForFunction(() => document.querySelectorAll('input[name="reading.language"]').length === 8);
    for (const name of ['load.js', 'border.js', 'mirror.js', 'device.js', 'back.js', 'camera.js', 'host.js', 'app.js', 'style.css', 'words-ar.js', 'letters-arabic.js'])
      assert.ok(page.asked[name] >= 2, `${name}: ${page.asked[name]}`);
    assert.equal(await node(page, 'words.late').count(), 0);
    assert.equal(await page.locator('#opening').count(), 0, site);
  },

  async 'what the program cannot do without is said to be missing, and comes at the person’s word'({ browser, address }) {
    for (const [file, language, words] of [['host.js', 'sv-SE', /har inte kommit fram/], ['device.js', 'ar', /لم يصل جزء/], ['app.js', 'en', /has not arrived/]]) {
      let gone = true;
      const page = await page_where(browser, (name) => gone && name === file, { language });
      await page.goto(address);
      await page.getByRole('alert').filter({ hasText: 'could not start' }).waitFor();
      assert.match(await says(page), words);
      const tried = page.asked[file];
      await until(page, 'asking again by itself', () => page.asked[file] > tried);
      // An automatic retry may arrive while the pointer moves, so the test presses where the button stands.
      gone = false;
      await page.evaluate(() => [...document.querySelectorAll('#opening-failed .again')].find((each) => each.offsetParent)?.click());
      await starts(page);
      await page.context().close();
    }
  },

  async 'without the camera’s part or the styles the program starts, without styles as a plain page'({ browser, address }) {
    let gone = true;
    const page = await page_where(browser, (name) => gone && ['camera.js', 'style.css'].includes(name));
    await page.goto(address);
    await starts(page);
    assert.equal(await mode(page), 'plain');
    assert.ok(await page.locator('h1').isVisible());
    await go(page, 'nav.household');
    gone = false;
    await comes_back(page);
    await page.waitForSelector('body.drawn');
    await go(page, 'toolbar.save');
    await activate(page, 'keep.transfer');
    assert.equal(await node(page, 'transfer.read').count(), 1);
  },

  async 'a language without its letters is a plain page until they come'({ browser, address }) {
    for (const [file, language] of [['letters-arabic.js', 'ar'], ['letters-ethiopic.js', 'ti']]) {
      let gone = true;
      const page = await page_where(browser, (name) => gone && name === file, { language });
      await page.goto(address);
      await starts(page);
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);
      assert.equal(await mode(page), 'plain');
      assert.ok((await page.locator('h1').innerText()).length > 3);
      gone = false;
      await comes_back(page);
      await page.waitForSelector('body.drawn');
      await page.context().close();
    }
    // The same when chosen later.
    const page = await page_where(browser, (name) => name === 'letters-arabic.js');
    await page.goto(address);
    await starts(page);
    await page.waitForFunction(() => document.querySelectorAll('input[name="reading.language"]').length === 8);
    await still(page);
    assert.equal(await mode(page), 'drawn');
    await choose(page, 'reading.language.fa');
    await page.waitForSelector('body.plain');
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'fa');
    await choose(page, 'reading.language.sv');
    await page.waitForSelector('body.drawn');
  },

  async 'a language without its words stays on the list and says so, and is there when they are'({ browser, address }) {
    let gone = true;
    const page = await page_where(browser, (name) => gone && name === 'words-ar.js');
    await page.goto(address);
    await starts(page);
    await shows(page, 'reading.language.ar');
    await page.waitForFunction(() => /لم تصل/.test(document.getElementById('reading.language.ar').closest('label, .option, div').textContent));
    await choose(page, 'reading.language.ar');
    await shows(page, 'words.late');
    assert.match(await node(page, 'words.late').innerText(), /har inte kommit fram[^]*لم تصل/);
    await go(page, 'nav.household');
    await shows(page, 'words.late');
    gone = false;
    await activate(page, 'words.late.again');
    await page.waitForFunction(() => document.documentElement.lang === 'ar');
    assert.equal(await node(page, 'words.late').count(), 0);
  },

  async 'a reader whose language has no words reads why, and never only Swedish'({ browser, address }) {
    for (const [language, words] of [['ar', /لم تصل الكلمات العربية/], ['ti', /ቃላት ትግርኛ ኣይመጹን/], ['en', /English words have not arrived/]]) {
      let gone = true;
      const page = await page_where(browser, (name) => gone && name === `words-${language}.js`, { language });
      await page.goto(address);
      await starts(page);
      await shows(page, 'words.late');
      assert.match(await node(page, 'words.late').innerText(), words);
      gone = false;
      await comes_back(page);
      await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
      await page.context().close();
    }
  },

  async 'words that are of another version are missing too'({ browser, address }) {
    const page = await page_where(browser, () => false);
    await page.route('**/words-ar.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '(globalThis.vagval_words ??= {}).ar = {"format": "vagval-text-values", "language": "ar", "values": ["a"]};' }));
    await page.goto(address);
    await starts(page);
    await shows(page, 'reading.language.ar');
    await choose(page, 'reading.language.ar');
    await shows(page, 'words.late');
  },

  async 'a file that comes without being what it should is asked for anew, past what lies kept'({ browser, address }) {
    const page = await page_where(browser, () => false);
    await page.route('**/mirror.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'function createMir' }));
    await page.goto(address);
    await starts(page);
    assert.equal(await page.locator('#opening').count(), 0);
  },

  async 'where nothing but the page itself arrives, it says so'({ browser, address }) {
    const page = await page_where(browser, () => true);
    await page.goto(address);
    assert.match(await page.locator('#opening-failed').innerText(), /har inte kommit fram[^]*has not arrived[^]*لم يصل/);
    assert.ok(await page.locator('#opening-failed .again').first().isVisible());
    // The same when only the retrying file is missing; after a while, because it might still come.
    const other = await page_where(browser, (name) => name === 'load.js');
    await other.goto(address);
    await other.locator('#opening-failed').waitFor({ state: 'visible' });
    assert.match(await other.locator('#opening-failed').innerText(), /har inte kommit fram/);
  },

  async 'what the browser lacks is said, with what helps'({ browser, address }) {
    for (const [before, swedish, english] of [
      [() => { delete window.WebAssembly; }, /WebAssembly finns inte eller är avstängt/, /turned off in this browser/],
      [() => { delete String.prototype.replaceAll; }, /nyare webbläsare/, /newer browser/],
      [() => { WebAssembly.compile = () => Promise.reject(new RangeError('out of memory')); }, /Stäng andra flikar/, /Close other tabs/],
    ]) {
      const page = await page_where(browser, () => false, { before });
      await page.goto(address);
      await page.getByRole('alert').filter({ hasText: 'could not start' }).waitFor();
      const said = await says(page);
      assert.match(said, swedish);
      assert.match(said, english);
      assert.equal(await page.locator('#opening-bar').isVisible(), false);
      await page.context().close();
    }
    // No current browser is too old for load.js.
    const page = await open(browser, address);
    clean(page);
  },
};
