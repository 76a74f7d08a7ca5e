import assert from 'node:assert/strict';
import { open, clean, node, activate, go, still, sizes, rectangle } from '../harness.mjs';

// Names in scripts that no font of the program has. A machine may lack some of them too; it shows frames then.
const labels = {
  Chinese: '王小明', Japanese: 'さくら', Korean: '김민준', Cyrillic: 'Жанна', Greek: 'Ελένη', Georgian: 'ნინო', Armenian: 'Անի', Thai: 'สมชาย',
  Hebrew: 'שָׂרָה', 'N’Ko': 'ߒߞߏ', Devanagari: 'श्रीकृष्ण', Tamil: 'கண்ணன்', Burmese: 'မောင်', Khmer: 'ខ្មែរ', Vietnamese: 'Ễ', Pashto: 'ښځه',
  emoji: '😀', 'a family': '👨‍👩‍👧', 'a flag': '🇸🇪', 'a mark without a letter of its own': 'x̱', 'no letter at all': '\u{3FFFD}',
};

/** New ink compared with the page without the label, in px of the window: the number of pixels, and their horizontal extent. */
async function ink(page, box, ground) {
  const clip = { x: Math.floor(box.x), y: Math.floor(box.y), width: Math.ceil(box.width), height: Math.ceil(box.height) };
  const picture = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async ([encoded, from]) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const back = from ?? [...data.slice(0, 3)];
    let count = 0, least = image.width, most = 0;
    for (let i = 0; i < data.length; i += 4) {
      if (Math.max(...back.map((channel, part) => Math.abs(channel - data[i + part]))) < 48) continue;
      const x = (i / 4) % image.width;
      count++;
      least = Math.min(least, x);
      most = Math.max(most, x);
    }
    return { count, least, most, width: most - least };
  }, [picture, ground]);
}

async function with_field(browser, address, options) {
  const page = await open(browser, address, { scale: 1, ...options });
  await go(page, 'nav.household');
  await activate(page, 'add.applicant');
  await activate(page, 'footer.overview');
  return page;
}
async function call(page, label) {
  await node(page, 'field.p1.label').fill(label);
  await page.keyboard.press('Enter');
  await still(page);
  assert.equal(await page.locator('h1').textContent(), label);
  const heading = page.locator('h1');
  await heading.evaluate((found) => found.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await still(page);
  return ink(page, await heading.boundingBox());
}

export default Object.fromEntries(Object.entries({ desktop: { size: sizes.desktop }, phone: { size: sizes.phone, touch: true, scale: 2 } }).map(([name, options]) => [
  `on a ${name} every letter of a label is seen, whatever script it is in`, async ({ browser, address }) => {
    const page = await with_field(browser, address, options);
    const em = 28 * (options.scale ?? 1);
    for (const [script, label] of Object.entries(labels)) {
      const seen = await call(page, label);
      const letters = [...new Intl.Segmenter('sv', { granularity: 'grapheme' }).segment(label)].length;
      // A stroke an em long for each letter, and from the first to the last of them at least a third of an em for each.
      assert.ok(seen.count >= letters * em, `${script}: ${seen.count} px of ink for ${letters} letters`);
      assert.ok(seen.width >= letters * em / 4, `${script}: ${letters} letters within ${seen.width} px`);
      const twice = await call(page, `${label} ${label}`);
      assert.ok(twice.width > 1.8 * seen.width, `${script}: as wide twice (${twice.width}) as once (${seen.width})`);
    }
    clean(page);
  },
])) ;
