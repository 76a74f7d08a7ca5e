import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { languages, open, screens, go, jump, activate, every_screen, open_example, out_of_place, take_graphics, still } from '../harness.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule of axe, recommendations included. Elements over the canvas have no colours; C++ tests compare those. */
async function faults(page, colours) {
  // Evaluated by the browser's tools: the page's policy would refuse it as a script.
  if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(axe);
  const { violations } = await page.evaluate((contrast) => window.axe.run(document, { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: contrast }, 'color-contrast-enhanced': { enabled: false } } }), colours);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((each) => each.html).slice(0, 3).join(' ')}`);
}

/** Runs before the page: keeps the hidden program accessible, so that the test can ask for the drawn places. */
function keep_program() {
  let create;
  Object.defineProperty(globalThis, 'createVagval', { configurable: true, get: () => create, set: (made) => {
    create = (module) => Promise.resolve(made(module)).then((core) => { window.core ??= core; return core; });
  } });
}

/** Pressable or typeable elements at another place than on the canvas, or without a place. */
const drawn_elsewhere = (page) => page.evaluate(() => {
  const drawn = new Map(JSON.parse(window.core.UTF8ToString(window.core._vagval_placed())).map(([id, ...place]) => [id, place]));
  return [...document.querySelectorAll('#page :is(button, input, textarea)')].filter((each) => each.checkVisibility() && !/skip|mode/.test(each.className)).filter((each) => {
    const box = each.getBoundingClientRect();
    const [x, y, width, height, scrolls] = drawn.get(each.id) ?? [];
    return !([box.x - x, box.y - y + (scrolls ? window.scrollY : 0), box.width - width, box.height - height].every((off) => Math.abs(off) <= 1));
  }).map((each) => each.id);
});

const tests = {};
for (const language of languages) {
  // One language of each direction is checked in every state, over the canvas and on the plain page. The elements are
  // the same on both, so the other languages are walked on the faster one, with all parts that can differ (words,
  // names, languages) unfolded.
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

  // One walk for each size, because walking takes longer than looking.
  async 'every screen has one level-1 heading inside main, and what can be pressed lies where it is drawn, inside the window'({ browser, address }) {
    const page = await open(browser, address, { before: keep_program });
    await every_screen(page, async (screen) => {
      assert.equal(await page.locator('h1').count(), 1, screen);
      assert.equal(await page.locator('main h1').count(), 1, screen);
      assert.equal(await page.locator('nav [aria-current=page]').count(), /^beside the|language and|Swedish words|statement|device|save and keep|cover|left/.test(screen) ? 0 : 1, screen);
      assert.deepEqual(await out_of_place(page), [], screen);
      if (!/left/.test(screen)) assert.deepEqual(await drawn_elsewhere(page), [], screen);
    });
  },

  async 'axe finds every text of the plain page readable in all four themes'({ browser, address }) {
    const page = await open(browser, address);
    await take_graphics(page);
    await page.evaluate(axe);
    await open_example(page, 'family_unanswered');
    const all = [], seen = new Set();
    const themes = ['light', 'dark'].flatMap((colorScheme) => ['no-preference', 'more'].map((contrast) => ({ colorScheme, contrast })));
    for (const screen of [...await screens(page), 'toolbar.take', 'toolbar.reading']) {
      await jump(page, screen);
      for (const media of themes) {
        await page.emulateMedia(media);
        const wanted = [media.colorScheme === 'dark' && 'dark', media.contrast === 'more' && 'contrast'].filter(Boolean).join('-') || 'light';
        await page.waitForFunction((theme) => document.documentElement.dataset.theme === theme, wanted);
        seen.add(wanted);
        const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'], runOnly: ['color-contrast'] }));
        all.push(...violations.flatMap(({ nodes }) => nodes.map((each) => `${screen}, ${wanted}: ${each.html}`)));
      }
    }
    assert.equal(seen.size, 4);
    assert.deepEqual(all, []);
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
