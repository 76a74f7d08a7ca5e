// What follows is the same in every version; the list above it, each file with its hash, is written by the build.
'use strict';

const cache_name = `vagval-${version}`;
const place = (name) => new URL(name, self.registration.scope).href;

// A file that is not what the list says is not kept, and then this version is not either.
self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(cache_name);
    await Promise.all(files.map(async ([name, integrity]) => {
      await cache.put(place(name), await fetch(place(name), { integrity, cache: 'no-cache', credentials: 'omit' }));
    }));
  })());
});

// A new version waits until somebody asks for it. Then the old one goes.
self.addEventListener('message', (event) => {
  if (event.data === 'use') self.skipWaiting();
});
self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith('vagval-') && name !== cache_name) await caches.delete(name);
    await self.clients.claim();
  })());
});

// Nothing but the list is ever answered, and nothing else is asked of anyone.
self.addEventListener('fetch', (event) => {
  const address = new URL(event.request.url);
  address.search = address.hash = '';
  const wanted = event.request.mode === 'navigate' ? place('index.html') : address.href;
  if (address.origin !== self.location.origin) return event.respondWith(Response.error());
  event.respondWith((async () => {
    const cache = await caches.open(cache_name);
    return await cache.match(wanted) ?? Response.error();
  })());
});
