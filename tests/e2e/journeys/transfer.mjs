// Device to device: the sealed plan as pictures on one screen, read by an independent reader and by a camera.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { activate, clean, go, launch, mode, node, open, open_example, rectangle, sizes, still, until } from '../harness.mjs';

const phrase = 'fem vanliga ord på rad';
const shows = (page, id, timeout = 30_000) => node(page, id).waitFor({ state: 'attached', timeout });
const people = async (page) => { await go(page, 'nav.household'); return page.locator('main .row button').count(); };

async function to_transfer(page) {
  await go(page, 'toolbar.save');
  await activate(page, 'keep.transfer');
}
async function show_pictures(page) {
  await open_example(page, 'single_debt');
  await to_transfer(page);
  await node(page, 'pass.new').fill(phrase);
  await node(page, 'pass.again').fill(phrase);
  await still(page);
  await activate(page, 'transfer.seal.go');
  await shows(page, 'transfer.picture', 60_000);
  await still(page);
  return Number((await node(page, 'transfer.picture').getAttribute('aria-label')).split(' ').at(-1));
}
/** The field is gone while the passphrase is tried, so the test waits for the message that the plan is open. */
async function unlock(page) {
  await node(page, 'pass.open').fill(phrase);
  await activate(page, 'unlock.open');
  await shows(page, 'message', 60_000);
  assert.equal(await node(page, 'pass.open').count(), 0, await node(page, 'message').textContent());
}

/** The text that a reader finds in the screen's pixels at the picture. */
async function read_screen(page) {
  const clip = await rectangle(page, 'transfer.picture');
  const pixels = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    return globalThis.jsQR(context.getImageData(0, 0, image.width, image.height).data, image.width, image.height)?.data;
  }, pixels);
}

/** The format of plan/code_series.h, read by independent code: base 45, then the number of the piece, the number of pieces, and
 * the piece. */
function piece_of(text) {
  assert.equal(text.slice(0, 3), 'VV1');
  const digits = [...text.slice(3)].map((character) => '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'.indexOf(character));
  const bytes = [];
  for (let at = 0; at < digits.length; at += 3) {
    const [low, middle, high] = digits.slice(at, at + 3);
    const value = low + 45 * middle + 2025 * (high ?? 0);
    bytes.push(...(high === undefined ? [value] : [value >> 8, value & 255]));
  }
  const all = Buffer.from(bytes);
  return { index: all.readUInt16BE(8), count: all.readUInt16BE(10), bytes: all.subarray(12, -4) };
}

/** A film of the pictures, each shown for half a second, as an artificial camera. */
async function film(page, count, file) {
  const [side, cell, frames] = [480, 6, 5];
  const parts = [Buffer.from(`YUV4MPEG2 W${side} H${side} F10:1 Ip A1:1 C420jpeg\n`)];
  const colourless = Buffer.alloc(side * side / 2, 128);
  for (let picture = 0; picture < count; picture++) {
    const cells = await node(page, 'transfer.picture').locator('path').getAttribute('d');
    const light = Buffer.alloc(side * side, 255);
    const inset = (side - 73 * cell) / 2;
    for (const [, x, y, run] of cells.matchAll(/M(\d+) (\d+)h(\d+)v/g)) {
      for (let line = 0; line < cell; line++) {
        const at = (inset + y * cell + line) * side + inset + x * cell;
        light.fill(0, at, at + run * cell);
      }
    }
    for (let frame = 0; frame < frames; frame++) parts.push(Buffer.from('FRAME\n'), light, colourless);
    await activate(page, 'transfer.next');
  }
  await writeFile(file, Buffer.concat(parts));
}

/** Keeps the camera streams that the page gets, to check that it releases them. */
const keep_streams = () => {
  window.streams = [];
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    const stream = await ask(wanted);
    window.streams.push(stream);
    return stream;
  };
};
const camera_runs = (page) => page.evaluate(() => window.streams.some((stream) => stream.getTracks().some((track) => track.readyState === 'live')));

export default {
  async 'the pictures of a sealed plan, read from the screen in both modes, are a file that opens with its passphrase'({ browser, address }) {
    const page = await open(browser, address, { size: sizes.phone, scale: 2 });
    await page.waitForFunction(() => globalThis.jsQR);
    const loaded = page.watched.requests.length;
    const count = await show_pictures(page);
    const pieces = [];
    let first;
    for (let picture = 0; picture < count; picture++) {
      const text = await read_screen(page);
      assert.ok(text, `picture ${picture + 1} cannot be read from the canvas`);
      first ??= text;
      const piece = piece_of(text);
      assert.equal(piece.count, count);
      pieces[piece.index] = piece.bytes;
      await activate(page, 'transfer.next');
    }
    await page.locator('.mode').evaluate((button) => button.click());
    assert.equal(await mode(page), 'plain');
    assert.equal(await read_screen(page), first, 'the plain page shows the same');
    assert.deepEqual(page.watched.requests.slice(loaded), []);

    const other = await open(browser, address);
    const chooser = other.waitForEvent('filechooser');
    await other.keyboard.press('Control+o');
    await (await chooser).setFiles({ name: 'bilder.age', mimeType: 'application/octet-stream', buffer: Buffer.concat(pieces) });
    await shows(other, 'pass.open');
    await unlock(other);
    assert.equal(await people(other), 1);
    clean(page);
    clean(other);
  },

  async 'pictures change by themselves only when asked to, and go away under the cover'({ browser, address }) {
    const page = await open(browser, address);
    await show_pictures(page);
    const name = () => node(page, 'transfer.picture').getAttribute('aria-label');
    const first = await name();
    await page.waitForTimeout(1500);
    assert.equal(await name(), first);
    await activate(page, 'transfer.run');
    await page.waitForFunction((before) => document.getElementById('transfer.picture').getAttribute('aria-label') !== before, first);
    await activate(page, 'transfer.run');
    const stopped = await name();
    await page.waitForTimeout(1500);
    assert.equal(await name(), stopped);
    await page.keyboard.press('F2');
    await still(page);
    await page.keyboard.press('F2');
    await still(page);
    assert.equal(await node(page, 'transfer.picture').count(), 0);
    clean(page);
  },

  async 'a camera reads the pictures, nothing is asked of the network, and the camera is closed'({ browser, address }) {
    const folder = await mkdtemp(join(tmpdir(), 'vagval-'));
    const sender = await open(browser, address);
    const file = join(folder, 'pictures.y4m');
    await film(sender, await show_pictures(sender), file);
    const own = await launch({ more: ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`] });
    try {
      const page = await open(own, address, { size: sizes.phone, before: keep_streams });
      await page.waitForFunction(() => globalThis.jsQR);
      const loaded = page.watched.requests.length;
      await to_transfer(page);
      await activate(page, 'transfer.read');
      await shows(page, 'transfer.missing');
      const box = await until(page, 'a place for the camera’s picture', () => page.locator('.camera video').boundingBox());
      assert.ok(box.width > 200 && Math.abs(box.width - box.height) < 2, JSON.stringify(box));
      assert.match(await page.locator('#polite').textContent(), /\d+ av \d+ lästa/);
      // Stopping closes the camera; the pieces read so far stay.
      await activate(page, 'transfer.stop');
      assert.equal(await camera_runs(page), false);
      await activate(page, 'transfer.read');
      await shows(page, 'transfer.missing');
      await shows(page, 'pass.open', 120_000);
      assert.equal(await camera_runs(page), false);
      assert.equal(await page.locator('video').count(), 0);
      await unlock(page);
      assert.equal(await people(page), 1);
      assert.deepEqual(page.watched.requests.slice(loaded), []);
      clean(page);

      const hidden = await open(own, address, { before: keep_streams });
      await to_transfer(hidden);
      await activate(hidden, 'transfer.read');
      await hidden.waitForFunction(() => window.streams.length > 0);
      await hidden.evaluate(() => {
        Object.defineProperty(document, 'hidden', { get: () => true, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      });
      assert.equal(await camera_runs(hidden), false);
    } finally {
      await own.close();
      await rm(folder, { recursive: true });
    }
    clean(sender);
  },

  async 'a camera that may not be used or does not start is said in words'({ browser, address }) {
    for (const [name, words] of [['NotAllowedError', 'får inte använda kameran'], ['NotFoundError', 'gick inte att starta']]) {
      const page = await open(browser, address, { before: `navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', '${name}'));` });
      await to_transfer(page);
      await activate(page, 'transfer.read');
      await shows(page, 'transfer.camera.fault');
      assert.ok((await node(page, 'transfer.camera.fault').textContent()).includes(words));
      clean(page);
    }
    const page = await open(browser, address, { before: "Object.defineProperty(navigator, 'mediaDevices', { value: undefined });" });
    await to_transfer(page);
    await shows(page, 'transfer.receive.none');
    assert.equal(await node(page, 'transfer.read').count(), 0);
    clean(page);
  },
};
