import { groupByQuestion, mergeAttempts, mergePages } from "./review.js";
import { keysIn, noticesOn, readStorage } from "./snapshot.js";
import { ATTEMPTS_PREFIX, KEEP_KEY, NAME_KEY, PAGES_PREFIX, WORKBOOKS_PREFIX } from "./stored.js";
import { extendAttempts, replacePage, replaceWorkbook } from "./stored.js";

/**
 * The learner's progress: in memory until the learner says Keep, then in storage. `storage` is
 * localStorage or something like it; null where the browser refuses it.
 */
export function openStore(storage) {
  const keep = isKept(storage) ? "yes" : "unknown";
  const waiting = { attempts: new Map(), pages: new Map(), workbooks: new Map() };
  const state = { storage, keep, ...waiting, name: null, isFull: false, snapshot: null };
  const listeners = new Set();
  const change = (step) => {
    step();
    state.snapshot = null;
    listeners.forEach((listener) => listener());
  };
  return {
    read: () => (state.snapshot ??= readState(state)),
    addAttempts: (attempts) => change(() => addAttempts(state, attempts)),
    setPage: (id, page) => change(() => setPages(state, { [id]: page })),
    addPages: (pages) => change(() => setPages(state, mergePages(readState(state).pages, pages))),
    setWorkbooks: (workbooks) => change(() => setWorkbooks(state, workbooks)),
    eraseWorkbook: (id) => change(() => eraseWorkbook(state, id)),
    setName: (name) => change(() => setName(state, name)),
    setKeep: (choice) => change(() => setKeep(state, choice)),
    follow: () => change(() => followOthers(state)),
    subscribe: (listener) => listeners.add(listener),
  };
}

function readState({ storage, keep, attempts, pages, workbooks, name, isFull }) {
  const found = readStorage(storage);
  const waiting = [...attempts.values()].flat();
  return {
    keep: found.isBlocked ? "unavailable" : keep,
    attempts: mergeAttempts(found.attempts, waiting),
    pages: { ...found.pages, ...Object.fromEntries(pages) },
    workbooks: { ...found.workbooks, ...Object.fromEntries(workbooks) },
    name: name ?? found.name,
    unreadable: found.unreadable,
    notices: noticesOn(found, isFull),
  };
}

function addAttempts(state, attempts) {
  for (const [id, own] of groupByQuestion(attempts)) {
    state.attempts.set(id, mergeAttempts(state.attempts.get(id) ?? [], own));
  }
  saveWaiting(state);
}

function setPages(state, pages) {
  for (const [id, page] of Object.entries(pages)) state.pages.set(id, page);
  saveWaiting(state);
}

function setWorkbooks(state, workbooks) {
  for (const [id, workbook] of Object.entries(workbooks)) state.workbooks.set(id, workbook);
  saveWaiting(state);
}

function setName(state, name) {
  state.name = name;
  saveWaiting(state);
}

function eraseWorkbook(state, id) {
  state.workbooks.delete(id);
  try {
    state.storage.removeItem(WORKBOOKS_PREFIX + id);
  } catch {
    // Storage that cannot be reached holds nothing to erase.
  }
}

/** "unknown" is how things were before the learner was asked: nothing is there any more. */
function setKeep(state, choice) {
  state.keep = choice;
  if (choice === "unknown") eraseStorage(state);
  if (choice === "yes" && !writeItem(state, KEEP_KEY, () => "yes")) state.keep = "unavailable";
  saveWaiting(state);
}

function eraseStorage(state) {
  forget(state);
  try {
    for (const key of keysIn(state.storage)) state.storage.removeItem(key);
  } catch {
    // Storage that cannot be reached holds nothing to erase.
  }
}

function forget(state) {
  state.keep = "unknown";
  state.attempts.clear();
  state.pages.clear();
  state.workbooks.clear();
  state.name = null;
}

/** Another tab has written. What it erased must not come back from here. */
function followOthers(state) {
  const isKeptNow = isKept(state.storage);
  if (state.keep === "yes" && !isKeptNow) forget(state);
  if (isKeptNow) state.keep = "yes";
  saveWaiting(state);
}

function isKept(storage) {
  try {
    return storage.getItem(KEEP_KEY) === "yes";
  } catch {
    return false;
  }
}

/** Without the learner's consent nothing is written. What does not fit waits for the next time. */
function saveWaiting(state) {
  state.isFull = state.keep === "unavailable";
  if (!isKept(state.storage)) return;
  if (state.name !== null && writeItem(state, NAME_KEY, () => state.name)) state.name = null;
  for (const [id, attempts] of state.attempts) {
    if (writeItem(state, ATTEMPTS_PREFIX + id, (text) => extendAttempts(text, attempts))) state.attempts.delete(id);
  }
  for (const [id, page] of state.pages) {
    if (writeItem(state, PAGES_PREFIX + id, (text) => replacePage(text, page))) state.pages.delete(id);
  }
  for (const [id, workbook] of state.workbooks) {
    if (writeItem(state, WORKBOOKS_PREFIX + id, (text) => replaceWorkbook(text, workbook))) state.workbooks.delete(id);
  }
}

/** The key is read again right before it is written: another tab may have added to it. */
function writeItem(state, key, change) {
  try {
    const text = change(state.storage.getItem(key));
    if (text === null) return false;
    state.storage.setItem(key, text);
    return true;
  } catch {
    state.isFull = true;
    return false;
  }
}
