import { cacheName, contentAddress } from "./saved.js";

/** Why saving stopped: "network", "changed" (what came is not what the list says) or "full". */
export class SaveError extends Error {
  constructor(why) {
    super(why);
    this.why = why;
  }
}

/** Headers that speak of how the bytes came, not of the page. */
const OF_TRANSPORT = ["content-encoding", "content-length", "transfer-encoding", "vary"];

/** How long the list may take: a network that does not answer is none. */
const PATIENCE = 8000;

/** Fetch the list of files as the server has it now; null where there is none, or no network. */
export async function fetchList(root, cache = "no-cache") {
  try {
    const response = await fetch(`${root}offline.json?fresh`, { cache, signal: AbortSignal.timeout(PATIENCE) });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** Fetch one content and keep it, if it is what the list says. */
export async function fetchOne(root, { path, digest }, signal) {
  const response = await get(`${root}${path}?fresh=${digest}`, signal);
  const bytes = await response.arrayBuffer().catch(() => giveUp("network"));
  if (!response.ok || (await digestOf(bytes)) !== digest) giveUp(signal.aborted ? "network" : "changed");
  const headers = new Headers(response.headers);
  for (const name of OF_TRANSPORT) headers.delete(name);
  await keep(root, digest, new Response(bytes, { headers }));
}

function giveUp(why) {
  throw new SaveError(why);
}

function get(address, signal) {
  return fetch(address, { cache: "no-cache", signal }).catch(() => giveUp("network"));
}

async function keep(root, digest, response) {
  try {
    const cache = await caches.open(cacheName(root));
    await cache.put(contentAddress(root, digest), response);
  } catch {
    giveUp("full");
  }
}

async function digestOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
