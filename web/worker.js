// What follows is the same in every version; the list above it, each file with its hash, is written by the build.
'use strict';

// With the folder, as device.js knows them by it: other copies of the site may lie beside this one, each with a worker of its own.
const folder = new URL(self.registration.scope).pathname;
const cache_name = `vagval-${version} ${folder}`;
const marker = `vagval-chosen ${folder}`;
const place = (name) => new URL(name, self.registration.scope).href;

/** The version that somebody has asked for, as the name of its cache; undefined before the first is there. */
async function chosen() {
  const answer = await caches.match(place('chosen'), { cacheName: marker });
  return answer?.text();
}
const choose = async (name) => (await caches.open(marker)).put(place('chosen'), new Response(name));

/** Removes what no version needs any more. */
async function tidy() {
  const needed = [marker, cache_name, await chosen()];
  for (const name of await caches.keys())
    if (name.startsWith('vagval-') && name.endsWith(` ${folder}`) && !needed.includes(name)) await caches.delete(name);
}

// A file that is not what the list says is not kept, and then this version is not either.
self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(cache_name);
    try {
      await Promise.all(files.map(async ([name, integrity]) => {
        await cache.put(place(name), await fetch(place(name), { integrity, cache: 'no-cache', credentials: 'omit' }));
      }));
    } catch (error) {
      if (await chosen() !== cache_name) await caches.delete(cache_name);
      throw error;
    }
    if (!self.registration.active) await choose(cache_name);  // the first there is
  })());
});

// The browser starts a new worker when the last page is closed. That is nobody's wish for a new version: it goes on giving
// the files of the old one until somebody asks.
self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    await tidy();
    await self.clients.claim();
  })());
});
self.addEventListener('message', (event) => {
  event.waitUntil((async () => {
    if (event.data === 'use') {
      await choose(cache_name);
      await self.skipWaiting();
      await tidy();
    }
    event.ports[0]?.postMessage(await chosen() === cache_name);
  })());
});

// Nothing but the list is ever answered, and nothing else is asked of anyone.
self.addEventListener('fetch', (event) => {
  const address = new URL(event.request.url);
  address.search = address.hash = '';
  const wanted = event.request.mode === 'navigate' ? place('index.html') : address.href;
  if (address.origin !== self.location.origin) return event.respondWith(Response.error());
  event.respondWith((async () => {
    const cacheName = await chosen() ?? cache_name;
    return await caches.match(wanted, { cacheName }) ?? Response.error();
  })());
});
