/** What to fetch, keep and drop, worked out from lists. Pure: no clock, no network, no storage. */

/** The files of the chosen parts: path → {digest, bytes}. */
export function filesOf(list, chosen) {
  const parts = list.parts.filter((part) => chosen.includes(part.id));
  const entries = parts.flatMap((part) => part.files.map(([path, digest, bytes]) => [path, { digest, bytes }]));
  return Object.fromEntries(entries);
}

/** What is not there yet, each content once however many files hold it. */
export function toFetch(files, held) {
  const missing = new Map();
  for (const [path, { digest, bytes }] of Object.entries(files)) {
    if (!held.includes(digest) && !missing.has(digest)) missing.set(digest, { path, digest, bytes });
  }
  return [...missing.values()];
}

/** What is there and no longer needed. */
export function toDrop(files, held) {
  const needed = new Set(Object.values(files).map((file) => file.digest));
  return held.filter((digest) => !needed.has(digest));
}

/** Bytes of all contents, each counted once. */
export function sizeOf(files) {
  return toFetch(files, []).reduce((sum, file) => sum + file.bytes, 0);
}

/** The path of an address below the root of the site, without query and anchor; null outside of it. */
export function pathIn(root, address) {
  const [plain] = address.split(/[?#]/);
  if (!plain.startsWith(root)) return null;
  const path = decodeURI(plain.slice(root.length));
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/** Those of the saved parts that the course still has: it may have lost a language. */
export function stillThere(list, chosen) {
  return list.parts.map((part) => part.id).filter((id) => chosen.includes(id));
}

/**
 * Where a learner stands: "none", "partly" (begun and interrupted), "saved", "newer" (saved, and the course has changed).
 * `current` is the note of the saved copy and `wanted` that of one begun; either may be null.
 */
export function stateOf(list, current, wanted) {
  if (!current) return wanted ? "partly" : "none";
  if (wanted) return "partly";
  return list && list.version !== current.version ? "newer" : "saved";
}
