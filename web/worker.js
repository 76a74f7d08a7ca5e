// What follows is the same in every version; the list above it, each file with its hash, is written by the build.
'use strict';

// With the folder, as device.js knows them by it: other copies of the site may lie beside this one, each with a worker of its own.
const folder = new URL(self.registration.scope).pathname;
const cache_name = `vagval-${version} ${folder}`;
const marker = `vagval-chosen ${folder}`;
const place = (name) => new URL(name, self.registration.scope).href;

/** The version that somebody has asked for, as the name of its cache; undefined before the first is there, and where nobody knows. */
async function chosen() {
  try {
    return await (await caches.match(place('chosen'), { cacheName: marker }))?.text();
  } catch {
    return undefined;
  }
}
const choose = async (name) => (await caches.open(marker)).put(place('chosen'), new Response(name));

// Of the version chosen, when an entry of it is gone for good: another one takes over at the next visit.
const broken = async () => (await caches.match(place('broken'), { cacheName: marker }).catch(() => undefined))?.text();
const call_broken = async (name) => (await caches.open(marker)).put(place('broken'), new Response(name)).catch(() => {});

const tries = 3, pause_ms = 1000;
/** A file as the list says it is; another one is refused by the browser, and the promise with it. */
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

/** The browser may lose an entry, or all of them. What is gone is fetched once more and put back. */
async function restored(address) {
  const listed = files.find(([name]) => place(name) === address);
  if (!listed) return undefined;
  const answer = await fetched(...listed);
  const copy = answer.clone();
  // Where there is no room any more it is given all the same.
  await caches.open(cache_name).then((cache) => cache.put(address, copy)).catch(() => {});
  if (await broken() === cache_name) await (await caches.open(marker)).delete(place('broken'));
  return answer;
}

/** The server has another version by now, so that this one cannot be whole again: the other may come in its place.
 * \returns whether the server has answered. */
async function give_way() {
  await call_broken(cache_name);
  return self.registration.update().then(() => true, () => false);
}

/** The page of the version that comes in this one's place. */
async function next_page() {
  for (let waited = 0; waited < 20; waited++) {
    const other = await chosen();
    if (other && other !== cache_name) return caches.match(place('index.html'), { cacheName: other });
    await new Promise((done) => setTimeout(done, pause_ms));
  }
  return undefined;
}

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
        await cache.put(place(name), await fetched(name, integrity));
      }));
    } catch (error) {
      if (await chosen() !== cache_name) await caches.delete(cache_name);
      throw error;
    }
    const now = await chosen();
    const takes_over = now !== undefined && now === await broken();  // the one chosen cannot be given any more
    if (!self.registration.active || takes_over) await choose(cache_name);
    if (takes_over) await self.skipWaiting();
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
  const opens = event.request.mode === 'navigate', afresh = new URL(event.request.url).search.startsWith('?again');
  event.respondWith((async () => {
    let cacheName = await chosen() ?? cache_name;
    if (opens && cacheName !== cache_name && cacheName === await broken()) await choose(cacheName = cache_name).catch(() => {});
    // One that is here but is not what it should be is asked for like that.
    const kept = afresh && cacheName === cache_name ? undefined : await caches.match(wanted, { cacheName }).catch(() => undefined);
    if (kept) return kept;
    if (cacheName !== cache_name) {
      // Of a version before this one, whose list is not known here. A page is given whole, and never half from each.
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
