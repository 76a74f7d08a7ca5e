// In a room and on paper: the view of onlookers, the printed page, the calendar file, and the absence of traces.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { activate, choose, clean, go, node, open, open_example, press, rectangle, root, screens, sizes, still, until } from '../harness.mjs';

const family = JSON.parse(await readFile(join(root, 'assets/examples/family.json'), 'utf8'));

/** The family with a private text wherever a person can write. */
function secret_plan() {
  const plan = structuredClone(family);
  for (const person of plan.household.persons) person.label = `Lönndom ${person.id}`;
  plan.own_tasks = [{ id: 't1', section: 'housing', text: 'Lönndom sak' }];
  plan.journal = [{ id: 'j1', on: '2026-11-01', text: 'Lönndom rad' }];
  plan.questions = [{ id: 'q1', who: 'who.mv', text: 'Lönndom fråga', note: 'Lönndomt svar' }];
  plan.budget = { lines: [{ id: 'l1', text: 'Lönndom hyra', phase: 'monthly', flow: 'cost', amount: 9876500 }], savings: 4321000 };
  return Buffer.from(JSON.stringify(plan));
}
async function open_plan(page, buffer = secret_plan()) {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await chooser).setFiles({ name: 'lönndom.vagval.json', mimeType: 'application/json', buffer });
  await node(page, 'message').waitFor({ state: 'attached' });
  await still(page);
}
async function to_counsel(page) {
  await go(page, 'nav.start');
  await activate(page, 'start.counsel');
}
/** All texts in the page: elements, their attributes and properties, and the accessibility tree. */
const everything = async (page) => `${await page.content()}\n${await page.locator('body').ariaSnapshot()}\n${
  await page.evaluate(() => [...document.querySelectorAll('input, textarea')].map((field) => field.value).join('\n'))}`;
const secrets = /.{0,80}(lönndom|98\s?765|43\s?210).{0,40}/i;
const says_nothing = async (page, where) => assert.equal((await everything(page)).match(secrets)?.[0], undefined, where);

/** Counts print requests; the page for paper stays until a PDF of it has been made. */
const catch_print = () => {
  window.print = () => { window.prints = (window.prints ?? 0) + 1; };
};
async function as_pdf(page, folder) {
  const path = join(folder, 'out.pdf');
  await page.pdf({ path, preferCSSPageSize: true, tagged: true, outline: false });
  const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
  return {
    text: execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).normalize('NFKC'),
    pages: Number(/Pages:\s+(\d+)/.exec(info)[1]),
    tagged: /Tagged:\s+yes/.test(info),
    size: /Page size:.*/.exec(info)[0],
  };
}
async function with_folder(use) {
  const folder = await mkdtemp(join(tmpdir(), 'vagval-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export default {
  async 'before others nothing of the person is in the page, for no reader of it, until one thing is held'({ browser, address }) {
    const page = await open(browser, address);
    await open_plan(page);
    assert.match(await everything(page), secrets);
    // A change to undo that contains the person's own words.
    await go(page, 'nav.journal');
    await activate(page, 'journal.j1');
    await node(page, 'set.journal.j1.text').fill('Lönndom ändring');
    await page.keyboard.press('Tab');
    await still(page);
    await go(page, 'toolbar.reading');
    await choose(page, 'reading.beside.en');
    await to_counsel(page);
    await choose(page, 'counsel.hide.on');
    for (const screen of await screens(page)) {
      await go(page, screen);
      await says_nothing(page, screen);
    }
    for (const screen of ['agenda', 'checks', 'rumours', 'handover', 'stages', 'take']) {
      await to_counsel(page);
      await activate(page, `counsel.way.${screen}`);
      await says_nothing(page, screen);
    }
    for (const output of await page.locator('input[id^="take.output."]').evaluateAll((all) => all.map((one) => one.id))) {
      await choose(page, output);
      await says_nothing(page, output);
      assert.equal(await node(page, 'take.print').count(), 0, 'the browser shows what it prints');
    }
    // With the pointer, on the canvas.
    await go(page, 'nav.journal');
    const hold = await rectangle(page, 'hold.journal.j1');
    await page.mouse.move(hold.x + hold.width / 2, hold.y + hold.height / 2);
    await page.mouse.down();
    await page.waitForFunction(() => document.body.textContent.includes('Lönndom ändring'));
    assert.doesNotMatch(await everything(page), /Lönndom fråga|Lönndom hyra|Lönndom p1/);
    await page.mouse.up();
    await page.waitForFunction(() => !document.body.textContent.includes('Lönndom ändring'));
    // With the keyboard.
    await node(page, 'hold.journal.j1').focus();
    await page.keyboard.down('Space');
    await page.waitForFunction(() => document.body.textContent.includes('Lönndom ändring'));
    await page.keyboard.up('Space');
    await page.waitForFunction(() => !document.body.textContent.includes('Lönndom ändring'));
    // Undo and redo show nothing either.
    for (const keys of ['Control+z', 'Control+Shift+z']) {
      await page.keyboard.press(keys);
      await still(page);
      await says_nothing(page, keys);
    }
    await activate(page, 'counsel.off');
    assert.match(await everything(page), /Lönndom ändring/);
    clean(page);
  },

  async 'a finger holds too, and letting go anywhere hides again, on the plain page as well'({ browser, address }) {
    const page = await open(browser, address, { size: sizes.phone });
    await open_plan(page);
    await page.locator('button.mode').evaluate((button) => button.click());
    await page.waitForSelector('body.plain');
    await to_counsel(page);
    await choose(page, 'counsel.hide.on');
    await go(page, 'nav.journal');
    await node(page, 'hold.journal.j1').dispatchEvent('pointerdown', { isPrimary: true });
    await page.waitForFunction(() => document.body.textContent.includes('Lönndom rad'));
    await page.evaluate(() => window.dispatchEvent(new PointerEvent('pointercancel')));
    await page.waitForFunction(() => !document.body.textContent.includes('Lönndom rad'));
    await says_nothing(page);
  },

  async 'one thing at a time, with the second language beside and large letters'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await go(page, 'toolbar.reading');
    await choose(page, 'reading.beside.en');
    await choose(page, 'reading.size.200');
    await to_counsel(page);
    await choose(page, 'counsel.parts.on');
    await go(page, 'nav.documents');
    assert.match(await page.locator('main h1').textContent(), /Documents/);
    assert.equal(await page.evaluate(() => document.querySelectorAll('main [lang=en]').length > 0), true);
    const headings = () => page.locator('main h2').count();
    assert.ok((await headings()) <= 1);
    await activate(page, 'part.next');
    assert.ok((await headings()) <= 1);
    assert.match(await page.locator('[id="part.steps"]').textContent(), /2/);
    clean(page);
  },

  async 'the print is the choice: on A4, with text, tagged, in the letters of every language'({ browser, address }) {
    await with_folder(async (folder) => {
      const page = await open(browser, address, { before: catch_print });
      await open_example(page, 'family');
      await activate(page, 'toolbar.take');
      await activate(page, 'take.print');
      assert.equal(await page.evaluate(() => window.prints), 1);
      const paper = await as_pdf(page, folder);
      assert.ok(paper.tagged);
      assert.match(paper.size, /A4/);
      assert.match(paper.text, /550\s000/);
      assert.match(paper.text, /Information, inget beslut/);
      assert.match(paper.text, new RegExp(`1 / ${paper.pages}`), 'pages are numbered');
      assert.match(paper.text, /Programmets bygge: [0-9a-f]{8}/);
      assert.match(paper.text, /Exempelhushåll/);
      assert.doesNotMatch(paper.text, /Dagbok/);
      assert.equal(await page.locator('#paper').count(), 0, 'nothing of the paper stays in the page');

      for (const language of ['sv', 'en', 'ar', 'so', 'fa', 'ti', 'ckb', 'bs']) {
        await activate(page, 'toolbar.reading');
        await choose(page, `reading.language.${language}`);
        await activate(page, 'toolbar.take');
        await choose(page, 'take.output.sheet');
        // The preview and the paper are the same.
        const shown = await page.locator('[id="take.preview.card"] :is(h1, h2, h3, h4, li, p)').allTextContents();
        await activate(page, 'take.print');
        const printed = await page.locator('#paper').textContent();
        for (const text of shown) assert.ok(printed.replace(/\s+/g, '').includes(text.replace(/\s+/g, '')), `${language}: ${text}`);
        const sheet = await as_pdf(page, folder);  // tells the page that it was printed, as a browser does
        assert.equal(sheet.pages, 1, `${language}: the sheet is one page`);
        assert.ok(sheet.tagged);
        const letters = (text) => [...new Set(text.normalize('NFKC').replace(/[\p{P}\p{Z}\p{C}\p{M}]/gu, ''))].sort().join('');
        const missing = [...letters(printed)].filter((letter) => !letters(sheet.text).includes(letter));
        assert.deepEqual(missing, [], `${language}: letters of the sheet that are not in the text of the PDF`);
      }
      clean(page);
    });
  },

  async 'a sheet has the parts that were chosen, and the paper what was seen of it'({ browser, address }) {
    await with_folder(async (folder) => {
      const page = await open(browser, address, { before: catch_print });
      await open_example(page, 'family');
      await activate(page, 'toolbar.take');
      // The first and the last part stand on every paper, and the preview shows them too.
      for (const part of ['head', 'estimate', 'end']) await activate(page, `take.look.${part}`);
      const seen = await page.locator('[id^="paper."]').evaluateAll((all) => all.flatMap((one) => {
        const words = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
        const out = [];
        while (words.nextNode()) out.push(words.currentNode.data);
        return out;
      }));
      assert.ok(seen.length > 10);
      await activate(page, 'take.print');
      const paper = (await page.locator('#paper').textContent()).replace(/\s+/g, '');
      for (const text of seen) assert.ok(paper.includes(text.replace(/\s+/g, '')), text);
      await as_pdf(page, folder);
      await choose(page, 'take.output.sheet');
      await activate(page, 'take.part.sheet.understood.turn');
      assert.equal(await node(page, 'sheet.understood').count(), 0);
      await activate(page, 'take.print');
      const sheet = await page.locator('#paper').textContent();
      assert.doesNotMatch(sheet, /550\s000/);
      assert.match(sheet, /Fem frågor/);
      clean(page);
    });
  },

  async 'a calendar that is taken along is read by another program, and says nothing but that there is a day'({ browser, address }) {
    const page = await open(browser, address);
    const plan = structuredClone(family);
    plan.situation.departure_date = '2027-03-01';
    await open_plan(page, Buffer.from(JSON.stringify(plan)));
    await activate(page, 'toolbar.take');
    await choose(page, 'take.output.calendar');
    const download = page.waitForEvent('download', { timeout: 60_000 });
    await activate(page, 'take.file');
    const file = await download;
    assert.equal(file.suggestedFilename(), 'days.ics');
    const calendar = new ICAL.Component(ICAL.parse(await readFile(await file.path(), 'utf8')));
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    assert.ok(events.some((event) => event.startDate.toString() === '2027-03-01' && event.startDate.isDate));
    for (const event of events) {
      assert.match(event.summary, /^Påminnelse \d+$/);
      assert.equal(event.location, null);
    }
    clean(page);
  },

  async 'the page being printed goes with everything else: erased, handed over or left'({ browser, address }) {
    const ways = {
      async erased(page) {
        await go(page, 'nav.privacy');
        await activate(page, 'privacy.erase');
        await activate(page, 'privacy.erase.yes');
      },
      async 'handed over'(page) {
        await to_counsel(page);
        await activate(page, 'counsel.way.handover');
        await activate(page, 'handover.sure');
        await activate(page, 'handover.yes');
      },
      async left(page) {
        await activate(page, 'header.leave').catch(() => {});
        await page.waitForFunction(() => !document.getElementById('canvas'));
      },
    };
    for (const [name, end] of Object.entries(ways)) {
      const page = await open(browser, address, { before: catch_print });
      await open_example(page, 'family');
      await activate(page, 'toolbar.take');
      await activate(page, 'take.print');
      assert.equal(await page.locator('#paper').count(), 1);
      await end(page);
      assert.equal(await page.locator('#paper').count(), 0, name);
      assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0, name);
      await page.close();
    }
  },

  async 'a plan is saved and a calendar taken along with the mouse alone, on the canvas'({ browser, address }) {
    const page = await open(browser, address);
    await press(page, 'example.open.family');
    const down = async (id) => {
      const download = page.waitForEvent('download', { timeout: 60_000 });
      await press(page, id);
      const file = await download;
      return [file.suggestedFilename(), await readFile(await file.path(), 'utf8')];
    };
    await press(page, 'toolbar.save');
    const [plan_name, plan] = await down('keep.plain');
    assert.match(plan_name, /\.vagval\.json$/);
    assert.equal(JSON.parse(plan).household.persons.length, family.household.persons.length);
    await press(page, 'toolbar.take');
    await press(page, 'take.output.calendar');
    assert.ok(await node(page, 'take.output.calendar').isChecked());
    const [days_name, days] = await down('take.file');
    assert.equal(days_name, 'days.ics');
    assert.match(days, /^BEGIN:VCALENDAR/);
    clean(page);
  },

  async 'handing over forgets everything, here and on the device, and reads it again'({ browser, address }) {
    const page = await open(browser, address);
    await open_plan(page);
    await go(page, 'nav.privacy');
    await activate(page, 'privacy.keep');
    await activate(page, 'keep.here.sure');
    await activate(page, 'keep.here.yes');
    await until(page, 'keeping', () => page.evaluate(async () => (await indexedDB.databases()).length > 0));
    await to_counsel(page);
    await activate(page, 'counsel.way.handover');
    await activate(page, 'handover.sure');
    await activate(page, 'handover.yes');
    await node(page, 'handover.read').waitFor({ state: 'attached' });
    await still(page);
    await says_nothing(page);
    assert.equal(await page.locator('.tone-error').count(), 0);
    const left = await page.evaluate(async () => (await indexedDB.databases()).length);
    assert.equal(left, 0);
    clean(page);
  },
};
