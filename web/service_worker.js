// Keeps the page for offline use, beside it on a web server. Whole versions only: the page is taken when its bytes are those
// this worker was built with. Everything else on the server is none of its business.
'use strict';
/* global self, caches, PAGE_SHA256, EXTRAS */
const address = (name) => new URL(name, self.location.href).href;
const PAGE = address('luping.html');
const OURS = [PAGE, ...EXTRAS.map(address)];
/** Another copy of the app on the same server has another folder, and its own caches. */
const FAMILY = `luping ${address('.')} `;
const CACHE = FAMILY + PAGE_SHA256;

const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function take(name) {
  const response = await fetch(name, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
}

async function fill() {
  const bytes = await (await take(PAGE)).arrayBuffer();
  if (hex(await crypto.subtle.digest('SHA-256', bytes)) !== PAGE_SHA256) throw new Error('the page is of another version');
  const cache = await caches.open(CACHE);
  await cache.put(PAGE, new Response(bytes, { headers: { 'content-type': 'text/html; charset=utf-8' } }));
  for (const name of EXTRAS) {
    await take(address(name)).then((response) => cache.put(address(name), response)).catch(() => undefined);
  }
}

async function answer(request, wanted, later) {
  const found = await (await caches.open(CACHE)).match(wanted);
  if (found) return found;
  later(fill().catch(() => undefined)); // the browser cleared it
  return fetch(request);
}

// An open page is complete and needs nothing more, so the new version need not wait for it.
self.addEventListener('install', (event) => event.waitUntil(fill().then(() => self.skipWaiting())));

self.addEventListener('activate', (event) =>
  event.waitUntil(
    caches.keys().then((names) =>
      Promise.all(names.filter((name) => name.startsWith(FAMILY) && name !== CACHE).map((name) => caches.delete(name))),
    ),
  ),
);

self.addEventListener('fetch', (event) => {
  const wanted = event.request.url.replace(/[?#].*$/, '');
  if (event.request.method !== 'GET' || !OURS.includes(wanted)) return;
  event.respondWith(answer(event.request, wanted, (work) => event.waitUntil(work)));
});
