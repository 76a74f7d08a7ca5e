import assert from 'node:assert/strict';
import { open, launch, clean, screens, go, node, press, activate, mode, take_graphics, give_graphics_back, rectangle, sizes, still, frames } from '../harness.mjs';

export default {
  async 'without WebGL2 the same screens are a plain page'({ address }) {
    const browser = await launch({ webgl: false });
    try {
      for (const size of Object.values(sizes)) {
        const page = await open(browser, address, { size });
        assert.equal(await mode(page), 'plain');
        for (const screen of await screens(page)) {
          await go(page, screen);
          assert.ok(await page.locator('h1').isVisible());
          const [content, window_] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
          assert.ok(content <= window_, `${screen}: ${content} > ${window_}`);
        }
        clean(page);
      }
    } finally {
      await browser.close();
    }
  },

  async 'a browser that knows no WebGL2 at all gets the plain page too'({ browser, address }) {
    const page = await open(browser, address, {
      before: () => {
        const real = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return /webgl/.test(kind) ? null : real.call(this, kind, ...more); };
      },
    });
    assert.equal(await mode(page), 'plain');
    clean(page);
  },

  async 'graphics that are lost and come back take nothing with them'({ browser, address }) {
    const page = await open(browser, address);
    const [, second, third] = await screens(page);
    await go(page, second);
    await take_graphics(page);
    assert.ok(await page.locator('h1').isVisible());
    await go(page, third);
    await give_graphics_back(page);
    assert.equal(await page.locator('nav [aria-current=page]').getAttribute('id'), third);
    const before = await frames(page);
    await go(page, second);
    assert.ok((await frames(page)) > before);
    clean(page);
  },

  async 'the plain page is chosen with the mouse or a finger, and left again'({ browser, address }) {
    for (const [language, touch] of [['sv', false], ['ar', true]]) {
      const page = await open(browser, address, { language, touch, size: touch ? sizes.phone : sizes.desktop });
      const tap = async (id) => {
        if (!touch) return press(page, id);
        const box = await rectangle(page, id);
        await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
        await still(page);
      };
      if (touch) await tap('menu');
      await tap('toolbar.reading');
      const label = await node(page, 'reading.page').textContent();
      await tap('reading.page');
      assert.equal(await mode(page), 'plain');
      assert.notEqual(await node(page, 'reading.page').textContent(), label);
      await tap('reading.page');
      assert.equal(await mode(page), 'drawn');
      assert.equal(await node(page, 'reading.page').textContent(), label);
      // Without graphics the page offers no other mode.
      await take_graphics(page);
      assert.equal(await node(page, 'reading.page').count(), 0);
      await give_graphics_back(page);
      assert.equal(await node(page, 'reading.page').count(), 1);
      clean(page);
      await page.context().close();
    }
  },

  async 'the plain page can be chosen by keyboard, and left again'({ browser, address }) {
    const page = await open(browser, address);
    const [, second] = await screens(page);
    await go(page, second);
    const title = await page.locator('h1').textContent();
    await page.locator('button.mode').focus();
    await page.keyboard.press('Enter');
    assert.equal(await mode(page), 'plain');
    assert.equal(await page.locator('h1').textContent(), title);
    await page.locator('button.mode').click();
    assert.equal(await mode(page), 'drawn');
    assert.equal(await page.locator('h1').textContent(), title);
    clean(page);
  },
};
