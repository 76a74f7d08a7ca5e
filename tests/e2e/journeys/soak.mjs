// Endurance: random presses and words over all screens, languages and sizes. ./planner soak 20000 is the long run; the
// tests make a short one.
import assert from 'node:assert/strict';
import { activate, clean, languages, open, open_example, sizes, still } from '../harness.mjs';

const steps = Number(process.env.SOAK ?? 600);
const chunk = 100;
const windows = [sizes.phone, sizes.desktop, { width: 320, height: 568 }];
// Letters and texts of all languages are loaded at the start, and later files are small. Screens differ in length, and
// the page with them.
const growth_max = { program: 24e6, script: 12e6, nodes: 20_000, listeners: 2_000 };

/** Runs before the program: keeps its constructors accessible to the test. */
function watch() {
  document.addEventListener('load', (event) => {
    if (event.target.id !== 'app-script') return;
    const [create_mirror, create_program] = [window.createMirror, window.createVagval];
    let picture;
    window.createMirror = (...given) => {
      picture = given[5];
      const mirror = create_mirror(...given);
      const show = mirror.show;
      mirror.show = (screen) => { window.soak_screen = screen; show(screen); };
      return mirror;
    };
    window.soak_fresh = () => {
      const [root, polite, assertive] = [0, 0, 0].map(() => document.createElement('div'));
      // Its event targets outlive it, and would keep it alive.
      for (const outside of [window, document]) outside.addEventListener = () => {};
      create_mirror(root, polite, assertive, () => {}, () => {}, picture, document.createElement('video')).show(window.soak_screen);
      for (const outside of [window, document]) delete outside.addEventListener;
      return root;
    };
    // The first is the program; later ones stretch passphrases and end after that.
    window.createVagval = async (...given) => {
      const made = await create_program(...given);
      window.soak_program ??= made;
      return made;
    };
  }, true);
}

/** A hundred steps in the page. \returns the faults. */
async function walk({ seed, count, plain }) {
  let state = seed;
  const chance = (n) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor((state / 2 ** 32) * n); };
  const words = ['', '2027-03-01', '1987', '350 000', 'SY', 'hej', '٣٤٥', '811228-9874', '\u202eabc', '-5', 'x'.repeat(300), '9999-12-31', 'ኣብ'];
  // The canvas determines places and colours of the elements; all else has to be the same.
  const of_the_canvas = ['style', 'tabindex', 'data-column', 'placed', 'fixed', 'away'];
  const shape = (element) => {
    const attributes = [...element.attributes].filter(({ name }) => !of_the_canvas.includes(name) && name !== 'class').map(({ name, value }) => `${name}=${value}`);
    const classes = [...element.classList].filter((name) => !of_the_canvas.includes(name)).sort();
    const inside = element.children.length > 0 ? [...element.children].map(shape).join('') : element.textContent;
    return `<${element.localName} ${[...attributes.sort(), ...classes].join(' ')} ${element.value ?? ''} ${element.checked ?? ''}>${inside}\n`;
  };
  const parts = (root) => [...root.querySelectorAll('main, nav, section, aside, footer, .always')].map(shape).join('');
  const faults = [];
  const chosen = () => document.body.className === 'plain';
  if (chosen() !== plain) document.querySelector('button.mode').click();
  const settled = async () => {
    // The plain page follows at once, the canvas with its next frames.
    if (!plain) for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
  };
  await settled();
  let before = null;
  for (let i = 0; i < count; i++) {
    // A file dialog opens only for a person's own press; leaving ends the walk, and comes last.
    const skip = /^(toolbar\.open|start\.open|rules\.open|stages\.choose|together\.open|header\.leave)/;
    const all = [...document.querySelectorAll('#page button, #page input, #page textarea')].filter((one) => one.id && !skip.test(one.id) && !one.closest('[hidden]') && one.getAttribute('aria-disabled') !== 'true');
    if (all.length === 0) { faults.push('nothing to press'); break; }
    const one = all[chance(all.length)];
    if (one.matches('textarea, input[type=text], input[type=password]')) {
      one.focus();
      one.value = words[chance(words.length)];
      one.dispatchEvent(new InputEvent('input', { bubbles: true }));
      one.dispatchEvent(new Event('change', { bubbles: true }));
      one.blur();
    } else {
      one.click();
    }
    await settled();
    if (window.soak_screen !== before) {
      before = window.soak_screen;
      const [is, should] = [parts(document.getElementById('page')), parts(window.soak_fresh())];
      if (is !== should) {
        const at = [...is].findIndex((letter, index) => letter !== should[index]);
        faults.push(`step ${i}, ${one.id}: …${is.slice(at - 60, at + 60)}… instead of …${should.slice(at - 60, at + 60)}…`);
        break;
      }
    }
  }
  return faults;
}

async function soak({ browser, address }) {
  const page = await open(browser, address, { before: watch });
  await open_example(page, 'family');
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('Performance.enable');
  const measured = async () => {
    await inspector.send('HeapProfiler.collectGarbage');
    const { metrics } = await inspector.send('Performance.getMetrics');
    const of = (wanted) => metrics.find(({ name }) => name === wanted).value;
    return { program: await page.evaluate(() => window.soak_program.HEAPU8.length), script: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
  };
  const click = (id) => page.evaluate((wanted) => document.getElementById(wanted)?.click(), id);
  let first;
  for (let done = 0; done < steps; done += chunk) {
    await page.setViewportSize(windows[(done / chunk) % windows.length]);
    const faults = await page.evaluate(walk, { seed: 1 + done, count: chunk, plain: done % (4 * chunk) !== 0 });
    assert.deepEqual(faults, []);
    await still(page);
    await click('cover.open');
    await still(page);
    await click('nav.start');
    await still(page);
    await click(`reading.language.${languages[(done / chunk) % languages.length]}`);
    await still(page);
    if (process.env.SOAK && done % (10 * chunk) === 0) console.log(done, JSON.stringify(await measured()));
    if (done === 2 * chunk) first = await measured();
  }
  if (first) {
    const last = await measured();
    for (const [what, most] of Object.entries(growth_max)) assert.ok(last[what] - first[what] <= most, `${what}: ${first[what]} became ${last[what]}`);
  }
  clean(page);
  await activate(page, 'header.leave').catch(() => {});
  await page.waitForFunction(() => !document.getElementById('canvas'));
  clean(page);
}
soak.longest_ms = 900_000 + 300 * steps;

export default {
  'random actions over all screens, languages and sizes: no error, no growth, the page equal to the screen': soak,
};
