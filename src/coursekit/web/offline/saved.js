/**
 * The saved copy of the site in the browser's cache. Each content lies there once, under its digest; a note named
 * `current` says which path has which content. Writing that note is the one step in which a copy replaces another.
 */

const FOLDER = "offline/";

/** The cache of the site at this address: several sites may share a host. */
export function cacheName(root) {
  return `coursekit ${new URL(root).pathname}`;
}

export function contentAddress(root, digest) {
  return `${root}${FOLDER}${digest}`;
}

/** A note, `current` or `wanted`, or null. Looking makes no cache where there is none. */
export async function readNote(root, name) {
  const found = await caches.match(contentAddress(root, name), { cacheName: cacheName(root) });
  return found ? found.json() : null;
}

export async function writeNote(root, name, note) {
  const cache = await caches.open(cacheName(root));
  const headers = { "Content-Type": "application/json" };
  await cache.put(contentAddress(root, name), new Response(JSON.stringify(note), { headers }));
}

export async function dropNote(root, name) {
  const cache = await caches.open(cacheName(root));
  await cache.delete(contentAddress(root, name));
}

/** The digests of all contents that are there. */
export async function heldDigests(root) {
  if (!(await caches.has(cacheName(root)))) return [];
  const cache = await caches.open(cacheName(root));
  const names = (await cache.keys()).map((request) => request.url.slice(contentAddress(root, "").length));
  return names.filter((name) => /^[0-9a-f]{32}$/.test(name));
}

export function findContent(root, digest) {
  return caches.match(contentAddress(root, digest), { cacheName: cacheName(root) });
}

export async function dropContents(root, digests) {
  if (!(await caches.has(cacheName(root)))) return;
  const cache = await caches.open(cacheName(root));
  await Promise.all(digests.map((digest) => cache.delete(contentAddress(root, digest))));
}

export function dropAll(root) {
  return caches.delete(cacheName(root));
}
