import { ATTEMPTS_PREFIX, KEEP_KEY, NAME_KEY, PAGES_PREFIX, STORE_PREFIX, WORKBOOKS_PREFIX } from "./stored.js";
import { isId, readAttempts, readPage, readWorkbook } from "./stored.js";
import { isLine } from "./line.js";

/** Storage can be missing or refuse to be read; either way the course works on without it. */
export function readStorage(storage) {
  const found = { isBlocked: false, attempts: [], pages: {}, workbooks: {}, name: "", unreadable: {}, problems: [] };
  try {
    for (const key of keysIn(storage)) readItem(found, key, storage.getItem(key));
    return found;
  } catch {
    return { ...found, isBlocked: true };
  }
}

/** Our own keys; other pages of the same address may have theirs. */
export function keysIn(storage) {
  const keys = Array.from({ length: storage.length }, (_, place) => storage.key(place));
  return keys.filter((key) => key.startsWith(STORE_PREFIX)).sort();
}

function readItem(found, key, text) {
  if (key === KEEP_KEY && text === "yes") return;
  if (key === NAME_KEY && isLine(text)) found.name = text;
  else if (key.startsWith(ATTEMPTS_PREFIX)) readAttemptsItem(found, key, text);
  else if (key.startsWith(PAGES_PREFIX)) readPageItem(found, key, text);
  else if (key.startsWith(WORKBOOKS_PREFIX)) readWorkbookItem(found, key, text);
  else noteProblem(found, key, text, "unreadable");
}

function readAttemptsItem(found, key, text) {
  const { attempts, problem } = readAttempts(text);
  found.attempts = found.attempts.concat(attempts);
  if (problem) noteProblem(found, key, text, problem);
}

function readPageItem(found, key, text) {
  const id = key.slice(PAGES_PREFIX.length);
  const { page, problem } = readPage(text);
  if (page && isId(id)) found.pages[id] = page;
  else noteProblem(found, key, text, problem ?? "unreadable");
}

function readWorkbookItem(found, key, text) {
  const { workbook, problem } = readWorkbook(text);
  if (workbook && key === WORKBOOKS_PREFIX + workbook.task) found.workbooks[workbook.task] = workbook;
  else noteProblem(found, key, text, problem ?? "unreadable");
}

function noteProblem(found, key, text, problem) {
  found.unreadable[key] = text;
  found.problems.push(problem);
}

/** What the learner should be told, as keys of labels. */
export function noticesOn({ isBlocked, problems }, isFull) {
  const count = (problem) => problems.filter((one) => one === problem).length;
  const notices = [
    { key: "storageBlocked", n: Number(isBlocked) },
    { key: "storageFull", n: Number(isFull && !isBlocked) },
    { key: "storageUnreadable", n: count("unreadable") },
    { key: "storageNewer", n: count("newer") },
  ];
  return notices.filter(({ n }) => n > 0);
}
