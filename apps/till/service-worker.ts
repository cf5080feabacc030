import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Writes a service worker that keeps the till's own files on the device, so that it opens without a network. */
export function serviceWorker(): Plugin {
  return {
    name: 'trofast-service-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.keys(bundle).filter((name) => /[.](js|css|svg|woff2)$/.test(name));
        // The camera's reader is large and of no use without the page that loads it: it is kept when first used.
        const first = files.filter((name) => !name.includes('camera'));
        const version = createHash('sha256').update(files.toSorted().join('\n')).digest('hex').slice(0, 16);
        this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: workerSource(version, first) });
      },
    },
  };
}

function workerSource(version: string, files: readonly string[]): string {
  return `const cacheName = 'trofast-till-${version}';
const page = '/till/';
const files = ${JSON.stringify(files.map((name) => `/till/${name}`))};

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll([page, ...files])).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith('trofast-till-') && name !== cacheName).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || !pathname.startsWith('/till/')) return;
  if (request.mode === 'navigate') event.respondWith(freshPage(request));
  else event.respondWith(keptFile(request));
});

async function freshPage(request) {
  const cache = await caches.open(cacheName);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(3000) });
    if (answer.ok) await cache.put(page, answer.clone());
    return answer;
  } catch {
    return (await cache.match(page)) ?? Response.error();
  }
}

async function keptFile(request) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && request.url.includes('/assets/')) await cache.put(request, answer.clone());
  return answer;
}
`;
}
