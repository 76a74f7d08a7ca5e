// node run.mjs [WORDS…]: every journey in a real browser, against the built site. WORDS choose journeys by their names.
// node run.mjs --smoke: the ten of ./planner quick.
import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { here, root, serve, launch } from './harness.mjs';

const site = process.env.SITE ?? join(root, 'build/web/site');
if (!existsSync(join(site, 'app.js'))) {
  console.error(`There is no site in ${site}. Build it first: ./planner run, or set SITE.`);
  process.exit(2);
}
// One for each part that can break: starting, rules, undoing, words, drawing, files, keeping, the plain page, the path, fingers.
const smoke = [
  'the page loads without a word on the console and nothing against its policy',
  'the example family may get 550 000, without a question left',
  'an answer is undone and done again, by button and by key',
  'the language changes at any time and the answers stay',
  'in Arabic everything is mirrored, and the drawing lies under its elements',
  'a plan is opened, saved, opened again and saved to the same bytes',
  'the plan kept on the device is there after a reload, and is offered, not opened',
  'Back does the same on the plain page, and in a browser that does not tell at which entry it is',
  'a task is set, noted and dated by keyboard alone, and is in the file',
  'a tap presses, a finger that scrolls does not',
];
const only_smoke = process.argv[2] === '--smoke';
const wanted = only_smoke ? [] : process.argv.slice(2).map((word) => word.toLowerCase());
const journeys = [];
for (const file of readdirSync(join(here, 'journeys')).sort()) {
  const { default: tests } = await import(`./journeys/${file}`);
  for (const [name, run] of Object.entries(tests)) {
    if (only_smoke && !smoke.includes(name)) continue;
    if (wanted.every((word) => name.toLowerCase().includes(word) || `${file} `.includes(word))) journeys.push({ name, run });
  }
}

if (only_smoke && journeys.length !== smoke.length) {
  const there = journeys.map(({ name }) => name);
  console.error(`No journey has this name; the list in run.mjs wants another:\n${smoke.filter((name) => !there.includes(name)).join('\n')}`);
  process.exit(2);
}

// Two at a time, each in its own browser, because journeys mostly wait. The long ones first.
const server = await serve(site);
const usual_ms = 900_000;  // a hanging journey ends here; a busy machine takes long over a healthy one
const waiting = journeys.sort((a, b) => Number(/axe|looks/.test(b.name)) - Number(/axe|looks/.test(a.name)));
const all = waiting.length;
const failed = [];
// A background wait of a journey may fail first; the journey fails by itself when it asks.
process.on('unhandledRejection', () => {});

async function go(browser, { name, run }) {
  const start = performance.now(), longest_ms = run.longest_ms ?? usual_ms;
  let timer;
  try {
    await Promise.race([
      run({ browser, address: server.address, site }),
      new Promise((_, stop) => { timer = setTimeout(() => stop(new Error(`not done after ${longest_ms / 1000} s`)), longest_ms); }),
    ]);
    console.log(`ok    ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    console.log(`FAIL  ${name}\n      ${String(error.stack ?? error).split('\n').slice(0, 8).join('\n      ')}`);
    return false;
  } finally {
    clearTimeout(timer);
    for (const context of browser.contexts()) await context.close().catch(() => {});
  }
}

async function worker() {
  let browser = await launch();
  for (let journey = waiting.shift(); journey; journey = waiting.shift()) {
    if (!browser.isConnected()) browser = await launch();
    if (!(await go(browser, journey))) failed.push(journey);
  }
  await browser.close();
}
await Promise.all(Array.from({ length: Number(process.env.WORKERS ?? 2) }, worker));

// A busy machine can be too slow for a journey once. A journey that fails again alone has failed. One that passes then
// is listed all the same, because an unstable journey is a fault.
let left = 0;
const second_try = [];
for (const journey of failed) {
  console.log(`once more, alone: ${journey.name}`);
  const browser = await launch();
  if (await go(browser, journey)) second_try.push(journey.name);
  else left++;
  await browser.close();
}
server.close();
if (second_try.length > 0) console.log(`${second_try.length} passed at the second try:\n${second_try.map((name) => `      ${name}`).join('\n')}`);
console.log(`${all - left} passed, ${left} failed`);
process.exit(left || all === 0 ? 1 : 0);
