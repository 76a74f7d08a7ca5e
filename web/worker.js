// The code below is the same in every version; the build writes the list above it, each file with its hash.
'use strict';

// The name includes the folder, as device.js expects: other copies of the site may lie beside this one, each with its
// own worker.
const folder = new URL(self.registration.scope).pathname;
const cache_name = `vagval-${version} ${folder}`;
const marker = `vagval-chosen ${folder}`;
const place = (name) => new URL(name, self.registration.scope).href;

/** The version that the person chose, as the name of its cache; undefined before the first one is here, and if it is not known.
 * */
async function chosen() {
  try {
    return await (await caches.match(place('chosen'), { cacheName: marker }))?.text();
  } catch {
    return undefined;
  }
}
const choose = async (name) => (await caches.open(marker)).put(place('chosen'), new Response(name));

// Called when an entry of the chosen version is lost for good: another version takes over at the next visit.
const broken = async () => (await caches.match(place('broken'), { cacheName: marker }).catch(() => undefined))?.text();
const call_broken = async (name) => (await caches.open(marker)).put(place('broken'), new Response(name)).catch(() => {});

const tries = 3, pause_ms = 1000;
/** Fetches a file with its hash from the list. The browser refuses a file with another hash, and rejects the promise. */
async function fetched(name, integrity) {
  for (let left = tries; ; left--) {
    try {
      const answer = await fetch(place(name), { integrity, cache: 'no-cache', credentials: 'omit' });
      if (!answer.ok) throw new Error(`${answer.status}`);
      return answer;
    } catch (error) {
      if (left <= 1) throw error;
      await new Promise((done) => setTimeout(done, pause_ms));
    }
  }
}

/** Returns a file of the cache. The browser may lose entries; a lost file is fetched once more and stored again. */
async function restored(address) {
  const listed = files.find(([name]) => place(name) === address);
  if (!listed) return undefined;
  const answer = await fetched(...listed);
  const copy = answer.clone();
  // If there is no room to store it, it is returned all the same.
  await caches.open(cache_name).then((cache) => cache.put(address, copy)).catch(() => {});
  if (await broken() === cache_name) await (await caches.open(marker)).delete(place('broken'));
  return answer;
}

/** The server has another version by now, so this one cannot be completed; the other version may take its place.
 * \returns whether the server has answered. */
async function give_way() {
  await call_broken(cache_name);
  return self.registration.update().then(() => true, () => false);
}

/** The page of the version that takes this one's place. */
async function next_page() {
  for (let waited = 0; waited < 20; waited++) {
    const other = await chosen();
    if (other && other !== cache_name) return caches.match(place('index.html'), { cacheName: other });
    await new Promise((done) => setTimeout(done, pause_ms));
  }
  return undefined;
}

/** Removes caches that no version needs any more. */
async function tidy() {
  const needed = [marker, cache_name, await chosen()];
  for (const name of await caches.keys())
    if (name.startsWith('vagval-') && name.endsWith(` ${folder}`) && !needed.includes(name)) await caches.delete(name);
}

// A file with another hash is not kept, and then this version is not kept either.
self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(cache_name);
    try {
      await Promise.all(files.map(async ([name, integrity]) => {
        await cache.put(place(name), await fetched(name, integrity));
      }));
    } catch (error) {
      if (await chosen() !== cache_name) await caches.delete(cache_name);
      throw error;
    }
    const now = await chosen();
    const takes_over = now !== undefined && now === await broken();  // the chosen version is incomplete
    if (!self.registration.active || takes_over) await choose(cache_name);
    if (takes_over) await self.skipWaiting();
  })());
});

// The browser starts a new worker when the last page is closed. The person did not ask for a new version by that, so
// the worker serves the old version until the person asks.
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

// The worker answers only for files of the list, and requests no others.
self.addEventListener('fetch', (event) => {
  const address = new URL(event.request.url);
  address.search = address.hash = '';
  const wanted = event.request.mode === 'navigate' ? place('index.html') : address.href;
  if (address.origin !== self.location.origin) return event.respondWith(Response.error());
  const opens = event.request.mode === 'navigate', afresh = new URL(event.request.url).search.startsWith('?again');
  event.respondWith((async () => {
    let cacheName = await chosen() ?? cache_name;
    if (opens && cacheName !== cache_name && cacheName === await broken()) await choose(cacheName = cache_name).catch(() => {});
    // A damaged entry is requested in the same way.
    const kept = afresh && cacheName === cache_name ? undefined : await caches.match(wanted, { cacheName }).catch(() => undefined);
    if (kept) return kept;
    if (cacheName !== cache_name) {
      // An older version, whose list is not known here. A page is served from one version only.
      await call_broken(cacheName);
      if (!opens) return Response.error();
      await choose(cache_name).catch(() => {});
    }
    try {
      const own = afresh ? undefined : await caches.match(wanted, { cacheName: cache_name }).catch(() => undefined);
      return own ?? await restored(wanted) ?? Response.error();
    } catch {
      const comes = give_way();
      event.waitUntil(comes);
      return (opens && await comes && await next_page()) || Response.error();
    }
  })());
});
