import { mergeAttempts } from "./review.js";

/** What storage and files hold, checked field by field. Nothing here throws, and nothing is believed unseen. */

export const STORE_PREFIX = "coursekit/1/";
export const KEEP_KEY = `${STORE_PREFIX}keep`;
/** The learner's name, as it stands on the certificate. */
export const NAME_KEY = `${STORE_PREFIX}name`;
export const ATTEMPTS_PREFIX = `${STORE_PREFIX}q/`;
export const PAGES_PREFIX = `${STORE_PREFIX}p/`;
export const WORKBOOKS_PREFIX = `${STORE_PREFIX}w/`;
export const LARGEST_EXPORT = 5 * 1024 * 1024;

const STORED_VERSION = 1;
const LONGEST_ID = 200;
const LONGEST_RESPONSE = 20_000;
const LONGEST_ENTRY = 30_000;
/** What is written stays below the first; reading is more patient: earlier versions wrote more. */
export const LONGEST_WORKBOOK = 1_000_000;
const LONGEST_READ_WORKBOOK = 4_000_000;
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/;

const ATTEMPT_FIELDS = {
  v: (value) => value === STORED_VERSION,
  question: isId,
  revision: (value) => Number.isInteger(value) && value >= 1,
  response: isResponse,
  score: (value) => value === null || (typeof value === "number" && value >= 0 && value <= 1),
  sure: (value) => [undefined, null, 1, 2, 3].includes(value),
  hints: (value) => value === undefined || (Number.isInteger(value) && value >= 0),
  at: isTime,
};

const PAGE_FIELDS = {
  v: (value) => value === STORED_VERSION,
  done: (value) => value === null || isTime(value),
  opened: (value) => value === null || isTime(value),
};

const WORKBOOK_FIELDS = {
  v: (value) => value === STORED_VERSION,
  task: isId,
  revision: (value) => Number.isInteger(value) && value >= 1,
  fields: isMappingOfIds,
  rubric: (value) => value === undefined || isMappingOfIds(value),
  at: isTime,
};

export function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isMappingOfIds(value) {
  return isMapping(value) && Object.keys(value).every(isId);
}

/** `__proto__` is no name of ours, and later code may use ids as keys. */
export function isId(value) {
  return typeof value === "string" && value !== "" && value.length <= LONGEST_ID && value !== "__proto__";
}

export function isTime(value) {
  return typeof value === "string" && ISO_TIME.test(value) && !Number.isNaN(Date.parse(value));
}

/** Typed text, a list of ids, or a mapping of ids, and never deeper. */
function isResponse(value) {
  const parts = typeof value === "object" && value !== null ? Object.values(value) : [value];
  const isFlat = parts.every((part) => typeof part === "string" || part === null);
  return value !== null && isFlat && isShort(value, LONGEST_RESPONSE);
}

/** Fields we do not know are kept, but what can be parsed can still be too deep to be written again. */
function isShort(value, longest) {
  try {
    return JSON.stringify(value).length <= longest;
  } catch {
    return false;
  }
}

function hasFields(value, fields, longest = LONGEST_ENTRY) {
  const isFitting = isMapping(value) && Object.entries(fields).every(([name, fits]) => fits(value[name]));
  return isFitting && isShort(value, longest);
}

function isAttempt(value) {
  return hasFields(value, ATTEMPT_FIELDS);
}

function isPage(value) {
  return hasFields(value, PAGE_FIELDS);
}

function isWorkbook(value) {
  return hasFields(value, WORKBOOK_FIELDS, LONGEST_READ_WORKBOOK);
}

/** How long the work on an exercise is where it is stored. */
export function lengthOf(workbook) {
  return JSON.stringify(workbook).length;
}

export function isTooLong(workbook) {
  return lengthOf(workbook) > LONGEST_WORKBOOK;
}

function isNewer(value) {
  return isMapping(value) && Number.isInteger(value.v) && value.v > STORED_VERSION;
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The attempts of one key of the store; `problem` says that some of it could not be read. */
export function readAttempts(text) {
  const list = parseJson(text);
  if (!Array.isArray(list)) return { attempts: [], problem: problemWith(list) };
  const strange = list.filter((item) => !isAttempt(item));
  const problem = strange.length === 0 ? null : problemWith(strange.find(isNewer));
  return { attempts: mergeAttempts(list.filter(isAttempt), []), problem };
}

/** The page of one key of the store. */
export function readPage(text) {
  const page = parseJson(text);
  return isPage(page) ? { page, problem: null } : { page: null, problem: problemWith(page) };
}

/** The work on one exercise, of one key of the store. What its fields hold is checked by the fields themselves. */
export function readWorkbook(text) {
  const workbook = parseJson(text);
  return isWorkbook(workbook) ? { workbook, problem: null } : { workbook: null, problem: problemWith(workbook) };
}

function problemWith(value) {
  return isNewer(value) ? "newer" : "unreadable";
}

/** The text to store with these attempts added, entries we cannot read included; null: leave the text alone. */
export function extendAttempts(text, attempts) {
  const list = text === null ? [] : parseJson(text);
  if (!Array.isArray(list)) return null;
  const strange = list.filter((item) => !isAttempt(item));
  return JSON.stringify([...strange, ...mergeAttempts(list.filter(isAttempt), attempts)]);
}

/** The text to store for a page; null: leave the text alone. */
export function replacePage(text, page) {
  if (text === null) return JSON.stringify(page);
  const old = readPage(text).page;
  return old && JSON.stringify({ ...old, ...page });
}

/** The text to store for the work on an exercise; null: leave the text alone. */
export function replaceWorkbook(text, workbook) {
  if (text === null) return JSON.stringify(workbook);
  const old = readWorkbook(text).workbook;
  return old && JSON.stringify({ ...old, ...workbook });
}

/** A saved copy, as far as it can be read; `left` names what was left out and why. */
export function readExport(text) {
  if (text.length > LARGEST_EXPORT) return nothingBut("leftTooBig");
  const file = parseJson(text);
  if (!isMapping(file) || file.coursekit !== "progress") return nothingBut("leftNotOurs");
  if (isNewer(file)) return nothingBut("leftNewerFile");
  const attempts = sieve(Array.isArray(file.attempts) ? file.attempts : [file.attempts], isAttempt);
  const pages = sieve(isMapping(file.pages) ? Object.entries(file.pages) : [[]], isPageEntry);
  const workbooks = sieve(isMapping(file.workbooks) ? Object.entries(file.workbooks) : [], isWorkbookEntry);
  const left = [
    { why: "leftNewer", n: attempts.newer + pages.newer + workbooks.newer },
    { why: "leftBroken", n: attempts.broken + pages.broken + workbooks.broken },
    { why: "leftUnreadable", n: isMapping(file.unreadable) ? Object.keys(file.unreadable).length : 0 },
  ];
  return {
    attempts: mergeAttempts(attempts.good, []),
    pages: Object.fromEntries(pages.good),
    workbooks: Object.fromEntries(workbooks.good),
    left: left.filter(({ n }) => n > 0),
  };
}

/** A copy of which nothing can be taken in. */
export function nothingBut(why) {
  return { attempts: [], pages: {}, workbooks: {}, left: [{ why, n: 1 }] };
}

function isPageEntry([id, page]) {
  return isId(id) && isPage(page);
}

function isWorkbookEntry([id, workbook]) {
  return isId(id) && isWorkbook(workbook) && workbook.task === id;
}

function sieve(items, fits) {
  const strange = items.filter((item) => !fits(item));
  const newer = strange.filter((item) => isNewer(Array.isArray(item) ? item[1] : item)).length;
  return { good: items.filter(fits), newer, broken: strange.length - newer };
}

/** The text of a saved copy, on lines of its own unless that would make it too big to be brought in again. */
export function writeExport({ attempts, pages, workbooks, unreadable }, at) {
  const copy = { coursekit: "progress", v: STORED_VERSION, at, attempts, pages, workbooks, unreadable };
  const text = JSON.stringify(copy, null, 1);
  return text.length <= LARGEST_EXPORT ? text : JSON.stringify(copy);
}
