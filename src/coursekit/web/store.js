import { mergeAttempts, mergePages } from "./review.js";
import { ATTEMPTS_PREFIX, KEEP_KEY, PAGES_PREFIX, STORE_PREFIX, extendAttempts, readAttempts, readPage, replacePage } from "./stored.js";

/**
 * The learner's progress: in memory until the learner says Keep, then in storage. `storage` is
 * localStorage or something like it; null where the browser refuses it.
 */
export function openStore(storage) {
  const keep = isKept(storage) ? "yes" : "unknown";
  const state = { storage, keep, attempts: new Map(), pages: new Map(), isFull: false, snapshot: null };
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
    setKeep: (choice) => change(() => setKeep(state, choice)),
    follow: () => change(() => follow(state)),
    subscribe: (listener) => listeners.add(listener),
  };
}

function readState({ storage, keep, attempts, pages, isFull }) {
  const found = readStorage(storage);
  const waiting = [...attempts.values()].flat();
  return {
    keep: found.isBlocked ? "unavailable" : keep,
    attempts: mergeAttempts(found.attempts, waiting),
    pages: { ...found.pages, ...Object.fromEntries(pages) },
    unreadable: found.unreadable,
    notices: noticesOn(found, isFull),
  };
}

/** Storage can be missing or refuse to be read; either way the course works on without it. */
function readStorage(storage) {
  const found = { isBlocked: false, attempts: [], pages: {}, unreadable: {}, problems: [] };
  try {
    for (const key of keysOf(storage)) readItem(found, key, storage.getItem(key));
    return found;
  } catch {
    return { ...found, isBlocked: true };
  }
}

function keysOf(storage) {
  const keys = Array.from({ length: storage.length }, (_, place) => storage.key(place));
  return keys.filter((key) => key.startsWith(STORE_PREFIX)).sort();
}

function readItem(found, key, text) {
  if (key === KEEP_KEY && text === "yes") return;
  if (key.startsWith(ATTEMPTS_PREFIX)) readAttemptsItem(found, key, text);
  else if (key.startsWith(PAGES_PREFIX)) readPageItem(found, key, text);
  else noteProblem(found, key, text, "unreadable");
}

function readAttemptsItem(found, key, text) {
  const { attempts, problem } = readAttempts(text);
  found.attempts = found.attempts.concat(attempts);
  if (problem) noteProblem(found, key, text, problem);
}

function readPageItem(found, key, text) {
  const { page, problem } = readPage(text);
  if (page) found.pages = { ...found.pages, [key.slice(PAGES_PREFIX.length)]: page };
  else noteProblem(found, key, text, problem);
}

function noteProblem(found, key, text, problem) {
  found.unreadable[key] = text;
  found.problems.push(problem);
}

function noticesOn({ isBlocked, problems }, isFull) {
  const count = (problem) => problems.filter((one) => one === problem).length;
  const notices = [
    { key: "storageBlocked", n: Number(isBlocked) },
    { key: "storageFull", n: Number(isFull && !isBlocked) },
    { key: "storageUnreadable", n: count("unreadable") },
    { key: "storageNewer", n: count("newer") },
  ];
  return notices.filter(({ n }) => n > 0);
}

function addAttempts(state, attempts) {
  for (const attempt of attempts) {
    const waiting = state.attempts.get(attempt.question) ?? [];
    state.attempts.set(attempt.question, mergeAttempts(waiting, [attempt]));
  }
  save(state);
}

function setPages(state, pages) {
  for (const [id, page] of Object.entries(pages)) state.pages.set(id, page);
  save(state);
}

/** "unknown" is how things were before the learner was asked: nothing is there any more. */
function setKeep(state, choice) {
  state.keep = choice;
  if (choice === "unknown") erase(state);
  if (choice === "yes" && !write(state, KEEP_KEY, () => "yes")) state.keep = "unavailable";
  save(state);
}

function erase(state) {
  forget(state);
  try {
    for (const key of keysOf(state.storage)) state.storage.removeItem(key);
  } catch {
    // Storage that cannot be reached holds nothing to erase.
  }
}

function forget(state) {
  state.keep = "unknown";
  state.attempts.clear();
  state.pages.clear();
}

/** Another tab has written. What it erased must not come back from here. */
function follow(state) {
  const isKeptNow = isKept(state.storage);
  if (state.keep === "yes" && !isKeptNow) forget(state);
  if (isKeptNow) state.keep = "yes";
  save(state);
}

function isKept(storage) {
  try {
    return storage.getItem(KEEP_KEY) === "yes";
  } catch {
    return false;
  }
}

/** Without the learner's consent nothing is written. What does not fit waits for the next time. */
function save(state) {
  state.isFull = state.keep === "unavailable";
  if (!isKept(state.storage)) return;
  for (const [id, attempts] of state.attempts) {
    if (write(state, ATTEMPTS_PREFIX + id, (text) => extendAttempts(text, attempts))) state.attempts.delete(id);
  }
  for (const [id, page] of state.pages) {
    if (write(state, PAGES_PREFIX + id, (text) => replacePage(text, page))) state.pages.delete(id);
  }
}

/** The key is read again right before it is written: another tab may have added to it. */
function write(state, key, change) {
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
