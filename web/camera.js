// SPDX-License-Identifier: EUPL-1.2
// Reads codes with the camera. Its frames are looked at here, in this page, and are neither kept nor sent.
'use strict';

/**
 * @param video shows what the camera sees.
 * @param told(state) is called when the camera is 'on', 'refused' or 'broken'; when its pixels are 'hidden' from the page; or when
 *   there is 'no_reader'.
 * @param read(text) is called with the text of a code that is seen; the same one again at most once in a second.
 * @param bring() fetches our own reader where it is not here; it may come to nothing.
 */
function createCamera(video, told, read, bring) {
  const side_max = 720;  // px of the square that is looked at: a code of 73 cells has ten for each
  const pause_ms = 60;   // between two looks, so that the page stays quick
  const again_ms = 1000;
  const patience_ms = 10_000;  // until there is a first frame

  Object.assign(video, { muted: true, autoplay: true, playsInline: true });
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });

  let stream;
  let turn = 0;  // grows with each start and stop: what belongs to an earlier one is not listened to

  /** A browser that hides its user from pages gives them other pixels than they drew: noise, or one colour. */
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
      // Some change each colour by a little, which no reader minds.
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
        return [];  // a picture it stumbles over; the next one is another
      }
    };
  }

  /** The browser's own reader where it has one that works, otherwise the one that we carry along. */
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

  /** The square in the middle: what is shown is what is looked at. */
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
    video.play().catch(() => {});  // where it does not, no frame comes
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
    canvas.width = canvas.height = 0;  // and the last frame is gone
  }

  return { start, stop, possible: Boolean(navigator.mediaDevices?.getUserMedia) };
}
