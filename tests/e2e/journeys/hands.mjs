// The page under a person's hands: Back and Forward, input methods, midnight, printing, selecting, and browsers that
// change a page's colours.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { activate, choose, clean, go, launch, node, open, open_example, press, rectangle, sizes, still } from '../harness.mjs';

const phone = { size: sizes.phone, scale: 2, touch: true };
const heading = (page) => page.locator('h1').innerText();
async function travel(page, by) {
  await page.evaluate((steps) => new Promise((done) => {
    addEventListener('popstate', () => setTimeout(done, 50), { once: true });
    setTimeout(done, 2000);
    history.go(steps);
  }), by);
  await still(page);
}
const back = (page) => travel(page, -1);
const forward = (page) => travel(page, 1);
/** The browser's own data: an entry's state and address reveal nothing. */
const told = (page) => page.evaluate(() => [history.state, location.href, document.title]);
async function write_line(page, text) {
  await go(page, 'nav.journal');
  await activate(page, 'journal.add');
  await page.locator('main textarea').fill(text);
  await still(page);
}

/** The strongest contrast in a rectangle against its most frequent colour. */
async function contrast_seen(browser, page, clip) {
  const picture = (await page.screenshot({ clip })).toString('base64');
  const judge = await (await browser.newContext()).newPage();
  const found = await judge.evaluate(async (base64) => {
    const image = new Image();
    await new Promise((done) => { image.onload = done; image.src = `data:image/png;base64,${base64}`; });
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const light = (channel) => { const c = channel / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
    const seen = new Map();
    for (let i = 0; i < data.length; i += 4) {
      const key = `${data[i]},${data[i + 1]},${data[i + 2]}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    const luminance = (key) => { const [r, g, b] = key.split(',').map((c) => light(Number(c))); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
    const [ground] = [...seen].sort((a, b) => b[1] - a[1])[0];
    return Math.max(...[...seen.keys()].map((key) => { const [a, b] = [luminance(key), luminance(ground)]; return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); }));
  }, picture);
  await judge.context().close();
  return found;
}
/** The inside of a field, without its edge. */
async function inside(page, id) {
  const box = await rectangle(page, id);
  return { x: box.x + 6, y: box.y + 6, width: Math.min(box.width, 200) - 12, height: Math.min(box.height, 60) - 12 };
}

export default {
  async 'Back goes to the screen before and Forward to the one after, and neither address, title nor state tells where one is'({ browser, address }) {
    for (const size of Object.values(sizes)) {
      const page = await open(browser, address, { size });
      const nothing = [null, address, 'Vägval'];
      assert.deepEqual(await told(page), nothing);
      await open_example(page, 'family');
      const seen = [await heading(page)];
      for (const step of ['nav.path', 'path.documents', 'task.documents.passport']) {
        await go(page, step);
        seen.push(await heading(page));
        assert.deepEqual(await told(page), nothing);
      }
      assert.equal(new Set(seen).size, 4);
      for (const wanted of seen.slice(0, -1).reverse()) {
        await back(page);
        assert.equal(await heading(page), wanted);
        assert.deepEqual(await told(page), nothing);
      }
      for (const wanted of seen.slice(1)) {
        await forward(page);
        assert.equal(await heading(page), wanted);
      }
      clean(page);
      await page.context().close();
    }
  },

  async 'Back does the same on the plain page, and in a browser that does not tell at which entry it is'({ browser, address }) {
    for (const before of [undefined, () => Object.defineProperty(window, 'navigation', { value: undefined })]) {
      const page = await open(browser, address, { before });
      await open_example(page, 'family');
      if (!before) await page.locator('button.mode').evaluate((button) => button.click());
      const first = await heading(page);
      await go(page, 'nav.path');
      await go(page, 'nav.money');
      await back(page);
      await back(page);
      assert.equal(await heading(page), first);
      await forward(page);
      assert.equal(await node(page, 'nav.path').getAttribute('aria-current'), 'page');
      await go(page, 'nav.documents');
      await forward(page);  // no entry is ahead
      assert.equal(await node(page, 'nav.documents').getAttribute('aria-current'), 'page');
      await travel(page, -2);
      assert.equal(await heading(page), first);
      clean(page);
      await page.context().close();
    }
  },

  async 'Back closes the menu and open disclosures, also where they were closed by hand'({ browser, address }) {
    const page = await open(browser, address, phone);
    await open_example(page, 'family');
    await go(page, 'nav.sources');
    await activate(page, 'menu');
    await back(page);
    assert.equal(await node(page, 'menu').getAttribute('aria-expanded'), 'false');
    assert.equal(await page.locator('nav [aria-current=page]').getAttribute('id'), 'nav.sources');
    await activate(page, 'menu');
    await page.keyboard.press('Escape');
    await still(page);
    await activate(page, 'conflicts');
    await activate(page, 'all_sources');
    await back(page);
    for (const id of ['conflicts', 'all_sources']) assert.equal(await node(page, id).getAttribute('aria-expanded'), 'false', id);
    await back(page);
    assert.equal(await page.locator('nav [aria-current=page]').getAttribute('id'), 'nav.estimate');
    clean(page);
  },

  async 'what was typed is kept when Back is pressed while it is typed'({ browser, address }) {
    const page = await open(browser, address, phone);
    await write_line(page, 'Rad före tillbaka');
    await back(page);
    assert.ok((await page.locator('main').innerText()).includes('Rad före tillbaka'));
    await forward(page);
    assert.equal(await page.locator('main textarea').inputValue(), 'Rad före tillbaka');
    clean(page);
  },

  async 'the page asks about leaving only at the first screen'({ browser, address }) {
    const page = await open(browser, address);
    const asked = [];
    page.on('dialog', (dialog) => { asked.push(dialog.type()); dialog.dismiss(); });
    await write_line(page, 'Inte sparad');
    await go(page, 'nav.path');
    const deep = await page.evaluate(() => history.length);
    for (let i = 0; i < 2; i++) await back(page);
    assert.equal(await page.locator('nav [aria-current=page]').getAttribute('id'), 'nav.journal');
    assert.deepEqual(asked, []);
    assert.equal(await page.evaluate(() => history.length), deep);
    for (let i = 0; i < 4 && asked.length === 0; i++) await back(page);
    assert.deepEqual(asked, ['beforeunload']);
    assert.equal(await page.locator('nav [aria-current=page]').getAttribute('id'), 'nav.start');
    await go(page, 'nav.journal');
    assert.ok((await page.locator('main').innerText()).includes('Inte sparad'));
  },

  async 'many quick presses of Back end at the first screen, and the program and the browser are still in step'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    const screens = ['nav.path', 'nav.money', 'nav.documents', 'nav.compare'];
    for (let round = 0; round < 5; round++) for (const screen of screens) await go(page, screen);
    await page.evaluate(async () => {
      for (let i = 0; i < 20; i++) { history.back(); await new Promise((next) => setTimeout(next, i % 3 ? 0 : 30)); }
      await new Promise((next) => setTimeout(next, 500));
    });
    await still(page);
    assert.equal(await page.locator('nav [aria-current=page]').getAttribute('id'), 'nav.estimate');
    await forward(page);
    assert.equal(await page.locator('nav [aria-current=page]').getAttribute('id'), 'nav.path');
    await go(page, 'nav.privacy');
    await back(page);
    assert.equal(await page.locator('nav [aria-current=page]').getAttribute('id'), 'nav.path');
    clean(page);
  },

  async 'more screens than a browser remembers lead back as far as it does'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    for (let i = 0; i < 70; i++) await page.locator(`[id="${i % 2 ? 'nav.path' : 'nav.money'}"]`).evaluate((button) => button.click());
    await still(page);
    assert.equal(await page.locator('nav [aria-current=page]').getAttribute('id'), 'nav.path');
    await back(page);
    assert.equal(await page.locator('nav [aria-current=page]').getAttribute('id'), 'nav.money');
    await travel(page, -10);
    assert.equal(await page.locator('nav [aria-current=page]').getAttribute('id'), 'nav.money');
    await forward(page);
    assert.equal(await page.locator('nav [aria-current=page]').getAttribute('id'), 'nav.path');
    clean(page);
  },

  async 'loaded anew in the middle, one press of Back leads away'({ browser, address }) {
    for (const before of [undefined, () => Object.defineProperty(window, 'navigation', { value: undefined })]) {
      const page = await open(browser, address, { before });
      for (const screen of ['nav.path', 'nav.money', 'nav.documents']) await go(page, screen);
      await page.reload();
      await page.waitForSelector('body.drawn');
      await still(page);
      assert.equal(await page.locator('nav [aria-current=page]').getAttribute('id'), 'nav.start');
      await go(page, 'nav.sources');
      await back(page);
      assert.equal(await page.locator('nav [aria-current=page]').getAttribute('id'), 'nav.start');
      await page.evaluate(() => history.back());
      await page.waitForURL('about:blank');
      await page.context().close();
    }
  },

  async 'Back brings nothing back, covered or left'({ browser, address }) {
    const page = await open(browser, address);
    await write_line(page, 'En hemlig rad');
    await go(page, 'nav.path');
    await page.keyboard.press('F2');
    await still(page);
    const covered = await heading(page);
    for (let i = 0; i < 3; i++) await back(page);
    await forward(page);
    assert.equal(await heading(page), covered);
    assert.ok(!(await page.content()).includes('hemlig'));
    await activate(page, 'cover.open');
    assert.equal(await page.locator('nav [aria-current=page]').getAttribute('id'), 'nav.path');
    await back(page);
    await node(page, 'header.leave').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !document.getElementById('canvas'));
    const neutral = await heading(page);
    await page.waitForTimeout(300);
    await page.evaluate(() => history.forward());
    await page.waitForTimeout(300);
    assert.equal(await heading(page), neutral);
    assert.ok(!(await page.content()).includes('hemlig'));
    await page.evaluate(() => history.go(-1));
    await page.waitForTimeout(300);
    if (page.url() !== 'about:blank') await page.evaluate(() => history.go(-1)).catch(() => {});  // it may be on its way
    await page.waitForURL('about:blank');
  },

  async 'Escape, Enter and every other key that a composing keyboard takes do nothing else'({ browser, address }) {
    const page = await open(browser, address);
    await write_line(page, 'Hej');
    const field = page.locator('main textarea');
    await field.focus();
    const press_composing = (key, code) => page.evaluate(([name, number]) => {
      for (const how of [{ isComposing: true }, { keyCode: 229 }]) {
        const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...how, code: number });
        document.activeElement.dispatchEvent(event);
        if (event.defaultPrevented) throw new Error(`${name} was taken`);
      }
    }, [key, code]);
    for (let i = 0; i < 3; i++) await press_composing('Escape', 'Escape');
    for (const key of ['F2', 'Home', 'End', ' ']) await press_composing(key, key);
    await page.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, isComposing: true, bubbles: true })));
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'ሰ', selectionStart: 1, selectionEnd: 1 });
    for (let i = 0; i < 3; i++) await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 229 });
    await still(page);
    assert.equal(await page.locator('main textarea').count(), 1);
    assert.equal(await node(page, 'cover.open').count(), 0);
    assert.ok((await field.inputValue()).includes('Hej'));
    // Without an input method, three presses leave at once.
    await devtools.send('Input.insertText', { text: 'ሰላም' });
    for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.getElementById('canvas'));
  },

  async 'a page that is open over midnight knows the new day, and the old one where the clock is set back'({ browser, address }) {
    const page = await open(browser, address, { before: () => {
      const Real = Date;
      window.shift = new Real(2026, 10, 20, 23, 59, 50).getTime() - Real.now();
      globalThis.Date = class extends Real {
        constructor(...given) { super(...(given.length ? given : [Real.now() + window.shift])); }
        static now() { return Real.now() + window.shift; }
      };
    } });
    const days = async () => (await page.locator('main .row .value').allInnerTexts()).map((day) => day.replace(/\s/g, ' '));
    const newest = async () => {
      await go(page, 'nav.journal');
      await activate(page, 'journal.add');
      await activate(page, 'footer.back');
      return (await days())[0];
    };
    await open_example(page, 'pensioner');
    assert.equal(await newest(), '20 november 2026');
    await page.evaluate(() => { window.shift += 60_000; });
    assert.equal(await newest(), '21 november 2026', 'at the next press');
    await go(page, 'nav.privacy');
    await choose(page, 'cover.after.0');  // a day without a press covers the page
    // Without a press, the day of the estimate is renewed all the same.
    await go(page, 'nav.estimate');
    assert.match(await page.locator('main').innerText(), /21\snovember\s2026/);
    await page.evaluate(() => { window.shift += 86_400_000; });
    await page.waitForFunction(() => /22\snovember\s2026/.test(document.querySelector('main').innerText));
    await page.evaluate(() => { window.shift -= 2 * 86_400_000; });
    await newest();
    assert.equal((await days()).filter((day) => day === '20 november 2026').length, 2, 'set back');
    clean(page);
  },

  async 'the browser\'s own command prints the screen as text, in the colours of paper, and nothing in clear that is hidden'({ browser, address }) {
    const folder = await mkdtemp(join(tmpdir(), 'vagval-'));
    const printed = async (page) => {
      const path = join(folder, 'out.pdf');
      await page.pdf({ path, format: 'A4' });
      const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [path], { encoding: 'utf8' }))[1]);
      const each = Array.from({ length: pages }, (_, i) => execFileSync('pdftotext', ['-f', String(i + 1), '-l', String(i + 1), path, '-'], { encoding: 'utf8' }));
      await still(page);
      return each;
    };
    try {
      const page = await open(browser, address);
      await open_example(page, 'family');
      await page.evaluate(() => window.scrollTo({ top: 200, behavior: 'instant' }));
      await still(page);
      const sheets = await printed(page);
      const text = sheets.join('\n').replace(/\s+/g, ' ');
      assert.ok(sheets.every((sheet) => sheet.trim().length > 20), 'no blank sheet');
      assert.ok(text.includes(await heading(page)));
      assert.match(text, /375 000|350 000|kronor|kr/);
      for (const word of ['Lämna nu', 'Ångra']) assert.ok(!text.includes(word), word);
      // The page is unchanged.
      assert.equal(await page.evaluate(() => document.body.className), 'drawn');
      assert.equal(await page.evaluate(() => window.scrollY), 200);
      await press(page, 'nav.path');
      assert.equal(await node(page, 'nav.path').getAttribute('aria-current'), 'page');
      await write_line(page, 'Lönndom');
      assert.match((await printed(page)).join(), /Lönndom/);
      await page.keyboard.press('F2');
      await still(page);
      const covered = await printed(page);
      assert.equal(covered.length, 1);
      assert.doesNotMatch(covered.join(), /Lönndom/);
      clean(page);
    } finally {
      await rm(folder, { recursive: true });
    }
  },

  async 'typed text is readable in a browser that darkens pages, with forced colours and in every theme'({ address }) {
    for (const [name, more, media] of [
      ['darkened', ['--enable-features=WebContentsForceDark'], {}],
      ['forced colours', [], { forcedColors: 'active' }],
      ['forced colours, dark', [], { forcedColors: 'active', colorScheme: 'dark' }],
      ['as it is', [], {}],
      ['dark', [], { colorScheme: 'dark' }],
    ]) {
      const browser = await launch({ more });
      try {
        const page = await open(browser, address, { scale: 1 });
        await page.emulateMedia(media);
        await write_line(page, 'Hemma Hemma Hemma');
        const note = await contrast_seen(browser, page, await inside(page, await page.locator('main textarea').getAttribute('id')));
        assert.ok(note >= 4.5, `${name}: a note ${note.toFixed(2)}`);
        await go(page, 'nav.privacy');
        await activate(page, 'privacy.keep');
        await activate(page, 'keep.seal');
        await node(page, 'pass.new').fill('mmmmmmmmmmmmm');
        await still(page);
        const phrase = await contrast_seen(browser, page, await inside(page, 'pass.new'));
        assert.ok(phrase >= 4.5, `${name}: a passphrase ${phrase.toFixed(2)}`);
        clean(page);
      } finally {
        await browser.close();
      }
    }
  },

  async 'colours that are changed for the elements alone do not make typed text invisible'({ browser, address }) {
    // As extensions do it: light letters, dark backgrounds, and a canvas they cannot reach.
    const context = await browser.newContext({ bypassCSP: true, serviceWorkers: 'block', viewport: sizes.desktop });
    const page = await open(browser, address, { context });
    await write_line(page, 'Hemma Hemma Hemma');
    await page.evaluate(() => {
      const value = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
      const turned = (hex) => `#${hex.slice(1).match(/../g).map((pair) => (255 - parseInt(pair, 16)).toString(16).padStart(2, '0')).join('')}`;
      for (const name of ['--ink', '--surface']) document.documentElement.style.setProperty(name, turned(value(name)));
    });
    await still(page);
    const seen = await contrast_seen(browser, page, await inside(page, await page.locator('main textarea').getAttribute('id')));
    assert.ok(seen >= 4.5, seen.toFixed(2));
    await context.close();
  },

  async 'the text in the page lies where the canvas shows it, word by word, in every screen of both directions'({ browser, address }) {
    for (const [language, size] of [['sv', sizes.desktop], ['sv', sizes.phone], ['ar', sizes.phone]]) {
      const page = await open(browser, address, { language, size, scale: 1 });
      await page.evaluate(() => document.fonts.ready);
      await open_example(page, 'family');
      for (const screen of ['nav.estimate', 'nav.path', 'nav.sources', 'nav.privacy', 'nav.start']) {
        await go(page, screen);
        // The line of the last word of each text, in the browser and on the canvas.
        const off = await page.evaluate(() => {
          const out = [];
          for (const text of document.querySelectorAll('main :is(.text, .detail)')) {
            // The header of a table that has become blocks stands above each of its cells.
            if (text.style.position !== 'absolute' || !text.textContent.trim() || text.closest('th')) continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            const lines = new Set([...range.getClientRects()].filter((box) => box.width > 1).map((box) => Math.round(box.top)));
            const box = text.getBoundingClientRect();
            const holder = text.closest('.placed')?.getBoundingClientRect();
            for (const each of range.getClientRects()) if (holder && !text.closest('.field') && (each.left < holder.left - 2 || each.right > holder.right + 4 || each.top < holder.top - 4 || each.bottom > holder.bottom + 4)) { out.push(`${text.textContent.slice(0, 40)}: ${[each.left, each.right, each.top, each.bottom].map(Math.round)} outside ${[holder.left, holder.right, holder.top, holder.bottom].map(Math.round)}`); break; }
            if (lines.size === 0) out.push(`${text.textContent.slice(0, 40)} has no line`);
            if (Math.abs(box.width - parseFloat(text.style.width)) > 1) out.push(`${text.textContent.slice(0, 40)}: width ${box.width}`);
          }
          return out;
        });
        assert.deepEqual(off.slice(0, 5), [], `${language} ${size.width} ${screen}`);
      }
      clean(page);
      await page.context().close();
    }
  },

  async 'a text on the canvas is selected with the mouse and copied, one that is pressed by a right click or a finger that stays'({ browser, address }) {
    const context = await browser.newContext({ serviceWorkers: 'block', viewport: sizes.desktop, permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await open(browser, address, { context });
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    const box = await page.locator('h1 .text').evaluate((found) => { const range = document.createRange(); range.selectNodeContents(found); const { left, right, top, bottom } = range.getBoundingClientRect(); return { left, right, top, bottom }; });
    const middle = (box.top + box.bottom) / 2;
    await page.mouse.move(box.left + 1, middle);
    await page.mouse.down();
    await page.mouse.move(box.right - 1, middle, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.press('Control+c');
    assert.equal((await copied()).trim(), (await heading(page)).trim());
    const button = await rectangle(page, 'example.open.family');
    await page.mouse.click(button.x + button.width / 2, button.y + button.height / 2, { button: 'right' });
    await page.waitForSelector('#page .word');
    assert.ok((await copied()).length > 3);
    assert.ok((await node(page, 'example.open.family').innerText()).includes((await copied()).split('\n')[0]));
    assert.equal(await page.locator('nav [aria-current=page]').getAttribute('id'), 'nav.start', 'nothing was pressed');
    // The plain page is one press away.
    await page.locator('#page .word button').click();
    assert.equal(await page.evaluate(() => document.body.className), 'plain');
    clean(page);
    await context.close();
  },

  async 'a finger that stays on a button copies it and does not press it; a hold still shows the hidden text'({ browser, address }) {
    const context = await browser.newContext({ serviceWorkers: 'block', viewport: sizes.phone, hasTouch: true, isMobile: true, permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await open(browser, address, { context, ...phone });
    const box = await rectangle(page, 'start.begin');
    const touch = await context.newCDPSession(page);
    const at = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at });
    await page.waitForTimeout(900);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.waitForSelector('#page .word');
    await still(page);
    assert.equal(await page.locator('nav [aria-current=page]').getAttribute('id'), 'nav.start', 'nothing was pressed');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), (await node(page, 'start.begin').innerText()).trim());
    clean(page);
    await context.close();
  },

  async 'larger letters of the browser make ours larger, on the canvas and on the plain page'({ browser, address }) {
    const page = await open(browser, address);
    const high = () => page.locator('h1').evaluate((found) => found.getBoundingClientRect().height);
    const scale = () => page.evaluate(() => document.documentElement.style.getPropertyValue('--scale'));
    const before = await high();
    assert.equal(await scale(), '1');
    await page.evaluate(() => { document.documentElement.style.fontSize = '24px'; });
    await page.waitForFunction(() => document.documentElement.style.getPropertyValue('--scale') === '1.5');
    await still(page);
    assert.ok((await high()) >= before * 1.4, `${await high()} after ${before}`);
    await go(page, 'toolbar.reading');
    assert.ok(await node(page, 'reading.size.100').isChecked(), 'the choice made here comes on top');
    await choose(page, 'reading.size.125');
    assert.equal(await scale(), '1.87');
    clean(page);
  },

  async 'the person\'s own words ask a browser that translates to leave them out'({ browser, address }) {
    const page = await open(browser, address);
    await write_line(page, 'Mina egna ord');
    assert.equal(await page.locator('main textarea').evaluate((field) => field.closest('[translate]').translate), false);
    await go(page, 'nav.household');
    await go(page, 'nav.journal');
    const row = page.locator('main .row', { hasText: 'Mina egna ord' });
    assert.equal(await row.evaluate((found) => found.translate), false);
    assert.equal(await page.locator('h1').evaluate((found) => found.translate), true);
    clean(page);
  },
};
