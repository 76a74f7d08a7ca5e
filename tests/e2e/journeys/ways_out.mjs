// Every way out of the page, each towards a listening server that counts: no request may arrive, and each try is
// reported.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { open } from '../harness.mjs';

export async function listening() {
  const arrived = [];
  const server = createServer((request, response) => {
    arrived.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
  });
  server.on('upgrade', (request, socket) => { arrived.push(`socket ${request.url}`); socket.destroy(); });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { arrived, port: server.address().port, close: () => server.close() };
}

// Each as a part of the page would do it, and the directive that refuses it.
const ways = {
  image: ['img-src', (away) => { new Image().src = `${away}image`; }],
  'injected image': ['img-src', (away) => { document.body.insertAdjacentHTML('beforeend', `<img src="${away}injected">`); }],
  beacon: ['connect-src', (away) => { navigator.sendBeacon(`${away}beacon`, 'x'); }],
  socket: ['connect-src', (away) => { try { new WebSocket(`${away.replace('http', 'ws')}socket`); } catch { /* refused at once */ } }],
  fetch: ['connect-src', (away) => { fetch(`${away}fetch`, { mode: 'no-cors' }).catch(() => {}); }],
  request: ['connect-src', (away) => { const request = new XMLHttpRequest(); request.open('GET', `${away}request`); try { request.send(); } catch { /* refused at once */ } }],
  events: ['connect-src', (away) => { new EventSource(`${away}events`); }],
  prefetch: ['default-src', (away) => { const link = document.createElement('link'); link.rel = 'prefetch'; link.href = `${away}prefetch`; document.head.append(link); }],
  style: ['style-src', (away) => { const link = document.createElement('link'); link.rel = 'stylesheet'; link.href = `${away}style`; document.head.append(link); }],
  script: ['script-src', (away) => { const script = document.createElement('script'); script.src = `${away}script`; document.head.append(script); }],
  frame: ['frame-src', (away) => { const frame = document.createElement('iframe'); frame.src = `${away}frame`; document.body.append(frame); }],
  media: ['media-src', (away) => { new Audio(`${away}media`).load(); }],
  form: ['form-action', (away) => { const form = document.createElement('form'); form.action = `${away}form`; form.method = 'post'; document.body.append(form); form.submit(); }],
};

/** Tries each of them from the page, and checks that each is reported. */
export async function try_ways(page, away) {
  for (const [name, [directive, go_out]] of Object.entries(ways)) {
    const before = page.watched.violations.length;
    await page.evaluate(go_out, away);
    for (let i = 0; i < 30 && page.watched.violations.length === before; i++) await page.waitForTimeout(50);
    const reported = page.watched.violations.slice(before);
    assert.ok(reported.some((text) => text.startsWith(directive)), `${name}: ${reported.join(', ') || 'not reported'}`);
  }
  await page.waitForTimeout(500);
}

export default {
  async 'each way out is refused and reported, and nothing arrives at a server that listens'({ browser, address }) {
    const server = await listening();
    try {
      const page = await open(browser, address);
      const away = `http://127.0.0.1:${server.port}/`;
      await try_ways(page, away);
      assert.deepEqual(server.arrived, []);
      assert.equal(page.url(), address);
      // The same server answers a page that may ask it.
      const other = await (await browser.newContext()).newPage();
      await other.goto(`${away}free`);
      assert.deepEqual(server.arrived.filter((what) => what.includes('free')), ['GET /free']);
    } finally {
      server.close();
    }
  },
};
