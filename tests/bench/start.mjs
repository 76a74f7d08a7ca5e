// node start.mjs NAME SITE …: time to the third drawn frame in headless Chromium, and processor time of five idle
// seconds.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { chromium } = createRequire(here('../e2e/package.json'))('playwright-core');
const starts = 7;
const idle_seconds = 5;
const args = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
  '--disable-background-networking', '--disable-quic', '--no-first-run'];

function serve(site) {
  const server = spawn(process.execPath, [here('../../web/serve.mjs'), site], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((done) => server.stdout.on('data', (text) => {
    const address = /http:\S+/.exec(text)?.[0];
    if (address) done({ address, stop: () => server.kill() });
  }));
}

// Every frame clears the canvas once, in either program, so no page has to be prepared for the measurement.
function countFrames() {
  window.frames_at = [];
  const clear = WebGL2RenderingContext.prototype.clear;
  WebGL2RenderingContext.prototype.clear = function (...given) {
    window.frames_at.push(performance.now());
    return clear.apply(this, given);
  };
}

// Processor time of a process and its descendants, in seconds (Linux).
function processorTime(root) {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((id) => {
    try {
      const fields = readFileSync(`/proc/${id}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
      return [{ id: Number(id), parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / 100 }];
    } catch {
      return [];  // the process has ended
    }
  });
  const below = (id) => processes.filter((each) => each.parent === id).reduce((sum, each) => sum + each.seconds + below(each.id), 0);
  return (processes.find((each) => each.id === root)?.seconds ?? 0) + below(root);
}

async function measure(address) {
  const server = await chromium.launchServer({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });
  const browser = await chromium.connect(server.wsEndpoint());
  const third = [];
  let idle;
  for (let start = 0; start < starts; start++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    await page.addInitScript(countFrames);
    await page.goto(address);
    third.push(await page.waitForFunction(() => window.frames_at[2], null, { timeout: 20000 }).then((at) => at.jsonValue()));
    if (start === starts - 1) {
      await page.waitForTimeout(2000);
      const before = { frames: await page.evaluate('window.frames_at.length'), seconds: processorTime(server.process().pid) };
      await page.waitForTimeout(idle_seconds * 1000);
      idle = {
        frames: (await page.evaluate('window.frames_at.length')) - before.frames,
        percent: (100 * (processorTime(server.process().pid) - before.seconds)) / idle_seconds,
      };
    }
    await context.close();
  }
  await browser.close();
  await server.close();
  third.sort((a, b) => a - b);
  return { middle: third[starts >> 1], fastest: third[0], idle };
}

console.log(`== Headless Chromium, software drawing, 1280x720: ${starts} starts, then ${idle_seconds} s idle`);
console.log(`${''.padEnd(20)} third frame (middle / fastest)   idle: frames   % of one core, all processes`);
for (let i = 2; i + 1 < process.argv.length; i += 2) {
  const server = await serve(process.argv[i + 1]);
  try {
    const { middle, fastest, idle } = await measure(server.address);
    console.log(`${process.argv[i].padEnd(20)} ${middle.toFixed(0).padStart(14)} / ${fastest.toFixed(0)} ms ${String(idle.frames).padStart(20)} ${idle.percent.toFixed(1).padStart(14)}`);
  } finally {
    server.stop();
  }
}
