// SPDX-License-Identifier: EUPL-1.2
// Pictures for another device, and from one. The build puts this before host.js, in the same file.
'use strict';

/** @param page the program as `core`, `names`, `refresh`, `carry_out`, and how files are asked for that come later. */
function createPictures(page) {
  function tell_camera(state) {
    if (!page.core) return;
    page.core.tell('camera', { state });
    page.carry_out();
    page.refresh();
  }
  function picture_read(text) {
    page.touched();  // a person is holding the camera
    page.core?.tell('picture_read', { text });
    page.carry_out();
    page.refresh();
  }
  const video = document.createElement('video');
  let camera = { start() { tell_camera('no_reader'); }, stop() {}, possible: false };
  function make_camera() {
    if (!globalThis.createCamera) return;  // it may still load
    camera = createCamera(video, tell_camera, picture_read, () => {
      page.ask_again();
      return page.later('jsqr', () => globalThis.jsQR);
    });
    if (camera.possible) page.core.tell('camera_there');
  }

  let stepping;
  function step_pictures() {
    clearInterval(stepping);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    stepping = setInterval(() => {
      page.core?.tell('next_picture');
      if (!page.core?.state().running) clearInterval(stepping);
      page.refresh();
    }, calm ? page.names.timings.calm_picture_ms : page.names.timings.picture_ms);
  }

  function stop() {
    clearInterval(stepping);
    camera.stop();
  }

  return { video, tell_camera, make_camera, step_pictures, start_camera: () => camera.start(), stop_camera: () => camera.stop(), stop };
}
