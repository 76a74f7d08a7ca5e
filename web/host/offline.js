// SPDX-License-Identifier: EUPL-1.2
// The program without a network. The build puts this before host.js, in the same file.
'use strict';

/**
 * Keeps the program on the device, for use without a network. A new version waits until the person asks for it.
 * @param wishes gets the way to use that version, once there is one.
 */
async function keepProgramHere(page, wishes) {
  if (!navigator.serviceWorker || !location.protocol.startsWith('http')) return;
  const registration = await navigator.serviceWorker.register('worker.js', { updateViaCache: 'none' });
  // A new worker may run already and still serve the previously chosen version.
  const newest = () => registration.waiting ?? registration.active;
  /** \returns whether the newest version is in use. */
  const ask = (question) => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data);
    newest().postMessage(question, [port2]);
  });
  const offer = async () => {
    if (!newest() || await ask('which') || !page.core) return;
    page.core.tell('newer_program');
    page.refresh();
  };
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
  wishes.update = async () => {
    if (await ask('use')) location.reload();
  };
  await offer();
}
