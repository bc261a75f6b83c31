import { mergeAttempts } from "../review.js";

/** What stored results say. A result is an attempt whose response maps the ids of questions to their scores. */

export const TEST_PREFIX = "test.";
/** With fewer questions than this, chance says more about one objective than knowledge does. */
const ENOUGH_FOR_OBJECTIVE = 3;

export function isTestResult({ question }) {
  return question.startsWith(TEST_PREFIX);
}

/** The result as it is stored, of the scores by question. */
export function resultAttempt(test, scores, at) {
  const response = Object.fromEntries(Object.entries(scores).map(([id, score]) => [id, String(rounded(score, 2))]));
  const values = Object.values(response).map(Number);
  const score = rounded(addUp(values) / values.length, 4);
  return { v: 1, question: TEST_PREFIX + test.id, revision: 1, response, score, at, hints: 0 };
}

function rounded(value, digits) {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

function addUp(values) {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The usable results of one test, oldest first: {at, form, scores, response}; `form` is -1 where there are no forms. */
export function resultsOf(test, attempts) {
  const own = attempts.filter(({ question }) => question === TEST_PREFIX + test.id);
  return mergeAttempts(own, []).map((attempt) => readResult(test, attempt)).filter(Boolean);
}

/** Questions that the course no longer has are passed over; with less than half of a form there is no result. */
function readResult({ items, forms }, { at, response }) {
  const known = Object.keys(items).filter((id) => scoreIn(response, id) !== null);
  const counts = (forms ?? []).map((form) => known.filter((id) => form.includes(id)).length);
  const form = counts.findIndex((count, place) => count > 0 && count >= forms[place].length / 2);
  const ids = forms ? known.filter((id) => forms[form]?.includes(id)) : known;
  if (ids.length === 0) return null;
  return { at, form, response, scores: Object.fromEntries(ids.map((id) => [id, scoreIn(response, id)])) };
}

function scoreIn(response, id) {
  const isThere = typeof response === "object" && response !== null && Object.hasOwn(response, id);
  const text = isThere ? response[id] : null;
  return typeof text === "string" && /^(0|1|0\.\d{1,4})$/.test(text) ? Number(text) : null;
}

/** {n, right, share}, of the whole and of each objective; a share of 1 is full marks. */
export function summarise({ items, objectives }, scores) {
  const ids = Object.keys(scores);
  const rows = Object.entries(objectives).map(([id, text]) => {
    return { id, text, ...sumUp(scores, ids.filter((item) => items[item] === id)) };
  });
  return { ...sumUp(scores, ids), objectives: rows.filter((row) => row.n > 0) };
}

function sumUp(scores, ids) {
  const values = ids.map((id) => scores[id]);
  const right = values.filter((value) => value === 1).length;
  return { n: ids.length, right, share: ids.length > 0 ? addUp(values) / ids.length : null };
}

export function hasFewItems({ objectives }) {
  return objectives.some(({ n }) => n < ENOUGH_FOR_OBJECTIVE);
}

export function isPassed(test, share) {
  return share * 100 >= test.pass - 1e-9;
}

/**
 * The results that show what was learned: the first one before, and the first one after it on another form.
 * Later ones have seen the answers. null: there is nothing to compare.
 */
export function pairOf(earlier, test, attempts) {
  const [before] = resultsOf(earlier, attempts);
  if (!before) return null;
  const isLater = ({ at, form }) => Date.parse(at) > Date.parse(before.at) && form !== before.form;
  const after = resultsOf(test, attempts).find(isLater);
  return after ? { before, after } : null;
}

/** Both results of a pair as sums, and the objectives that are in both. */
export function compare(earlier, test, pair) {
  const [before, after] = [summarise(earlier, pair.before.scores), summarise(test, pair.after.scores)];
  const objectives = after.objectives.flatMap((row) => {
    const same = before.objectives.find(({ id }) => id === row.id);
    return same ? [{ id: row.id, text: row.text, before: same, after: row }] : [];
  });
  return { before, after, objectives };
}

/** Per cent, as it is told. */
export function perCent(share) {
  return Math.round(share * 100);
}
