// SPDX-License-Identifier: EUPL-1.2
// Reads codes with the camera. The page reads its frames here; it neither keeps nor sends them.
'use strict';

/**
 * @param video shows the camera's picture.
 * @param told(state) is called when the camera is 'on', 'refused' or 'broken'; when the browser hides its pixels from the page
 * ('hidden'); or when there is 'no_reader'.
 * @param read(text) is called with the text of a code; with the same text at most once a second.
 * @param bring() fetches the bundled reader if it is not loaded; the fetch may fail.
 */
function createCamera(video, told, read, bring) {
  const side_max = 720;  // px of the square that is read: ten for each cell of a code with 73
  const pause_ms = 60;   // between two reads, so that the page stays responsive
  const again_ms = 1000;
  const patience_ms = 10_000;  // until the first frame

  Object.assign(video, { muted: true, autoplay: true, playsInline: true });
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });

  let stream;
  let turn = 0;  // grows with each start and stop; results of earlier turns are ignored

  /** Whether the browser gives pages other pixels than they drew (noise, or one colour), to hide its user. */
  function pixels_are_shown() {
    const side = 16;
    canvas.width = canvas.height = side;
    for (const [colour, x] of [['#000', 0], ['#fff', side / 2]]) {
      context.fillStyle = colour;
      context.fillRect(x, 0, side / 2, side);
    }
    const { data } = context.getImageData(0, 0, side, side);
    let right = 0;
    for (let at = 0; at < data.length; at += 4) {
      const light = (at / 4) % side >= side / 2;
      // Some browsers change each colour by a little, which the reader tolerates.
      if ([data[at], data[at + 1], data[at + 2]].every((value) => (light ? value > 192 : value < 64))) right++;
    }
    return right > side * side * 0.9;
  }

  async function own_reader() {
    if (!pixels_are_shown()) throw 'hidden';
    if (!globalThis.jsQR) await bring();
    if (!globalThis.jsQR) throw 'no_reader';
    return async () => {
      const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
      try {
        const code = jsQR(data, width, height, { inversionAttempts: 'dontInvert' });
        return code ? [code.data] : [];
      } catch {
        return [];  // the reader failed on this frame; the next one is different
      }
    };
  }

  /** The browser's own reader if it works, otherwise the bundled one. */
  async function reader() {
    const formats = (await globalThis.BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? [];
    if (!formats.includes('qr_code')) return own_reader();
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    let ours;
    return async () => {
      if (ours) return ours();
      try {
        return (await detector.detect(canvas)).map((code) => code.rawValue);
      } catch {
        ours = await own_reader();
        return ours();
      }
    };
  }

  /** The square in the middle of the frame. The page shows the same square. */
  function take_frame() {
    const { videoWidth: width, videoHeight: height } = video;
    const side = Math.min(width, height);
    if (side === 0) return false;
    const wanted = Math.min(side, side_max);
    if (canvas.width !== wanted) canvas.width = canvas.height = wanted;
    context.drawImage(video, (width - side) / 2, (height - side) / 2, side, side, 0, 0, wanted, wanted);
    return true;
  }

  async function look(mine) {
    const codes = await reader();
    let [last, last_ms, seen, begun_ms] = ['', 0, false, performance.now()];
    while (mine === turn) {
      const taken = take_frame();
      seen ||= taken;
      if (!seen && performance.now() - begun_ms > patience_ms) throw 'broken';
      for (const text of taken ? await codes() : []) {
        if (mine !== turn) return;
        if (text === last && performance.now() - last_ms < again_ms) continue;
        [last, last_ms] = [text, performance.now()];
        read(text);
      }
      await new Promise((done) => setTimeout(done, pause_ms));
    }
  }

  async function start() {
    stop();
    const mine = turn;
    let opened;
    try {
      opened = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } } });
    } catch (error) {
      if (mine === turn) told(['NotAllowedError', 'SecurityError'].includes(error.name) ? 'refused' : 'broken');
      return;
    }
    if (mine !== turn) return close(opened);
    stream = opened;
    for (const track of stream.getTracks()) track.addEventListener('ended', () => { if (mine === turn) told('broken'); });
    video.srcObject = stream;
    told('on');
    video.play().catch(() => {});  // if it fails, no frame comes
    look(mine).catch((why) => {
      if (mine !== turn) return;
      stop();
      told(typeof why === 'string' ? why : 'broken');
    });
  }

  function close(opened) {
    for (const track of opened?.getTracks() ?? []) track.stop();
  }

  function stop() {
    ++turn;
    close(stream);
    stream = undefined;
    video.srcObject = null;
    canvas.width = canvas.height = 0;  // deletes the last frame
  }

  return { start, stop, possible: Boolean(navigator.mediaDevices?.getUserMedia) };
}
