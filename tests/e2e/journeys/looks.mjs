// The estimate in each language, on a phone and on a desk, compared with a reviewed picture.
// UPDATE_GOLDENS=1 takes new pictures: review them before committing.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { go, languages, open, open_example, root, sizes, still } from '../harness.mjs';

const folder = join(root, 'tests/golden/looks');
const channel_differs = 48;  // of 255: edges of letters may differ a little on another machine
// Of a tile, not of the picture: a missing line of small text is less than 1 % of the whole.
const tile_side = 64, share_that_may_differ = 0.01;

/** The largest share of differing pixels in a tile, calculated in the browser, which reads pictures already. */
function difference([one, two], channel, side) {
  const load = (base64) => new Promise((done) => { const image = new Image(); image.onload = () => done(image); image.src = `data:image/png;base64,${base64}`; });
  return Promise.all([load(one), load(two)]).then(([a, b]) => {
    if (a.width !== b.width || a.height !== b.height) return 1;
    const [left, right] = [a, b].map((image) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
      const context = canvas.getContext('2d', { willReadFrequently: true });
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height).data;
    });
    const across = Math.ceil(a.width / side);
    const count = new Array(across * Math.ceil(a.height / side)).fill(0);
    for (let i = 0; i < left.length; i += 4) {
      if (![0, 1, 2].some((k) => Math.abs(left[i + k] - right[i + k]) > channel)) continue;
      const x = (i / 4) % a.width, y = Math.floor(i / 4 / a.width);
      count[Math.floor(y / side) * across + Math.floor(x / side)]++;
    }
    return Math.max(...count) / (side * side);
  });
}
const differs = (judge, ...pictures) => judge.evaluate(([both, channel, side, compare]) => new Function(`return ${compare}`)()(both, channel, side),
  [pictures.map((picture) => picture.toString('base64')), channel_differs, tile_side, difference.toString()]);

/** The same page with one of its smallest texts painted over. */
async function without_a_line(page) {
  const { x, y, width, height } = await page.locator('.promise').evaluate((found) => found.getBoundingClientRect().toJSON());
  await page.evaluate(([left, top, wide, high]) => {
    const cover = document.body.appendChild(document.createElement('div'));
    Object.assign(cover.style, { position: 'fixed', zIndex: 9, left: `${left}px`, top: `${top}px`, width: `${wide}px`, height: `${high}px`, background: getComputedStyle(document.documentElement).getPropertyValue('--surface') });
    cover.id = 'painted-over';
  }, [x, y, width, Math.min(height, 18)]);
  const picture = await page.screenshot();
  await page.evaluate(() => document.getElementById('painted-over').remove());
  return picture;
}

export default {
  async 'each language looks as it did, on a phone and on a desk (UPDATE_GOLDENS=1 takes new pictures)'({ browser, address }) {
    await mkdir(folder, { recursive: true });
    const judge = await (await browser.newContext()).newPage();
    for (const [name, size] of Object.entries(sizes)) {
      const page = await open(browser, address, { size, scale: 1, language: 'sv-SE', before: () => {
        // Always the same day: the estimate names it.
        const Real = Date;
        globalThis.Date = class extends Real { constructor(...given) { super(...(given.length ? given : [2026, 10, 20, 12])); } static now() { return new Real(2026, 10, 20, 12).getTime(); } };
      } });
      for (const language of languages) {
        await go(page, 'nav.start');
        await page.locator(`[id="reading.language.${language}"]`).evaluate((input) => input.click());
        await still(page);
        if (language === languages[0]) await open_example(page, 'family');
        await go(page, 'nav.estimate');
        await page.evaluate(() => document.activeElement?.blur());
        await page.mouse.move(2, 2);
        await still(page);
        const now = await page.screenshot();
        const file = join(folder, `estimate.${language}.${name}.png`);
        if (process.env.UPDATE_GOLDENS) await writeFile(file, now);
        assert.ok(existsSync(file), `no picture ${file}`);
        const share = await differs(judge, now, await readFile(file));
        assert.ok(share <= share_that_may_differ, `${language}, ${name}: ${(share * 100).toFixed(2)} % of a part of the picture differs`);
        if (name === 'phone') assert.ok((await differs(judge, now, await without_a_line(page))) > share_that_may_differ, `${language}: a line of small text that is gone is not seen to be`);
      }
      await page.context().close();
    }
  },
};
