// For everyone: from right to left, large, dark, in two languages, on every size of window.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages, root, open, open_example, clean, choose, activate, go, node, rectangle, still, take_graphics } from '../harness.mjs';

const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

export default {
  async 'in Arabic everything is mirrored, and what is drawn lies under its elements'({ browser, address }) {
    const page = await open(browser, address, { language: 'ar-SY' });
    assert.equal(await page.getAttribute('html', 'lang'), 'ar');
    assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
    const list = await rectangle(page, 'nav.start');
    assert.ok(list.x > 1000, `the list of screens begins at ${list.x}`);
    // Pressed where it is drawn, not where it would be from left to right.
    await page.mouse.click(list.x + list.width / 2, (await rectangle(page, 'nav.path')).y + 20);
    await still(page);
    assert.equal(await node(page, 'nav.path').getAttribute('aria-current'), 'page');
    clean(page);
  },

  async 'the letters of every script come, whichever language is chosen, so that no request tells which'({ browser, address }) {
    const asked = [];
    for (const language of ['sv', 'ar']) {
      const page = await open(browser, address, { language });
      await page.waitForFunction(() => document.fonts.size >= 3);
      asked.push(page.watched.requests.map((request) => new URL(request).pathname).sort());
      const before = page.watched.requests.length;
      await choose(page, 'reading.language.ar');
      await choose(page, 'reading.language.en');
      assert.equal(page.watched.requests.length, before);
      clean(page);
    }
    assert.deepEqual(asked[0], asked[1]);
  },

  async 'a draft says that it is one, and Swedish and English are one press away'({ browser, address }) {
    const page = await open(browser, address, { language: 'ar' });
    assert.ok(await node(page, 'draft').isVisible());
    await activate(page, 'draft.known');
    assert.equal(await node(page, 'draft').count(), 0);
    assert.ok(await node(page, 'draft.short').isVisible());
    await choose(page, 'reading.language.sv');
    assert.equal(await node(page, 'draft.short').count(), 0);
    await choose(page, 'reading.language.ar');
    await activate(page, 'draft.en');
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
  },

  async 'a second language stands beside the first, and says which it is'({ browser, address }) {
    const page = await open(browser, address, { language: 'ar' });
    await go(page, 'toolbar.reading');
    await choose(page, 'reading.beside.sv');
    await go(page, 'nav.household');
    const beside = page.locator('h1 .beside');
    assert.equal(await beside.textContent(), 'Hushållet');
    assert.deepEqual([await beside.getAttribute('lang'), await beside.getAttribute('dir')], ['sv', 'ltr']);
    await go(page, 'toolbar.reading');
    await choose(page, 'reading.beside.none');
    assert.equal(await page.locator('.beside').count(), 0);
  },

  async 'digits are those of the language only if somebody wants it, and both can be typed'({ browser, address }) {
    const page = await open(browser, address, { language: 'ar' });
    await open_example(page, 'family');
    assert.match(await node(page, 'estimate.amount').textContent(), /550,000/);
    await go(page, 'toolbar.reading');
    await choose(page, 'reading.digits.own');
    await go(page, 'nav.estimate');
    assert.match(await node(page, 'estimate.amount').textContent(), /٥٥٠٬٠٠٠/);
    await go(page, 'nav.money');
    const savings = page.locator('[id="set.budget.savings"]');
    await savings.fill('١٢٠٠٠');
    await page.keyboard.press('Enter');
    await still(page);
    assert.equal(await savings.getAttribute('aria-invalid'), null);
  },

  async 'colours are the system\'s until somebody chooses, on the canvas and on the plain page'({ browser, address }) {
    const page = await open(browser, address);
    const theme = () => page.getAttribute('html', 'data-theme');
    assert.equal(await theme(), 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await still(page);
    assert.equal(await theme(), 'dark');
    await go(page, 'toolbar.reading');
    await choose(page, 'reading.colours.contrast');
    assert.equal(await theme(), 'dark-contrast');
    await choose(page, 'reading.colours.light');
    assert.equal(await theme(), 'light');
    await take_graphics(page);
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    assert.equal(await ground(), 'rgb(247, 245, 241)');
    await choose(page, 'reading.colours.dark');
    assert.equal(await ground(), 'rgb(20, 25, 28)');
  },

  async 'text twice as large loses nothing on the smallest phone, in both directions'({ browser, address }) {
    for (const language of ['sv', 'ar']) {
      const page = await open(browser, address, { language, size: { width: 320, height: 568 }, touch: true, scale: 2 });
      await go(page, 'toolbar.reading');
      await choose(page, 'reading.size.200');
      await go(page, 'nav.start');
      await open_example(page, 'family');
      for (const screen of ['nav.household', 'nav.situation', 'nav.estimate', 'nav.path', 'nav.calendar', 'nav.money', 'nav.compare']) {
        await go(page, screen);
        assert.ok((await sideways(page)) <= 0, `${language} ${screen}`);
        const lost = await page.locator('main :is(button, input, textarea), .footer button').evaluateAll((all) =>
          all.filter((each) => {
            const box = each.getBoundingClientRect();
            return each.checkVisibility() && (box.width < 43 || box.height < 43 || box.left < -1 || box.right > document.documentElement.clientWidth + 1);
          }).map((each) => each.id));
        assert.deepEqual(lost, [], `${language} ${screen}`);
      }
      await page.context().close();
    }
  },

  async 'every size of window, every density, both directions: the heading is seen and nothing scrolls sideways'({ browser, address }) {
    const windows = [[320, 568, 2], [360, 640, 3], [640, 360, 3], [412, 915, 2], [1280, 800, 1], [1280, 800, 1.25], [640, 400, 2]];
    for (const language of ['sv', 'ar']) {
      for (const [width, height, scale] of windows) {
        const page = await open(browser, address, { language, size: { width, height }, scale, touch: width < 700 });
        await open_example(page, 'family');
        for (const screen of ['nav.estimate', 'nav.path']) {
          await go(page, screen);
          const where = `${language} ${width}x${height} at ${scale}, ${screen}`;
          assert.ok((await sideways(page)) <= 0, where);
          const box = await page.locator('h1').boundingBox();
          assert.ok(box.x >= 0 && box.x + box.width <= width + 1, `${where}: ${JSON.stringify(box)}`);
        }
        clean(page);
        await page.context().close();
      }
    }
  },

  async 'a page is read aloud by a voice on the device only, and stops when somebody goes on'({ browser, address }) {
    // No voices here: two that only look like some, one on the device and one on the network.
    const before = () => {
      const heard = [];
      window.heard = heard;
      const voices = [{ name: 'far', lang: 'en-GB', localService: false }, { name: 'near', lang: 'sv-SE', localService: true }];
      Object.defineProperty(window, 'speechSynthesis', { value: {
        getVoices: () => voices, addEventListener() {}, cancel() { heard.push('silence'); }, speak(utterance) { heard.push(utterance); },
      } });
      window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    };
    const page = await open(browser, address, { before });
    await activate(page, 'toolbar.aloud');
    const said = await page.evaluate(() => window.heard.filter((one) => one.text).map((one) => [one.voice.name, one.text]));
    assert.deepEqual(said[0], ['near', await page.locator('h1').textContent()]);
    assert.ok(said.length > 10);
    await go(page, 'nav.path');
    assert.equal(await page.evaluate(() => window.heard.at(-1)), 'silence');
    await activate(page, 'toolbar.aloud');
    await page.evaluate(() => window.heard.at(-1).onend());
    await still(page);
    await activate(page, 'toolbar.aloud');
    assert.ok(await page.evaluate(() => window.heard.at(-1).text));
    // English has a voice on the network only: nothing is offered.
    await go(page, 'nav.start');
    await choose(page, 'reading.language.en');
    assert.equal(await node(page, 'toolbar.aloud').count(), 0);
    clean(page);
  },

  async 'what a screen reader is given is what it was given before (UPDATE_GOLDENS=1 writes it anew)'({ browser, address }) {
    const folder = join(root, 'tests/golden/aria');
    mkdirSync(folder, { recursive: true });
    const before = () => {
      const Real = Date, day = new Real(2026, 10, 20, 12).getTime();
      globalThis.Date = class extends Real {
        constructor(...parts) { super(...(parts.length ? parts : [day])); }
      };
    };
    const changed = [];
    for (const language of ['sv', 'ar']) {
      const page = await open(browser, address, { language, before });
      const compare = async (name) => {
        const file = join(folder, `${name}.${language}.yml`);
        const now = `${await page.locator('#page').ariaSnapshot()}\n`;
        if (process.env.UPDATE_GOLDENS) writeFileSync(file, now);
        else if (!existsSync(file) || readFileSync(file, 'utf8') !== now) changed.push(`${name}.${language}`);
      };
      await compare('start');
      await open_example(page, 'family');
      await compare('estimate');
      for (const screen of ['household', 'path', 'calendar', 'money', 'compare']) {
        await go(page, `nav.${screen}`);
        await compare(screen);
      }
      await go(page, 'toolbar.reading');
      await compare('reading');
      await page.context().close();
    }
    assert.deepEqual(changed, []);
  },

  async 'every language and every screen on a sharp phone take less than 64 MB of the program\'s memory'({ browser, address }) {
    const before = () => {
      const instantiate = WebAssembly.instantiate;
      WebAssembly.instantiate = async (...all) => {
        const made = await instantiate(...all);
        const { exports } = made.instance ?? made;
        window.memory = Object.values(exports).find((one) => one instanceof WebAssembly.Memory);
        return made;
      };
    };
    const page = await open(browser, address, { before, scale: 3, touch: true, size: { width: 360, height: 640 } });
    for (const language of languages) {
      await go(page, 'toolbar.reading');
      await choose(page, `reading.language.${language}`);
      await go(page, 'nav.start');
      await open_example(page, 'family');
      for (const screen of ['nav.path', 'nav.calendar', 'nav.money', 'nav.sources']) await go(page, screen);
    }
    const bytes = await page.evaluate(() => window.memory.buffer.byteLength);
    assert.ok(bytes < 64 * 1024 * 1024, `${bytes}`);
    console.log(`      ${Math.round(bytes / 1024 / 1024)} MB`);
  },
};
