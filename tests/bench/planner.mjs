// node planner.mjs SITE: the time from an answer to its drawn frame, and scrolling of a screen with 2 000 own tasks.
import { join } from 'node:path';
import { serve, launch, open, go, activate, open_example, node, still, root } from '../e2e/harness.mjs';

const tasks = Array.from({ length: 2000 }, (_, i) => ({
  id: `t${i}`, section: 'housing', text: `Sak ${i}`, days: i % 30,
  after: [1, 7, 31, 99, 180].filter((back) => back <= i).map((back) => `own.t${i - back}`),
}));

// The time that each drawn frame keeps the page busy.
function time_frames() {
  window.frame_ms = [];
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (draw) => request((now) => {
    const begin = performance.now();
    draw(now);
    window.frame_ms.push(performance.now() - begin);
  });
}
const middle = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const ninth = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * 0.9)];

const site = process.argv[2] ?? join(root, 'build/web/site');
const server = await serve(site);
const browser = await launch();
const page = await open(browser, server.address, { before: time_frames });

await open_example(page, 'family');
const answers = [['nav.situation', 'open.all.debt_csn', 'option.all.debt_csn.true', 'option.all.debt_csn.false'],
  ['nav.path', null, 'choose.course.paused', 'choose.course.none'], ['nav.money', null, 'choose.budget.no_income.true', 'choose.budget.no_income.none']];
console.log('== An answer of the example family, from the press to its drawn frame, in ms of work (median of 20)');
for (const [screen, inside, one, other] of answers) {
  await go(page, screen);
  if (inside) await activate(page, inside);
  const spent = [];
  for (let i = 0; i < 20; i++) {
    const id = i % 2 ? other : one;
    await node(page, id).waitFor({ state: 'attached' });
    spent.push(await page.evaluate(async (wanted) => {
      const option = document.getElementById(wanted);
      const frames = window.frame_ms.length;
      const begin = performance.now();
      option.click();
      const update = performance.now() - begin;
      while (window.frame_ms.length === frames) await new Promise((done) => setTimeout(done, 1));
      return update + window.frame_ms[frames];
    }, id));
    await still(page);
  }
  console.log(`${screen.padEnd(16)} ${middle(spent).toFixed(1)}`);
}

const chooser = page.waitForEvent('filechooser');
await page.keyboard.press('Control+o');
await (await chooser).setFiles({ name: 'plan.vagval.json', mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify({ format: 'vagval-plan', version: 2, own_tasks: tasks })) });
await node(page, 'message').waitFor({ state: 'attached' });
console.log('== Scrolling 2 000 own tasks: ms of work for each frame');
for (const [name, there] of [['path', async () => { await go(page, 'nav.path'); await activate(page, 'path.housing'); }], ['calendar', () => go(page, 'nav.calendar')]]) {
  await there();
  await still(page);
  await page.evaluate(() => { window.frame_ms.length = 0; });
  await page.mouse.move(640, 400);
  for (let i = 0; i < 60; i++) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(16);
  }
  await still(page);
  const ms = await page.evaluate(() => window.frame_ms);
  console.log(`${name.padEnd(16)} ${ms.length} frames, median ${middle(ms).toFixed(1)}, 90 % within ${ninth(ms).toFixed(1)}`);
}
await browser.close();
process.exit(0);
