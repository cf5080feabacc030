// Keeps the portal's own files, so that the card opens without a network. What the server knows of a member is never
// kept here: the page keeps the last it has seen, and forgets it when somebody signs out.

const kept = 'trofast-portal-1';
const page = '/portal/';

addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(kept)
      .then((cache) => cache.add(page))
      .then(() => skipWaiting()),
  );
});

addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== kept).map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  );
});

addEventListener('message', (event) => {
  const files = event.data?.keep ?? [];
  event.waitUntil(caches.open(kept).then((cache) => Promise.all(files.map((file) => keepOnce(cache, file)))));
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(freshPage(request));
  else if (pathname.startsWith('/portal/assets/')) event.respondWith(keptFile(request));
});

/** Files under assets/ carry their hash: what is kept is what is meant. */
async function keptFile(request) {
  const cache = await caches.open(kept);
  const found = await cache.match(request.url);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request.url, answer.clone());
  return answer;
}

/** Every address of the portal is the same page: the newest when there is a network, the last one when there is none. */
async function freshPage(request) {
  const cache = await caches.open(kept);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(page, answer.clone());
    return answer;
  } catch {
    return (await cache.match(page)) ?? Response.error();
  }
}

async function keepOnce(cache, file) {
  if (!(await cache.match(file))) await cache.add(file);
}
