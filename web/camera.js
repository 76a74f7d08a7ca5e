// SPDX-License-Identifier: EUPL-1.2
// Reads codes with the camera. Its frames are looked at here, in this page, and are neither kept nor sent.
'use strict';

/**
 * @param told(state) is called when the camera is 'on', 'refused' or 'broken'.
 * @param read(text) is called with the text of a code that is seen; the same one again at most once in a second.
 */
function createCamera(told, read) {
  const side_max = 720;  // px of the square that is looked at: a code of 73 cells has ten for each
  const pause_ms = 60;   // between two looks, so that the page stays quick
  const again_ms = 1000;

  const video = document.createElement('video');
  Object.assign(video, { muted: true, autoplay: true, playsInline: true });
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });

  let stream;
  let turn = 0;  // grows with each start and stop: what belongs to an earlier one is not listened to

  /** The browser's own reader where it has one, otherwise the one that we carry along. */
  async function reader() {
    const formats = (await globalThis.BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? [];
    if (formats.includes('qr_code')) {
      const detector = new BarcodeDetector({ formats: ['qr_code'] });
      return async () => (await detector.detect(canvas)).map((code) => code.rawValue);
    }
    return async () => {
      const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
      const code = globalThis.jsQR?.(data, width, height, { inversionAttempts: 'dontInvert' });
      return code ? [code.data] : [];
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
    let [last, last_ms] = ['', 0];
    while (mine === turn) {
      const texts = take_frame() ? await codes().catch(() => []) : [];
      for (const text of texts) {
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
    video.play().catch(() => {});
    look(mine);
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

  return { video, start, stop, possible: Boolean(navigator.mediaDevices?.getUserMedia) };
}
