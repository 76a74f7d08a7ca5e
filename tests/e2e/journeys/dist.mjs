// The release: the headers of every server agree, and the single-file page opens from a disk.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { files, headers_for, page_policy, worker_policy } from '../../../web/headers.mjs';
import { activate, choose, clean, go, node, open, open_example, root, still } from '../harness.mjs';
import { listening, try_ways } from './ways_out.mjs';

async function packed(site, folder, name) {
  const out = join(folder, name);
  execFileSync(process.execPath, [join(root, 'cmake/single_file.mjs'), site, out]);
  return out;
}

export default {
  async 'the page’s own policy is that of the headers, and they say who may use the camera'({ site }) {
    const html = await readFile(join(site, 'index.html'), 'utf8');
    const [, meta] = html.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/);
    assert.equal(`${meta}; frame-ancestors 'none'`, page_policy);
    assert.match(headers_for('/')['Permissions-Policy'], /camera=\(self\)/);
    assert.match(headers_for('/')['Permissions-Policy'], /microphone=\(\), /);
  },

  async 'every server’s file says every header, for the worker too'() {
    for (const [name, value] of Object.entries(headers_for('/'))) {
      assert.ok(files._headers.includes(`  ${name}: ${value}\n`), `_headers: ${name}`);
      assert.ok(files.htaccess.includes(`Header always set ${name} "${value}"`), `htaccess: ${name}`);
      const [page, worker] = files['nginx.conf'].split('location = /worker.js');
      assert.ok(page.includes(`add_header ${name} "${value}" always;`), `nginx: ${name}`);
      assert.ok(worker.includes(`  add_header ${name} "${headers_for('/worker.js')[name]}" always;`), `nginx, worker: ${name}`);
    }
    assert.ok(files._headers.includes(worker_policy) && files.htaccess.includes(worker_policy));
  },

  async 'the server of ./planner run sends them, so that the worker may fetch the page’s files'({ site }) {
    const server = spawn(process.execPath, [join(root, 'web/serve.mjs'), site], { env: { ...process.env, PORT: '18480' } });
    try {
      const address = await new Promise((done, failed) => {
        let said = '';
        server.stdout.on('data', (text) => { said += text; const found = said.match(/http:\/\/localhost:\d+/); if (found) done(found[0]); });
        server.on('exit', () => failed(new Error(said)));
      });
      for (const path of ['/', '/app.js', '/worker.js']) {
        const answer = await fetch(`${address}${path}`);
        for (const [name, value] of Object.entries(headers_for(path))) assert.equal(answer.headers.get(name), value, `${path} ${name}`);
      }
    } finally {
      server.kill();
    }
  },

  async 'the page as one file is the same bytes each time, opens from a disk without a network and asks nobody'({ browser, site }) {
    const folder = await mkdtemp(join(tmpdir(), 'vagval-'));
    try {
      const file = await packed(site, folder, 'vagval.html');
      assert.deepEqual(await readFile(await packed(site, folder, 'again.html')), await readFile(file));
      const context = await browser.newContext({ offline: true, locale: 'sv-SE' });
      const page = await context.newPage();
      const requests = [], said = [];
      page.on('request', (request) => { if (!/^(blob|data):/.test(request.url())) requests.push(request.url()); });
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      const address = pathToFileURL(file).href;
      await page.goto(address);
      await page.waitForSelector('body.drawn, body.plain');
      await page.waitForSelector('main#opening', { state: 'detached' });
      await still(page);
      await open_example(page, 'family');
      await go(page, 'nav.estimate');
      assert.match(await page.locator('main').innerText(), /\d{3}\s000/);
      await activate(page, 'toolbar.language.en');
      await go(page, 'nav.household');
      assert.equal(await page.locator('main .row button').count(), 4);
      assert.deepEqual(requests, [address]);
      assert.deepEqual(said, []);
      assert.equal(await node(page, 'nav.start').count(), 1);
    } finally {
      await rm(folder, { recursive: true });
    }
  },

  async 'the page as one file refuses each way out under its own policy, and holds every language'({ browser, site }) {
    const folder = await mkdtemp(join(tmpdir(), 'vagval-'));
    const server = await listening();
    try {
      const address = pathToFileURL(await packed(site, folder, 'vagval.html')).href;
      const page = await open(browser, address);
      for (const language of ['ar', 'ti']) {
        await go(page, 'toolbar.reading');
        await choose(page, `reading.language.${language}`);
        await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
        await go(page, 'nav.estimate');
        const title = JSON.parse(await readFile(join(root, `assets/text/${language}.json`), 'utf8')).messages['estimate.title'].text;
        assert.equal((await page.locator('main h1').innerText()).trim(), title);
      }
      clean(page);
      assert.deepEqual(page.watched.requests, [address]);
      await try_ways(page, `http://127.0.0.1:${server.port}/`);
      assert.deepEqual(server.arrived, []);
      assert.equal(page.url(), address);
    } finally {
      server.close();
      await rm(folder, { recursive: true });
    }
  },
};
