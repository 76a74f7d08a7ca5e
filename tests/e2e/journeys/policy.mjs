import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { open, clean, languages, screens, go, frames, mode, node, until } from '../harness.mjs';

const first_load_max = { sv: 690_000, other: 790_000 };
/** As from a server that stores it compressed: brotli at quality 11. Compressed on request (quality 9) it is a tenth larger. */
const sent = (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }).length;

export default {
  async 'the first screen needs no more than 690 kB in Swedish, and 790 kB in each other language with its words and letters'({ browser, address, site }) {
    // The files loaded at the first screen; the other languages and the reader of codes are requested after it.
    const before = () => new MutationObserver(() => {
      if (!window.came && /drawn|plain/.test(document.body?.className)) window.came = performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname);
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['class'] });
    const sizes = new Map();
    const bytes = (path) => sizes.get(path) ?? sizes.set(path, sent(readFileSync(join(site, path)))).get(path);
    const sums = [];
    for (const language of languages) {
      const page = await open(browser, address, { language, before });
      const came = [...new Set(['/index.html', ...await page.evaluate(() => window.came)])].filter((path) => path !== '/favicon.ico');
      for (const file of ['/app.js', '/host.js', '/mirror.js', '/style.css', ...(language === 'sv' ? [] : [`/words-${language}.js`])]) assert.ok(came.includes(file), `${language}: ${file} is not in ${came}`);
      assert.equal(came.filter((path) => path.startsWith('/words-')).length, language === 'sv' ? 0 : 1, `${came}`);
      const sum = came.reduce((total, path) => total + bytes(path), 0);
      sums.push(`${language} ${Math.round(sum / 1000)}`);
      assert.ok(sum <= (first_load_max[language] ?? first_load_max.other), `${language}: ${sum}`);
      await page.context().close();
    }
    console.log(`      ${sums.join(', ')} kB (brotli, quality 11)`);
  },

  async 'the page loads without a word on the console and nothing against its policy'({ browser, address }) {
    const page = await open(browser, address);
    assert.equal(await mode(page), 'drawn');
    clean(page);
    assert.equal(new Set(page.watched.requests).size, page.watched.requests.length);
    assert.ok(page.watched.requests.every((request) => request.startsWith(address)));
  },

  async 'after loading, no screen asks for anything'({ browser, address }) {
    const page = await open(browser, address);
    const loaded = page.watched.requests.length;
    for (const screen of await screens(page)) await go(page, screen);
    assert.deepEqual(page.watched.requests.slice(loaded), []);
    clean(page);
  },

  async 'the policy refuses every way out, in the page itself and in the header'({ browser, address }) {
    const page = await open(browser, address);
    const meta = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    for (const part of ["default-src 'none'", "connect-src 'none'", "form-action 'none'", "base-uri 'none'"]) assert.ok(meta.includes(part), part);
    assert.ok(!/unsafe-inline|'unsafe-eval'|https?:/.test(meta), meta);
    const tried = await page.evaluate(async () => ({
      fetch: await fetch('/style.css').then(() => 'went out', () => 'refused'),
      beacon: await new Promise((done) => { const image = new Image(); image.onload = () => done('went out'); image.onerror = () => done('refused'); image.src = 'http://127.0.0.1:9/x.png'; }),
      socket: await new Promise((done) => { try { new WebSocket('ws://127.0.0.1:9').onerror = () => done('refused'); } catch { done('refused'); } }),
      code: (() => { try { return new Function('return "ran"')(); } catch { return 'refused'; } })(),
    }));
    assert.deepEqual(tried, { fetch: 'refused', beacon: 'refused', socket: 'refused', code: 'refused' });
    assert.ok(page.watched.violations.length >= 3);
  },

  async 'the policy on the privacy screen is the one that is served'({ browser, address }) {
    const page = await open(browser, address);
    await go(page, 'nav.privacy');
    const shown = await node(page, 'privacy.policy.is').innerText();
    const served = (await fetch(address)).headers.get('Content-Security-Policy');
    assert.equal(`${shown}; frame-ancestors 'none'`, served, 'only the header can say who may show the page inside itself');
  },

  async 'neither address nor title ever tells the content of the screen'({ browser, address }) {
    const page = await open(browser, address);
    for (const screen of await screens(page)) {
      await go(page, screen);
      assert.equal(page.url(), address);
      assert.equal(await page.title(), 'Vägval');
    }
    const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length]);
    assert.deepEqual(kept, [0, 0, '', 0]);
  },

  async 'an idle page draws no frame in five seconds'({ browser, address }) {
    const page = await open(browser, address);
    await page.mouse.move(600, 400);
    // Files on their way when the page opens arrive late on a busy machine.
    const rests = async () => {
      const before = await frames(page);
      await page.waitForTimeout(1000);
      return (await frames(page)) === before;
    };
    await until(page, 'resting', rests);
    const before = await frames(page);
    await page.waitForTimeout(5000);
    assert.equal(await frames(page), before);
  },

  async 'a page in the background draws nothing'({ browser, address }) {
    const page = await open(browser, address);
    await page.evaluate(() => Object.defineProperty(document, 'hidden', { get: () => true, configurable: true }));
    const before = await frames(page);
    await page.mouse.move(300, 300);
    await page.waitForTimeout(300);
    assert.equal(await frames(page), before);
  },

  async 'zoom by pinching is not blocked'({ browser, address }) {
    const page = await open(browser, address);
    const viewport = await page.locator('meta[name=viewport]').getAttribute('content');
    assert.ok(!/maximum-scale|user-scalable/.test(viewport), viewport);
    const blocking = await page.locator('*').evaluateAll((all) =>
      all.map((each) => [each.id || each.tagName, getComputedStyle(each).touchAction]).filter(([, action]) => !/^(auto|manipulation)$|pinch-zoom/.test(action)));
    assert.deepEqual(blocking, []);
  },

  async 'without JavaScript there is a sentence'({ browser, address }) {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address);
    const text = await page.locator('noscript').innerText();
    assert.match(text, /JavaScript/);
  },

  async 'where the program cannot start there is a sentence'({ browser, address }) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route('**/app.js', (route) => route.abort());
    await page.goto(address);
    await page.getByRole('alert').filter({ hasText: 'could not start' }).waitFor();
  },
};
