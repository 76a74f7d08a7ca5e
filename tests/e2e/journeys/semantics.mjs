import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { languages, open, screens, go, activate, every_screen, out_of_place, take_graphics, still } from '../harness.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule axe has, the recommendations too. Over the canvas elements have no colours: those are compared in C++. */
async function faults(page, colours) {
  // Evaluated by the browser's own tools: the page's policy would refuse it as a script.
  if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(axe);
  const { violations } = await page.evaluate((contrast) => window.axe.run(document, { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: contrast }, 'color-contrast-enhanced': { enabled: false } } }), colours);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((each) => each.html).slice(0, 3).join(' ')}`);
}

const tests = {};
for (const language of languages) {
  // One language of each direction is looked at in every state, over the canvas and on the plain page. The elements are the same on both, so the
  // others are walked where it is quicker; what they can have of their own (words, names, languages) they have unfolded.
  const whole = ['sv', 'ar'].includes(language);
  for (const plain of whole ? [false, true] : [true]) {
    tests[`axe finds nothing on any screen (${language}, ${plain ? 'plain page' : 'canvas'})`] = async ({ browser, address }) => {
      const page = await open(browser, address, { language });
      assert.equal(await page.getAttribute('html', 'lang'), language);
      if (plain) await take_graphics(page);
      const all = [];
      await every_screen(page, async (screen) => all.push(...(await faults(page, plain && whole)).map((fault) => `${screen}: ${fault}`)), { folded: whole });
      assert.deepEqual(all, []);
    };
  }
}

export default {
  ...tests,

  // One walk for each size: walking takes longer than looking.
  async 'every screen has one level-1 heading inside main, and what can be pressed lies where it is drawn, inside the window'({ browser, address }) {
    const page = await open(browser, address);
    await every_screen(page, async (screen) => {
      assert.equal(await page.locator('h1').count(), 1, screen);
      assert.equal(await page.locator('main h1').count(), 1, screen);
      assert.equal(await page.locator('nav [aria-current=page]').count(), /language and|Swedish words|statement|device|save and keep|cover|left/.test(screen) ? 0 : 1, screen);
      assert.deepEqual(await out_of_place(page), [], screen);
    });
  },

  async 'elements have no colour of their own over the canvas'({ browser, address }) {
    const page = await open(browser, address);
    const coloured = await page.locator('#page *').evaluateAll((all) =>
      all.filter((each) => !each.matches('input, textarea') && getComputedStyle(each).color !== 'rgba(0, 0, 0, 0)').map((each) => each.id || each.tagName));
    assert.deepEqual(coloured, []);
    assert.equal(await page.locator('#canvas').getAttribute('aria-hidden'), 'true');
  },

  async 'the focus is always to be seen'({ browser, address }) {
    const page = await open(browser, address);
    for (let count = 0; count < 12; count++) {
      await page.keyboard.press('Tab');
      const ring = await page.evaluate(() => {
        const style = getComputedStyle(document.activeElement);
        return { id: document.activeElement.id || document.activeElement.className, style: style.outlineStyle, width: style.outlineWidth };
      });
      assert.equal(ring.style, 'solid', ring.id);
      assert.equal(ring.width, '3px', ring.id);
    }
  },

  async 'the first Tab leads past the navigation'({ browser, address }) {
    const page = await open(browser, address);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.closest('main') !== null), true);
  },

  async 'a gesture for something that is gone does nothing'({ browser, address }) {
    const page = await open(browser, address);
    const [, second, third] = await screens(page);
    await go(page, second);
    const box = await page.locator('main button').first().boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await activate(page, third);  // meanwhile, by keyboard
    const before = await page.locator('main').textContent();
    await page.mouse.up();
    await still(page);
    assert.equal(await page.locator('main').textContent(), before);
    assert.equal(await page.locator('nav [aria-current=page]').getAttribute('id'), third);
  },
};
