import assert from 'node:assert/strict';
import { activate, clean, every_screen, focused, frames, go, node, open, open_example, out_of_place, rectangle, screens, sizes, still } from '../harness.mjs';

const phone = { size: sizes.phone, scale: 2, touch: true };

export default {
  // One walk, because walking takes longer than looking; at the narrowest width, which is the hardest.
  async 'on a phone no screen scrolls sideways, and everything to press is inside the window and at least 44 px high and wide'({ browser, address }) {
    const page = await open(browser, address, { ...phone, size: { width: 320, height: 640 } });
    await every_screen(page, async (screen) => {
      const [content, window_] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(content <= window_, `${screen}: ${content} > ${window_}`);
      const small = await page.locator('#page :is(button, input, textarea)').evaluateAll((all) =>
        all.map((each) => ({ id: each.id || each.className, box: each.getBoundingClientRect() }))
          .filter(({ id, box }) => box.width > 0 && !/skip|mode/.test(id) && (box.width < 43.5 || box.height < 43.5))
          .map(({ id, box }) => `${id} ${box.width}x${box.height}`));
      assert.deepEqual(small, [], screen);
      assert.deepEqual(await out_of_place(page), [], screen);
    });
  },

  async 'the keyboard on the screen does not cover the field that is typed in'({ browser, address }) {
    const page = await open(browser, address, phone);
    await open_example(page, 'family');
    await go(page, 'nav.money');
    const field = node(page, 'set.budget.savings');
    await field.focus();
    await still(page);
    // Where the keyboard's upper edge lies just above the field's lower one.
    const bottom = await field.evaluate((found) => {
      window.scrollBy({ top: found.getBoundingClientRect().bottom - 500, behavior: 'instant' });
      return found.getBoundingClientRect().bottom;
    });
    await page.evaluate((height) => {
      Object.defineProperty(visualViewport, 'height', { configurable: true, get: () => height });
      visualViewport.dispatchEvent(new Event('resize'));
    }, bottom - 100);
    await still(page);
    const now = await field.evaluate((found) => found.getBoundingClientRect().bottom);
    assert.ok(now <= bottom - 100 - 11, `${now} is below ${bottom - 100}`);
    assert.equal(await focused(page), 'set.budget.savings');
  },

  async 'the bar with back and next does not cover the field that is typed in, when the keyboard has made the window low'({ browser, address }) {
    const page = await open(browser, address, phone);
    await go(page, 'nav.household');
    await activate(page, 'add.applicant');
    const field = node(page, 'field.p1.birth');
    await field.focus();
    await still(page);
    const bottom = () => field.evaluate((found) => found.getBoundingClientRect().bottom);
    // Just above the field's lower edge: the place of the bar.
    await page.setViewportSize({ width: 360, height: Math.round(await bottom()) + 30 });
    await still(page);
    const bar = await node(page, 'footer.next').evaluate((found) => found.getBoundingClientRect().top);
    assert.equal(await node(page, 'footer.next').evaluate((found) => getComputedStyle(found).position), 'fixed');
    assert.ok((await bottom()) < bar, `${await bottom()} is below ${bar}`);
    assert.ok(await field.evaluate((found) => found.getBoundingClientRect().top > 0));
    assert.equal(await focused(page), 'field.p1.birth');
    clean(page);
  },

  async 'the keyboard on the screen has what a field needs: hyphens and names for a date, digits for an amount, a sign for a change'({ browser, address }) {
    const page = await open(browser, address, phone);
    await open_example(page, 'family');
    const keyboard = (id) => node(page, id).getAttribute('inputmode');
    await go(page, 'nav.money');
    assert.equal(await keyboard('set.budget.savings'), 'decimal');
    assert.equal(await keyboard('set.budget.prices_percent'), 'text');
    await go(page, 'nav.household');
    await activate(page, 'person.p1.open');
    await activate(page, 'open.p1.birth');
    assert.equal(await keyboard('field.p1.birth'), 'text');
    clean(page);
  },

  async 'fingers that magnify the page are not worked against while a field has the focus'({ browser, address }) {
    const page = await open(browser, address, phone);
    await open_example(page, 'family');
    await go(page, 'nav.money');
    await node(page, 'set.budget.savings').focus();
    await still(page);
    const scrolled = await page.evaluate(() => {
      const before = window.scrollY;
      const bottom = document.activeElement.getBoundingClientRect().bottom;
      for (const [name, value] of [['scale', 2.5], ['height', bottom - 40]]) Object.defineProperty(visualViewport, name, { configurable: true, get: () => value });
      visualViewport.dispatchEvent(new Event('resize'));
      return window.scrollY - before;
    });
    assert.equal(scrolled, 0);
  },

  async 'what a composing keyboard holds stays until it is done, and is typed once'({ browser, address }) {
    const page = await open(browser, address, phone);
    await go(page, 'nav.journal');
    await activate(page, 'journal.add');
    const field = page.locator('main textarea').first();
    await field.focus();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'ሰ', selectionStart: 1, selectionEnd: 1 });
    await still(page);
    assert.equal(await field.inputValue(), 'ሰ');
    await devtools.send('Input.imeSetComposition', { text: 'ሰላ', selectionStart: 2, selectionEnd: 2 });
    await still(page);
    assert.equal(await field.inputValue(), 'ሰላ');
    await devtools.send('Input.insertText', { text: 'ሰላም' });
    await still(page);
    assert.equal(await field.inputValue(), 'ሰላም');
    await page.keyboard.press('Tab');
    await still(page);
    assert.equal(await field.inputValue(), 'ሰላም');
    clean(page);
  },

  async 'the whole menu is reached with a finger, and closing it comes back to where one was'({ browser, address }) {
    const page = await open(browser, address, { ...phone, size: { width: 320, height: 568 } });
    await page.evaluate(() => window.scrollTo(0, 300));
    await still(page);
    const tap = async (id) => {
      const box = await rectangle(page, id);
      await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
      await still(page);
    };
    const bar = await node(page, 'menu').evaluate((found) => { const box = found.getBoundingClientRect(); return { x: box.x + 20, y: box.y + 20 }; });
    const tap_menu = async () => { await page.touchscreen.tap(bar.x, bar.y); await still(page); };
    await tap_menu();
    assert.equal(await page.evaluate(() => window.scrollY), 0);
    await tap_menu();
    assert.equal(await page.evaluate(() => window.scrollY), 300);
    await tap_menu();
    await tap('toolbar.language.en');
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
    await tap('nav.privacy');
    assert.equal(await node(page, 'nav.privacy').getAttribute('aria-current'), 'page');
  },

  async 'from the empty start to an estimate nothing has to be typed: a finger chooses, in Arabic'({ browser, address }) {
    const page = await open(browser, address, { ...phone, language: 'ar' });
    await page.evaluate(() => { window.keys = 0; document.addEventListener('keydown', () => { window.keys++; }, true); });
    const tap = async (id) => {
      if (!(await node(page, id).isVisible())) await tap('menu');
      const box = await rectangle(page, id);
      await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
      await still(page);
    };
    const pick = async (question, ...parts) => {
      await tap(`pick.${question}`);
      for (const part of parts) await tap(`pick.${question}.${part}`);
    };
    await tap('start.begin');
    await tap('add.applicant');
    await pick('p1.birth', '198', '1986', '1986-03', '1986-03-17');
    await tap('footer.next');
    await tap('option.p1.permit_ground.refugee');
    await tap('footer.next');
    await tap('option.p1.permit_kind.permanent');
    await tap('footer.next');
    await pick('p1.permit_granted_on', '201', '2016', '2016-05', '2016-05-04');
    await tap('nav.estimate');
    assert.match(await node(page, 'estimate.amount').textContent(), /350\s000/);
    assert.equal(await page.evaluate(() => window.keys), 0);
    clean(page);
  },

  async 'a tap presses, a finger that scrolls does not'({ browser, address }) {
    const page = await open(browser, address, phone);
    const start = await page.locator('h1').textContent();
    const box = await rectangle(page, 'menu');
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await still(page);
    assert.equal(await node(page, 'menu').getAttribute('aria-expanded'), 'true');
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await still(page);
    assert.equal(await node(page, 'menu').getAttribute('aria-expanded'), 'false');

    // A touch that the browser takes over for scrolling ends with pointercancel.
    const button = await page.locator('main button').first().evaluate((found) => {
      found.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = found.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await still(page);
    await page.evaluate(({ x, y }) => {
      const canvas = document.getElementById('canvas');
      const send = (type) => canvas.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, pointerType: 'touch', isPrimary: true, bubbles: true }));
      send('pointerdown');
      requestAnimationFrame(() => requestAnimationFrame(() => send('pointercancel')));
    }, button);
    await still(page);
    assert.equal(await page.locator('h1').textContent(), start);
  },

  async 'a screen is scrolled by the page, and the elements stay over the drawing'({ browser, address }) {
    const page = await open(browser, address, phone);
    for (const screen of await screens(page)) {
      await go(page, screen);
      if (await page.evaluate(() => document.documentElement.scrollHeight > innerHeight + 200)) break;
    }
    const before = await frames(page);
    const top = await page.locator('h1').evaluate((found) => found.getBoundingClientRect().top);
    await page.evaluate(() => window.scrollTo({ top: 150, behavior: 'instant' }));
    await still(page);
    assert.ok((await frames(page)) > before);
    assert.equal(await page.locator('h1').evaluate((found) => found.getBoundingClientRect().top), top - 150);
  },

  async 'the canvas has a pixel for each pixel of the device, up to three for each CSS px'({ browser, address }) {
    for (const [scale, drawn] of [[1, 1], [1.25, 1.25], [2, 2], [3, 3], [4, 3]]) {
      const page = await open(browser, address, { scale, size: { width: 640, height: 480 } });
      assert.deepEqual(await page.evaluate(() => [document.getElementById('canvas').width, document.getElementById('canvas').height]), [640 * drawn, 480 * drawn]);
      await page.context().close();
    }
  },

  async 'a window that changes its size is drawn again, and every part has its place'({ browser, address }) {
    const page = await open(browser, address, { scale: 1 });
    for (const [width, height] of [[1920, 1000], [320, 480], [720, 740], [720, 679], [719, 760], [1160, 760], [360, 640]]) {
      await page.setViewportSize({ width, height });
      await still(page);
      const canvas = await page.evaluate(() => [document.getElementById('canvas').width, document.getElementById('canvas').height]);
      assert.deepEqual(canvas, [width, height]);
      const list_at_the_side = width >= 720 && height >= 740;  // when it is not cut off
      assert.equal(await node(page, 'menu').isVisible(), !list_at_the_side, `${width}x${height}`);
      assert.equal(await node(page, 'nav.start').isVisible(), list_at_the_side, `${width}x${height}`);
      const box = await page.locator('h1').boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width && box.width > 100, `${width}: ${JSON.stringify(box)}`);
    }
  },
};
