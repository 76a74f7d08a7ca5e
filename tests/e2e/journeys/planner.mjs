import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { open, go, activate, choose, open_example, node, still, clean, press, focused, sizes } from '../harness.mjs';

const text = (page, id) => node(page, id).innerText();
const main = (page) => page.locator('main').innerText();

/** Opens a plan file in the page, as a person does. */
async function open_plan(page, plan) {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await chooser).setFiles({ name: 'plan.vagval.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(plan)) });
  await node(page, 'message').waitFor({ state: 'attached' });
  await still(page);
}
async function saved_plan(page) {
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await activate(page, 'toolbar.save');
  if (await node(page, 'keep.plain').count()) await activate(page, 'keep.plain');  // the first save asks for a choice
  return JSON.parse(readFileSync(await (await download).path(), 'utf8'));
}
const tasks = (count) => ({
  format: 'vagval-plan', version: 2,
  own_tasks: Array.from({ length: count }, (_, i) => ({
    id: `t${i}`, section: 'housing', text: `Sak ${i}`, days: i % 30,
    after: [1, 7, 31, 99, 180].filter((back) => back <= i).map((back) => `own.t${i - back}`),
  })),
});

export default {
  async 'a task is set, noted and dated by keyboard alone, and is in the file'({ browser, address }) {
    const page = await open(browser, address);
    await go(page, 'nav.path');
    await activate(page, 'path.documents');
    assert.equal(await focused(page), 'title');
    await activate(page, 'task.documents.copies');
    await node(page, 'choose.task.documents.copies.state.none').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await still(page);
    await node(page, 'set.task.documents.copies.on').focus();
    await page.keyboard.type('2027-03-01');
    await page.keyboard.press('Tab');
    await node(page, 'set.task.documents.copies.note').focus();
    await page.keyboard.type('Hos Lena');
    await page.keyboard.press('Enter');
    await page.keyboard.type('och hos mamma');
    await page.keyboard.press('Tab');
    await still(page);
    const [entry] = (await saved_plan(page)).tasks;
    assert.equal(entry.task, 'documents.copies');
    assert.equal(entry.state, 'done');
    assert.equal(entry.on, '2027-03-01');
    assert.equal(entry.note, 'Hos Lena\noch hos mamma');
    clean(page);
  },

  async 'the path is walked with the pointer on the canvas'({ browser, address }) {
    const page = await open(browser, address);
    await press(page, 'nav.path');
    await press(page, 'path.housing');
    assert.equal(await text(page, 'title'), await page.locator('h1').innerText());
    await press(page, 'task.housing.costs');
    await press(page, 'choose.task.housing.costs.state.waiting');
    assert.ok(await node(page, 'choose.task.housing.costs.state.waiting').isChecked());
    await press(page, 'footer.overview');
    assert.match(await text(page, 'task.housing.costs'), /Väntar på någon/);
    clean(page);
  },

  async 'a passport before advice is pointed out and not stopped'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await go(page, 'nav.path');
    await activate(page, 'path.documents');
    await activate(page, 'task.documents.passport');
    await choose(page, 'choose.task.documents.passport.state.in_progress');
    assert.ok(await node(page, 'choose.task.documents.passport.state.in_progress').isChecked());
    assert.match(await main(page), /Ordningen spelar roll\. Nu kommer/);
    clean(page);
  },

  async 'stopping, pausing and staying are answers, and can be undone'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await go(page, 'nav.path');
    for (const course of ['paused', 'stopped', 'staying']) {
      await choose(page, `choose.course.${course}`);
      assert.ok(await node(page, 'course.title').isVisible(), course);
    }
    await go(page, 'nav.journal');
    assert.match(await main(page), /Har bestämt att stanna/);
    await activate(page, 'toolbar.undo');
    await go(page, 'nav.path');
    assert.ok(await node(page, 'choose.course.stopped').isChecked());
    clean(page);
  },

  async 'money is written in two currencies and lasts as long as it does'({ browser, address }) {
    const page = await open(browser, address, { size: sizes.phone, touch: true, scale: 2 });
    await go(page, 'nav.money');
    await activate(page, 'money.currency');
    await node(page, 'set.budget.currency').fill('USD');
    await node(page, 'set.budget.rate').fill('10,5');
    await page.keyboard.press('Tab');
    await node(page, 'set.budget.savings').fill('10 000');
    await page.keyboard.press('Tab');
    await still(page);
    await activate(page, 'money.monthly');
    await node(page, 'set.line.rent.amount').fill('300');
    await page.keyboard.press('Tab');
    await still(page);
    await choose(page, 'choose.line.rent.currency.other');
    assert.match(await text(page, 'money.lasts'), /3 månader efter flytten/);
    await node(page, 'set.budget.prices_percent').fill('100');
    await page.keyboard.press('Tab');
    await still(page);
    assert.match(await text(page, 'money.lasts'), /1 månad efter flytten/);
    clean(page);
  },

  async 'pictures have a table that says the same'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    for (const [screen, picture, table] of [['nav.calendar', 'calendar.timeline', 'calendar.table'], ['nav.money', 'money.chart', 'money.table']]) {
      await go(page, screen);
      assert.ok(await node(page, picture).getAttribute('aria-label'), screen);
      await activate(page, screen === 'nav.money' ? 'money.as_table' : 'calendar.as_table');
      assert.ok((await node(page, table).locator('tr').count()) > 5, screen);
    }
    clean(page);
  },

  async 'the four ways stand in another order each time, with the same rows'({ browser, address }) {
    const page = await open(browser, address);
    await open_example(page, 'family');
    await go(page, 'nav.compare');
    const heads = () => page.locator('main th').allInnerTexts();
    const first = await heads();
    await activate(page, 'compare.turn');
    const second = await heads();
    assert.notDeepEqual(first, second);
    assert.deepEqual([...first].sort(), [...second].sort());
    assert.equal(await page.locator('main [aria-current], main :checked').count(), 0, 'nothing is chosen for anybody');
    clean(page);
  },

  async 'the planner asks the network for nothing'({ browser, address }) {
    const page = await open(browser, address);
    const loaded = page.watched.requests.length;
    await open_example(page, 'family');
    for (const screen of ['path', 'calendar', 'money', 'documents', 'compare', 'questions', 'journal']) await go(page, `nav.${screen}`);
    await activate(page, 'journal.add');
    assert.deepEqual(page.watched.requests.slice(loaded), []);
    clean(page);
  },

  async 'a file with tasks that wait for each other opens, and says so'({ browser, address }) {
    const page = await open(browser, address);
    const plan = tasks(3);
    plan.own_tasks[0].after = ['own.t2'];
    await open_plan(page, plan);
    await go(page, 'nav.calendar');
    assert.match(await main(page), /väntar på varandra/);
    assert.deepEqual((await saved_plan(page)).own_tasks[0].after, ['own.t2'], 'and it is kept as it was');
    clean(page);
  },

  async 'two thousand own tasks open, scroll and can be changed'({ browser, address }) {
    const page = await open(browser, address);
    await open_plan(page, tasks(2000));
    await go(page, 'nav.path');
    await activate(page, 'path.housing');
    await page.mouse.move(640, 400);
    for (let i = 0; i < 20; i++) await page.mouse.wheel(0, 2000);
    await still(page);
    assert.ok((await page.evaluate(() => window.scrollY)) > 10_000);
    await activate(page, 'task.own.t1900');
    await choose(page, 'choose.task.own.t1900.state.done');
    assert.equal((await saved_plan(page)).tasks[0].task, 'own.t1900');
    clean(page);
  },
};
