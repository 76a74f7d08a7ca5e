// Accessibility: right to left, large, dark, in two languages, at every size of window.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { activate, choose, clean, focused, go, jump, languages, node, open, open_example, out_of_place, press, rectangle, root, screens, sizes, still, take_graphics } from '../harness.mjs';

const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Waits until the page has these colours; the browser reports a system preference with a delay. */
const themed = (page, wanted) => page.waitForFunction((theme) => document.documentElement.dataset.theme === theme, wanted);

export default {
  async 'in Arabic everything is mirrored, and the drawing lies under its elements'({ browser, address }) {
    const page = await open(browser, address, { language: 'ar-SY' });
    assert.equal(await page.getAttribute('html', 'lang'), 'ar');
    assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
    const list = await rectangle(page, 'nav.start');
    assert.ok(list.x > 1000, `the list of screens begins at ${list.x}`);
    // Pressed at its drawn place, not at its left-to-right place.
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

  async 'digits are those of the language only by choice, and both can be typed'({ browser, address }) {
    const page = await open(browser, address, { language: 'ar' });
    await open_example(page, 'family');
    assert.match(await node(page, 'estimate.amount').textContent(), /550\s000/);
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

  async 'colours are the system\'s until the person chooses, on the canvas and on the plain page'({ browser, address }) {
    const page = await open(browser, address);
    const theme = () => page.getAttribute('html', 'data-theme');
    assert.equal(await theme(), 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await themed(page, 'dark');
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
      for (const screen of await screens(page)) {
        await jump(page, screen);
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

  async 'at 400 % zoom nothing scrolls sideways, and the bars leave room for the page between them and for the focus'({ browser, address }) {
    for (const [language, height] of [['sv', 256], ['ar', 200]]) {
      const page = await open(browser, address, { language, size: { width: 320, height }, scale: 4 });
      await open_example(page, 'family');
      for (const screen of (await page.locator('nav button').evaluateAll((all) => all.map((each) => each.id)))) {
        await go(page, screen);
        const where = `${language} ${screen} at 320x${height}`;
        assert.ok((await sideways(page)) <= 0, where);
        const [top, bottom] = await page.evaluate(() => ['--top', '--bottom'].map((name) => parseFloat(document.documentElement.style.getPropertyValue(name)) - 12));
        assert.ok(top + bottom <= height / 2 + 12, `${where}: ${top} + ${bottom} of ${height}`);
        const first = page.locator('main :is(button, input, textarea):visible').first();
        if (!(await first.count())) continue;
        await first.focus();
        await still(page);
        const box = await first.evaluate((found) => { const { top: upper, bottom: lower } = found.getBoundingClientRect(); return { upper, lower }; });
        assert.ok(box.upper >= top - 1 && (box.lower <= height - bottom + 1 || box.upper < height / 2), `${where}: ${JSON.stringify(box)}`);
      }
      clean(page);
      await page.context().close();
    }
  },

  async 'more contrast, and colours of one\'s own, are taken from the system'({ browser, address }) {
    const page = await open(browser, address);
    for (const [wish, wanted] of [[{ contrast: 'more' }, 'contrast'], [{ contrast: 'no-preference' }, 'light'], [{ forcedColors: 'active' }, 'contrast'], [{ forcedColors: 'active', colorScheme: 'dark' }, 'dark-contrast'], [{ forcedColors: 'none', colorScheme: 'light' }, 'light']]) {
      await page.emulateMedia(wish);
      await themed(page, wanted);
    }
    // On the plain page forced colours are the person's own, and every edge is still there.
    await take_graphics(page);
    await page.emulateMedia({ forcedColors: 'active' });
    await go(page, 'toolbar.reading');
    const edge = await page.locator('.option').first().evaluate((found) => getComputedStyle(found).borderTopWidth);
    assert.notEqual(edge, '0px');
    clean(page);
  },

  async 'going back to a list leads to the row that was opened'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await go(page, 'nav.path');
    await activate(page, 'path.housing');
    assert.equal(await focused(page), 'title');
    await activate(page, 'footer.overview');
    assert.equal(await focused(page), 'path.housing');
    await go(page, 'nav.household');
    await activate(page, 'person.p2.open');
    await activate(page, 'footer.back');
    assert.equal(await focused(page), 'person.p2.open');
  },

  async 'after an answer, and after a message is put away, the focus stands where it was before'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await go(page, 'nav.journal');
    await activate(page, 'journal.add');
    await page.locator('main textarea').first().fill('En rad');
    await page.keyboard.press('Tab');
    await go(page, 'nav.start');
    await activate(page, 'start.new');
    assert.equal(await focused(page), 'clear.save');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'clear.stay');
    await page.keyboard.press('Enter');
    await still(page);
    assert.equal(await node(page, 'clear').count(), 0);
    assert.equal(await focused(page), 'start.new');
    // The same with the pointer on the canvas.
    await press(page, 'start.new');
    await press(page, 'clear.stay');
    assert.equal(await focused(page), 'start.new');

    const chooser = page.waitForEvent('filechooser');
    await activate(page, 'start.open');
    await (await chooser).setFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('no') });
    await node(page, 'message').waitFor({ state: 'attached' });
    await still(page);
    assert.equal(await focused(page), 'start.open');
    for (let presses = 0; presses < 40 && (await focused(page)) !== 'message.dismiss'; presses++) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await still(page);
    assert.equal(await node(page, 'message').count(), 0);
    assert.notEqual(await focused(page), '');
    // In every way of going there; a screen reader goes there at once.
    const again = page.waitForEvent('filechooser');
    await activate(page, 'start.open');
    await (await again).setFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('no') });
    await node(page, 'message').waitFor({ state: 'attached' });
    await still(page);
    await activate(page, 'message.dismiss');
    assert.equal(await focused(page), 'start.open');
    clean(page);
  },

  async 'Escape closes the menu, and the focus is on the button that opens it'({ browser, address }) {
    const page = await open(browser, address, { size: sizes.phone });
    const expanded = () => node(page, 'menu').getAttribute('aria-expanded');
    await activate(page, 'menu');
    assert.equal(await expanded(), 'true');
    await node(page, 'nav.path').focus();
    await page.waitForTimeout(150);  // at once it would count as the same press
    await page.keyboard.press('Escape');
    await still(page);
    assert.equal(await expanded(), 'false');
    assert.equal(await focused(page), 'menu');
    assert.ok(!(await node(page, 'nav.path').isVisible()));
    // Without an open part it does nothing.
    await page.keyboard.press('Escape');
    await still(page);
    assert.equal(await expanded(), 'false');
    clean(page);
  },

  async 'a part in another language says which, and which way it runs'({ browser, address }) {
    const page = await open(browser, address);
    await go(page, 'toolbar.reading');
    const of = (language) => page.locator(`.option:has([id="reading.language.${language}"])`).evaluate((found) => [found.lang, found.dir]);
    assert.deepEqual(await of('ar'), ['ar', 'rtl']);
    assert.deepEqual(await of('ti'), ['ti', 'ltr']);
    await choose(page, 'reading.language.ar');
    assert.deepEqual(await of('sv'), ['sv', 'ltr']);
  },

  async 'the same error twice is said twice, and only as an error'({ browser, address }) {
    const page = await open(browser, address);
    const heard = (id) => page.locator(`#${id}`).textContent();
    const broken = async () => {
      const chooser = page.waitForEvent('filechooser');
      await page.keyboard.press('Control+o');
      await (await chooser).setFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('no') });
      await node(page, 'message').waitFor({ state: 'attached' });
      await page.waitForTimeout(200);
      await still(page);
    };
    await broken();
    const first = await heard('assertive');
    assert.ok(first.length > 10);
    assert.equal(await heard('polite'), '');
    await broken();
    const second = await heard('assertive');
    assert.notEqual(second, first);
    assert.equal(second.trim(), first.trim());
  },

  async 'Home and End go to the ends of a group of answers and of the navigation'({ browser, address }) {
    for (const language of ['sv', 'ar']) {
      const page = await open(browser, address, { language });
      await go(page, 'toolbar.reading');
      await node(page, 'reading.size.100').focus();
      await page.keyboard.press('End');
      await still(page);
      assert.ok(await node(page, 'reading.size.200').isChecked());
      assert.equal(await focused(page), 'reading.size.200');
      await page.keyboard.press('Home');
      await still(page);
      assert.ok(await node(page, 'reading.size.100').isChecked());
      await node(page, 'nav.path').focus();
      await page.keyboard.press('End');
      assert.equal(await focused(page), 'nav.privacy');
      await page.keyboard.press('Home');
      assert.equal(await focused(page), 'nav.start');
      await page.context().close();
    }
  },

  async 'the plain page has the pictograms of the path, which nobody hears'({ browser, address }) {
    const page = await open(browser, address);
    await take_graphics(page);
    await go(page, 'nav.path');
    const pictures = await page.locator('main .row svg.picture').evaluateAll((all) => all.map((each) => [each.getAttribute('aria-hidden'), each.querySelectorAll('polyline').length > 0, each.getBoundingClientRect().width]));
    assert.equal(pictures.length, 10);
    for (const picture of pictures) assert.deepEqual(picture, ['true', true, 24]);
    clean(page);
  },

  async 'every size of window, upright and on its side, every density, both directions: on each screen the heading is seen, nothing scrolls sideways, and what can be pressed is inside'({ browser, address }) {
    const windows = [[320, 568, 2], [360, 640, 3], [640, 360, 3], [412, 915, 2], [915, 412, 2], [1280, 800, 1], [1280, 800, 1.25], [640, 400, 2]];
    for (const [width, height, scale] of windows) {
      const page = await open(browser, address, { size: { width, height }, scale, touch: width < 700 });
      for (const language of ['sv', 'ar']) {
        await go(page, 'nav.start');
        await choose(page, `reading.language.${language}`);
        if (language === 'sv') await open_example(page, 'family');
        for (const screen of await screens(page)) {
          await jump(page, screen);
          const where = `${language} ${width}x${height} at ${scale}, ${screen}`;
          assert.ok((await sideways(page)) <= 0, where);
          assert.deepEqual(await out_of_place(page), [], where);
          const box = await page.locator('h1').boundingBox();
          assert.ok(box.x >= 0 && box.x + box.width <= width + 1, `${where}: ${JSON.stringify(box)}`);
        }
      }
      clean(page);
      await page.context().close();
    }
  },

  async 'nothing on the page moves by itself, and pictures for a camera step slowly for who wants less motion'({ browser, address }) {
    const before = () => {
      const real = window.setInterval;
      window.steps = [];
      window.setInterval = (what, every, ...more) => { window.steps.push(every); return real(what, every, ...more); };
    };
    for (const [reducedMotion, every] of [['no-preference', 700], ['reduce', 2000]]) {
      const page = await open(browser, address, { before });
      await page.emulateMedia({ reducedMotion });
      await open_example(page, 'single_debt');
      await go(page, 'toolbar.save');
      await activate(page, 'keep.transfer');
      for (const field of ['pass.new', 'pass.again']) await node(page, field).fill('fem vanliga ord på rad');
      await still(page);
      await activate(page, 'transfer.seal.go');
      await node(page, 'transfer.picture').waitFor({ state: 'attached', timeout: 60_000 });
      await still(page);
      const steps = await page.evaluate(() => window.steps.splice(0) && [...document.getAnimations()].length);
      assert.equal(steps, 0, 'animations');
      await activate(page, 'transfer.run');
      assert.deepEqual(await page.evaluate(() => window.steps), [every]);
      const moving = await page.locator('*').evaluateAll((all) => all.filter((each) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(each);
        return !/^(0s(, )?)+$/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
      }).map((each) => each.id || each.tagName));
      assert.deepEqual(moving, []);
      clean(page);
      await page.context().close();
    }
  },

  async 'a page is read aloud by a voice on the device only, and stops on the next screen'({ browser, address }) {
    // No voices on this machine: two imitations, one on the device and one on the network.
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
    // English has only a network voice, so the program offers none.
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
        const said = `${await page.locator('#page').ariaSnapshot()}\n`;
        // The number of texts changes with every new text, and is left out.
        const now = name === 'reading' ? said.replaceAll(/\d[., \u202f\u00a0]\d{3}/g, 'N') : said;
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

  async 'every language and every screen of the navigation on a sharp phone take less than 64 MB of the program\'s memory'({ browser, address }) {
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
      for (const screen of await screens(page)) await jump(page, screen);
    }
    const bytes = await page.evaluate(() => window.memory.buffer.byteLength);
    assert.ok(bytes < 64 * 1024 * 1024, `${bytes}`);
    console.log(`      ${Math.round(bytes / 1024 / 1024)} MB`);
  },
};
