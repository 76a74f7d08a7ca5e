// The base of all journeys: the site served on this machine, a browser, and a page that records its own faults.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { headers_for } from '../../web/headers.mjs';

export const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, '../..');

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.txt': 'text/plain',
  '.svg': 'image/svg+xml', '.webmanifest': 'application/manifest+json' };

/** Serves a folder on a free port of this machine. */
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
    if (!file.startsWith(folder + sep) || !existsSync(file)) return response.writeHead(404).end();
    const body = await readFile(file);
    response.writeHead(200, { ...headers_for(path), 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Chromium draws without a graphics card; `webgl: false` takes WebGL from it; `more` are further arguments. */
export function launch({ webgl = true, more = [] } = {}) {
  const graphics = webgl ? ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'] : ['--disable-gpu', '--disable-3d-apis'];
  const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...graphics, '--disable-background-networking', '--disable-quic', '--no-first-run', ...more] });
}

/** All languages, by their catalogues; the first two are complete and reviewed. */
export const languages = ['sv', 'en', ...readdirSync(join(root, 'assets/text')).map((name) => name.split('.'))
  .filter(([first, second]) => second === 'json' && !['sv', 'en'].includes(first)).map(([first]) => first)];

export const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 640 } };

/** Opens the site and waits until it shows. `page.watched` collects forbidden events. */
export async function open(browser, address, { size = sizes.desktop, scale = 0.5, language = 'sv-SE', touch = false, before, offline_too = false, context: given } = {}) {
  // The service worker stores three megabytes for each new page, so a journey must ask for it.
  const context = given ?? await browser.newContext({ serviceWorkers: offline_too ? 'allow' : 'block', viewport: size, deviceScaleFactor: scale, locale: language, hasTouch: touch, isMobile: touch, acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.watched = { console: [], requests: [], violations: [] };
  page.on('console', (message) => {
    // Messages that the test causes, and the browser's advice about remembered passwords, which the page does not want.
    if (!/Service Worker registration blocked by Playwright|Password field is not contained in a form/.test(message.text())) page.watched.console.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => page.watched.console.push(`error: ${error.message}`));
  page.on('request', (request) => { if (!request.url().startsWith('blob:')) page.watched.requests.push(request.url()); });
  page.on('filechooser', () => {});  // from the start, because asking for it takes a moment in which a chooser would be missed
  await page.exposeBinding('report_violation', (_, text) => page.watched.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => window.report_violation(`${event.violatedDirective} ${event.blockedURI}`));
  });
  if (before) await page.addInitScript(before);
  await page.goto(address);
  await page.waitForSelector('body.drawn, body.plain');
  await page.waitForSelector('main#opening', { state: 'detached' });
  // The languages after the first screen change it; a slow machine loads them later.
  await page.waitForFunction(() => document.querySelectorAll('input[name="reading.language"]').length >= 1 + (globalThis.vagval_later?.length ?? 0));
  await still(page);
  return page;
}

/** Waits until the page draws no more. Scrolling is reported before a frame and resizing after one, so two frames in a row must
 * be without work. */
export async function still(page) {
  await page.evaluate(async () => {
    const canvas = document.getElementById('canvas');
    const next = () => new Promise((done) => { requestAnimationFrame(done); setTimeout(done, document.hidden ? 20 : 2000); });
    for (let quiet = 0; canvas && quiet < 2;) {
      const before = canvas.dataset.frames;
      await next();
      quiet = !canvas.dataset.due && before === canvas.dataset.frames ? quiet + 1 : 0;
    }
  });
}

/** Waits until `found` finds something, as long as a busy machine may need. \returns the result of `found`. */
export async function until(page, what, found) {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await found();
    if (answer) return answer;
    await page.waitForTimeout(100);
  }
  throw new Error(`${what} has not happened`);
}

/** The element of a screen's node. */
export const node = (page, id) => page.locator(`[id="${id}"]`);

/** Presses with the pointer, on the canvas, in the middle of the element. */
export async function press(page, id, options) {
  const box = await rectangle(page, id);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, options);
  await still(page);
}

export async function rectangle(page, id) {
  const element = node(page, id);
  await element.waitFor({ state: 'attached' });
  // Inside the window and clear of fixed parts; an option's radio fills its row.
  await element.evaluate((found) => found.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await still(page);
  return element.evaluate((found) => {
    const box = found.getBoundingClientRect();
    return { x: box.x, y: box.y, width: box.width, height: box.height };
  });
}

/** Ids of the screens' buttons, in their order. */
export const screens = (page) => page.locator('nav button').evaluateAll((buttons) => buttons.map((button) => button.id));

/** Activates a node as a keyboard or a screen reader does. */
export async function activate(page, id) {
  // Two presses within a tenth of a second are one press to the program, so the next press waits.
  const since = performance.now() - (page.activated?.id === id ? page.activated.ms : -Infinity);
  if (since < 150) await page.waitForTimeout(150 - since);
  await node(page, id).focus();
  await page.keyboard.press('Enter');
  page.activated = { id, ms: performance.now() };
  await still(page);
}

/** Selects an answer as a keyboard does. */
export async function choose(page, id) {
  await node(page, id).focus();
  await page.keyboard.press('Space');
  await still(page);
}

/** Goes to a screen, through the menu where the window is narrow. */
export async function go(page, id) {
  if (!(await node(page, id).isVisible())) await activate(page, 'menu');
  await activate(page, id);
}

/** Opens an example from the start screen; the examples for training are folded away. */
export async function open_example(page, name) {
  if (!(await node(page, `example.open.${name}`).isVisible())) await activate(page, 'start.examples.more');
  await activate(page, `example.open.${name}`);
}

/** Opens all folded parts in the main part of the page, also nested ones. */
async function unfold(page) {
  const closed = page.locator('main button[aria-expanded=false]');
  for (let unfolded = 0; unfolded < 6 && (await closed.count()) > 0; unfolded++) await activate(page, await closed.first().getAttribute('id'));
}

/** Goes to a screen of the navigation at once, as a screen reader can: faster than through the menu of a narrow window. */
export async function jump(page, id) {
  await node(page, id).evaluate((button) => button.click());
  await still(page);
}

/** Every kind of screen, full: an example household, all parts open, a person, questions, a wrong date, a message. `folded:
 * false` leaves out screens that come again unfolded. */
export async function every_screen(page, see, { folded = true } = {}) {
  await go(page, 'nav.start');
  await see('nav.start, empty');
  await open_example(page, 'family_unanswered');
  for (const screen of await screens(page)) {
    await go(page, screen);
    if (folded) await see(screen);
    await unfold(page);
    await see(`${screen}, unfolded`);
  }
  await go(page, 'nav.household');
  await activate(page, await page.locator('main .row button').first().getAttribute('id'));
  await see('a person');
  await activate(page, 'open.p1.permit_ground');
  await see('a question');
  await activate(page, 'footer.overview');
  await activate(page, 'open.p1.birth');
  await node(page, 'field.p1.birth').fill('1987-02-30');
  await page.keyboard.press('Enter');
  await still(page);
  await activate(page, 'pick.p1.birth');
  await see('a wrong date');
  await go(page, 'nav.situation');
  await activate(page, await page.locator('main .row button').first().getAttribute('id'));
  await see('a question about everyone');
  await go(page, 'nav.path');
  await activate(page, 'path.documents');
  await see('a part of the path');
  await activate(page, 'task.documents.passport');
  await choose(page, 'choose.task.documents.passport.state.in_progress');
  await see('a task with a hazard');
  await activate(page, 'footer.overview');
  await activate(page, 'path.add');
  await node(page, 'set.own.t1.days').fill('many');
  await page.keyboard.press('Enter');
  await still(page);
  await activate(page, 'task.waits');
  await see('an own task');
  await go(page, 'nav.path');
  await choose(page, 'choose.course.staying');
  await see('decided to stay');
  await go(page, 'nav.documents');
  if (!(await node(page, 'doc.p1.identity_proof').isVisible())) await activate(page, 'documents.of.p1');
  await activate(page, 'doc.p1.identity_proof');
  await see('a document');
  await go(page, 'nav.compare');
  await activate(page, 'way.return');
  await see('a way');
  await go(page, 'nav.compare');
  await activate(page, 'compare.matters.add');
  await see('something that matters');
  await go(page, 'nav.compare');
  await activate(page, 'compare.together');
  await see('two people at one device');
  await go(page, 'nav.questions');
  await activate(page, 'questions.add');
  await see('an own question');
  await go(page, 'nav.journal');
  await activate(page, 'journal.add');
  await see('an entry');
  for (const [id, name] of [['sources.rumours', 'what is said'], ['sources.in_use', 'the rules in use']]) {
    await go(page, 'nav.sources');
    await activate(page, id);
    await unfold(page);
    await see(`beside the navigation: ${name}`);
  }
  await go(page, 'toolbar.take');
  await unfold(page);
  await see('beside the navigation: what to take along');
  await choose(page, 'take.output.calendar');
  await see('beside the navigation: days to take along');
  const counsel = async () => { await go(page, 'nav.start'); await activate(page, 'start.counsel'); };
  await counsel();
  await see('beside the navigation: with a counsellor');
  for (const [way, inside] of [['agenda', 'agenda.one_by_one'], ['checks', 'checks.begin'], ['handover'], ['stages']]) {
    await counsel();
    await activate(page, `counsel.way.${way}`);
    await unfold(page);
    await see(`beside the navigation: ${way}`);
    if (!inside) continue;
    await activate(page, inside);
    await see(`beside the navigation: ${way}, one by one`);
  }
  await go(page, 'toolbar.reading');
  await see('language and reading');
  await activate(page, 'reading.glossary');
  await see('the Swedish words');
  await go(page, 'toolbar.reading');
  await activate(page, 'reading.accessibility');
  await see('the accessibility statement');
  await go(page, 'nav.privacy');
  await activate(page, 'privacy.keep');
  await see('save and keep');
  await activate(page, 'keep.transfer');
  await see('to another device');
  await go(page, 'nav.privacy');
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await chooser).setFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('no') });
  await node(page, 'message').waitFor({ state: 'attached' });
  await still(page);
  await see('an error');
  await go(page, 'toolbar.cover');
  await see('the cover');
  await activate(page, 'cover.open');
  await activate(page, 'header.leave');  // the program has ended, so this comes last
  await node(page, 'month').waitFor({ state: 'attached' });
  await see('the page of who has left');
}

/** Pressable nodes that are not inside the window or have no size. */
export const out_of_place = (page) => page.locator('main :is(button, input, textarea), .footer button').evaluateAll((all) =>
  all.filter((each) => {
    const box = each.getBoundingClientRect();
    return each.checkVisibility() && (box.width < 1 || box.height < 1 || box.left < -1 || box.right > document.documentElement.clientWidth + 1);
  }).map((each) => each.id));

export const focused = (page) => page.evaluate(() => document.activeElement?.id ?? '');
export const frames = async (page) => Number(await page.getAttribute('#canvas', 'data-frames'));
export const mode = (page) => page.evaluate(() => document.body.className);

/** Takes the graphics from the page, as a browser short of memory does; `give_back` returns them. */
export async function take_graphics(page) {
  await page.evaluate(() => {
    window.graphics = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.graphics.loseContext();
  });
  await page.waitForSelector('body.plain');
}
export async function give_graphics_back(page) {
  await page.evaluate(() => window.graphics.restoreContext());
  await page.waitForSelector('body.drawn');
  await still(page);
}

/** The console is empty, and the page tried nothing against its policy. */
export function clean(page) {
  assert.deepEqual(page.watched.console, []);
  assert.deepEqual(page.watched.violations, []);
}
