import { SaveError, fetchOne } from "./fetch-one.js";
import { filesOf, sizeOf, toDrop, toFetch } from "./plan.js";
import { dropAll, dropContents, dropNote, heldDigests, readNote, writeNote } from "./saved.js";

/** How many files are on their way at once. */
const AT_ONCE = 4;

/**
 * Save the chosen parts. Until everything is there, the copy from before (or none) stays what it is; what was fetched
 * before an interruption is not fetched again. `tell(bytes)` hears how much is there.
 */
export async function save(root, list, chosen, signal, tell) {
  const files = filesOf(list, chosen);
  try {
    await note(root, "wanted", { parts: chosen });
    await fetchMissing(root, files, signal, tell);
    await replaceCopy(root, list, chosen, files);
  } catch (error) {
    if (error.why === "full") await backOut(root);
    throw error;
  }
}

async function fetchMissing(root, files, signal, tell) {
  const missing = toFetch(files, await heldDigests(root));
  let there = sizeOf(files) - missing.reduce((sum, file) => sum + file.bytes, 0);
  tell(there);
  const work = async () => {
    for (let file = missing.shift(); file; file = missing.shift()) {
      if (signal.aborted) throw new SaveError("network");
      await fetchOne(root, file, signal);
      tell((there += file.bytes));
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  const failed = ended.map((one) => one.reason).filter(Boolean);
  if (failed.length > 0) throw failed.find((error) => error.why === "full") ?? failed[0];
}

/** The browser may have thrown something away meanwhile, so everything is looked for once more. */
async function replaceCopy(root, list, chosen, files) {
  const held = await heldDigests(root);
  if (toFetch(files, held).length > 0) throw new SaveError("network");
  const digests = Object.fromEntries(Object.entries(files).map(([path, { digest }]) => [path, digest]));
  const homes = list.parts.filter((part) => chosen.includes(part.id) && !part.slides).map((part) => part.home);
  await note(root, "current", { version: list.version, parts: chosen, homes, bytes: sizeOf(files), files: digests });
  await dropNote(root, "wanted");
  await dropContents(root, toDrop(files, held));
}

async function note(root, name, value) {
  await writeNote(root, name, value).catch(() => {
    throw new SaveError("full");
  });
}

/** Give back what a copy that finds no room has taken; a copy from before stays whole. */
export async function backOut(root) {
  const current = await readNote(root, "current");
  if (!current) return dropAll(root);
  const needed = Object.fromEntries(Object.entries(current.files).map(([path, digest]) => [path, { digest }]));
  await dropNote(root, "wanted");
  await dropContents(root, toDrop(needed, await heldDigests(root)));
}
