import { pathIn } from "./plan.js";
import { findContent, readNote } from "./saved.js";

/**
 * The service worker: answers from the saved copy, and asks the network for everything else. It never writes; a page
 * saves, replaces and removes the copy. Without a copy the site is as it would be without this worker.
 */

const ROOT = self.registration.scope;
const NOT_SAVED = "not-saved.html";

/** The note of the copy as last read; it may be out of date. */
let known = null;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { method, url, mode } = event.request;
  const path = pathIn(ROOT, url);
  if (method !== "GET" || path === null || new URL(url).searchParams.has("fresh")) return;
  event.respondWith(answer(event.request, path, mode === "navigate"));
});

async function answer(request, path, isPage) {
  const saved = await find(path);
  if (saved) return saved;
  try {
    return await fetch(request);
  } catch (error) {
    if (!isPage) throw error;
    return (await findNotSaved()) ?? Response.error();
  }
}

/** What the note in memory names may be gone since another copy came; then the note is read anew. */
async function find(path) {
  const saved = known && (await look(path));
  if (saved) return saved;
  known = await readNote(ROOT, "current");
  return known && look(path);
}

function look(path) {
  return Object.hasOwn(known.files, path) ? findContent(ROOT, known.files[path]) : null;
}

async function findNotSaved() {
  const home = known?.homes[0] ?? "";
  return find(`${home}${NOT_SAVED}`);
}
