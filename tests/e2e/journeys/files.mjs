import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { open, clean, node, activate, press, go, still, root, take_graphics, give_graphics_back } from '../harness.mjs';

const family = readFileSync(join(root, 'assets/examples/family.json'));
const as_file = (name, bytes) => ({ name, mimeType: 'application/json', buffer: Buffer.from(bytes) });

async function pick(page, file, by = activate) {
  const chooser = page.waitForEvent('filechooser');
  await by(page, 'toolbar.open');
  await (await chooser).setFiles(file);
  await page.waitForTimeout(200);
  await still(page);
}
async function saved(page, by = activate) {
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await by(page, 'toolbar.save');
  const file = await download;
  const bytes = readFileSync(await file.path());
  await still(page);
  return { name: file.suggestedFilename(), bytes };
}
const people = (page) => node(page, 'household.people').locator('.row').count();

export default {
  async 'a plan is opened, saved, opened again and saved to the same bytes'({ browser, address }) {
    const page = await open(browser, address);
    await pick(page, as_file('Min plan.json', family));
    assert.equal(await people(page), 4);
    const first = await saved(page);
    assert.equal(first.name, 'Min plan.json');
    assert.equal(JSON.parse(first.bytes).format, 'vagval-plan');
    await pick(page, as_file('igen.json', first.bytes));
    const second = await saved(page);
    assert.deepEqual(second.bytes, first.bytes);
    clean(page);
  },

  async 'opening and saving work with the pointer on the canvas'({ browser, address }) {
    const page = await open(browser, address);
    await pick(page, as_file('plan.json', family), press);
    assert.equal(await people(page), 4);
    assert.ok((await saved(page, press)).bytes.length > 100);
  },

  async 'Ctrl+S and Ctrl+O save and open'({ browser, address }) {
    const page = await open(browser, address);
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Control+o');
    await (await chooser).setFiles(as_file('plan.json', family));
    await page.waitForTimeout(200);
    const download = page.waitForEvent('download', { timeout: 60_000 });
    await page.keyboard.press('Control+s');
    await download;
  },

  async 'saving says who can read the file'({ browser, address }) {
    const page = await open(browser, address);
    await pick(page, as_file('plan.json', family));
    await saved(page);
    assert.match(await node(page, 'message').textContent(), /utan lösenfras/i);
    assert.match(await node(page, 'message').textContent(), /lämnad till webbläsaren/, 'whether it has been saved only the browser knows');
    assert.match(await page.locator('#polite').textContent(), /utan lösenfras/i);
  },

  async 'a broken file gets a sentence, and nothing that was there is lost'({ browser, address }) {
    const page = await open(browser, address);
    await pick(page, as_file('plan.json', family));
    const bad = {
      'not JSON at all': 'hej',
      'cut off': family.subarray(0, 200),
      'another format': '{"format":"something-else"}',
      'a later version': '{"format":"vagval-plan","version":999}',
      'broken UTF-8': Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
      'a zero inside': '{"format":"vagval-plan"\0}',
      empty: '',
      'too many levels': `${'['.repeat(100000)}`,
      'twice the same person': '{"format":"vagval-plan","version":1,"household":{"persons":[{"id":"p1"},{"id":"p1"}]},"situation":{}}',
    };
    for (const [what, bytes] of Object.entries(bad)) {
      await pick(page, as_file('trasig.json', bytes));
      const text = await node(page, 'message').textContent();
      assert.ok(text.length > 20, `${what}: ${text}`);
      assert.equal(await node(page, 'message').evaluate((found) => found.classList.contains('tone-error')), true, what);
      assert.equal(await people(page), 4, what);
      await activate(page, 'message.dismiss');
    }
    clean(page);
  },

  async 'a file larger than any plan, sealed or not, is not read, and there is a sentence'({ browser, address }) {
    const page = await open(browser, address);
    await page.evaluate(() => {
      window.reads = 0;
      const read = Blob.prototype.arrayBuffer;
      Blob.prototype.arrayBuffer = function () { window.reads++; return read.call(this); };
    });
    await pick(page, as_file('stor.json', Buffer.alloc(1_400_001, 32)));
    assert.ok((await node(page, 'message').textContent()).length > 20);
    assert.equal(await page.evaluate(() => window.reads), 0);
  },

  async 'leaving with something unsaved asks first, and without does not'({ browser, address }) {
    const page = await open(browser, address);
    let asked = 0;
    page.on('dialog', (dialog) => { asked++; dialog.accept(); });
    await go(page, 'nav.household');
    await page.reload();
    assert.equal(asked, 0);
    await page.waitForSelector('body.drawn');
    await still(page);
    await go(page, 'nav.household');
    await activate(page, 'add.applicant');
    await page.reload();
    assert.equal(asked, 1);
  },

  async 'typed text is kept when the graphics are lost'({ browser, address }) {
    const page = await open(browser, address);
    await go(page, 'nav.household');
    await activate(page, 'add.applicant');
    await node(page, 'field.p1.birth').fill('1986-');
    await take_graphics(page);
    assert.equal(await node(page, 'field.p1.birth').inputValue(), '1986-');
    await node(page, 'field.p1.birth').fill('1986-03-02');
    await give_graphics_back(page);
    assert.equal(await node(page, 'field.p1.birth').inputValue(), '1986-03-02');
    clean(page);
  },
};
