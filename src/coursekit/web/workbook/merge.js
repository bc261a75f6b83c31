import { hasContent } from "../workbooks.js";
import { FIELDS } from "./fields.js";

/** Two people's answers to the same task as one. Pure; nothing anybody wrote is lost without being asked. */

/** The parts of a consent belong together: a yes made of two halves is no yes. */
const WHOLE_KINDS = ["consent", "order"];
const JOINED_KINDS = ["text", "long-text", "choices", "checklist", "grid", "message", "correction"];
const LONG_KINDS = ["long-text", "grid", "message", "correction"];

/**
 * The answers with what only one side has, and the conflicts, where mine stands until the learner chooses:
 * {field, path, mine, theirs}; `path` leads to a cell inside the answer, `field` is null for the rubric.
 */
export function mergeAnswers(mine, theirs, fields = []) {
  const known = new Map(fields.map((field) => [field.id, field]));
  const conflicts = [];
  const mergeOne = (id) => {
    const found = mergeValue(known.get(id) ?? {}, [], mine.fields[id], theirs.fields[id]);
    conflicts.push(...found.conflicts.map((conflict) => ({ field: id, ...conflict })));
    return [id, found.value];
  };
  const merged = Object.fromEntries(keysOf(mine.fields, theirs.fields).map(mergeOne));
  const rubric = mergeValue({}, [], mine.rubric ?? {}, theirs.rubric ?? {});
  conflicts.push(...rubric.conflicts.map((conflict) => ({ field: null, ...conflict })));
  return { fields: merged, rubric: rubric.value, conflicts };
}

function keysOf(a, b) {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}

function mergeValue(field, path, mine, theirs) {
  if (!hasContent(theirs) || isAlike(mine, theirs)) return { value: mine ?? theirs, conflicts: [] };
  if (!hasContent(mine)) return { value: theirs, conflicts: [] };
  if (FIELDS[field.kind]?.merge) return FIELDS[field.kind].merge(mine, theirs);
  if (WHOLE_KINDS.includes(field.kind)) return { value: mine, conflicts: [{ path, mine, theirs }] };
  if (isRows(mine) && isRows(theirs)) return mergeRows(field, path, mine, theirs);
  if (isBranch(mine) && isBranch(theirs)) return mergeParts(field, path, mine, theirs);
  return { value: mine, conflicts: [{ path, mine, theirs }] };
}

/** Rows with fixed labels are merged one by one; rows the learners added themselves are all kept, equal ones once. */
function mergeRows(field, path, mine, theirs) {
  if (field.rows?.length) return mergeFixedRows(field, path, mine, theirs);
  const added = theirs.filter((row) => hasContent(row) && !mine.some((own) => isAlike(own, row)));
  return { value: [...mine.filter((row) => hasContent(row)), ...added], conflicts: [] };
}

function mergeFixedRows(field, path, mine, theirs) {
  const longer = mine.length >= theirs.length ? mine : theirs;
  const found = longer.map((_, place) => mergeValue(field, [...path, place], mine[place] ?? {}, theirs[place] ?? {}));
  return { value: found.map(({ value }) => value), conflicts: found.flatMap(({ conflicts }) => conflicts) };
}

function mergeParts(field, path, mine, theirs) {
  const found = keysOf(mine, theirs).map((key) => [key, mergeValue(field, [...path, key], mine[key], theirs[key])]);
  const value = Object.fromEntries(found.map(([key, part]) => [key, part.value]));
  return { value, conflicts: found.flatMap(([, part]) => part.conflicts) };
}

function isBranch(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isRows(value) {
  return Array.isArray(value) && value.every(isBranch);
}

/** Spaces at the ends and empty parts make no difference. */
function isAlike(a, b) {
  if (!hasContent(a) && !hasContent(b)) return true;
  if (typeof a === "string" && typeof b === "string") return a.trim() === b.trim();
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  return Array.isArray(a) === Array.isArray(b) && keysOf(a, b).every((key) => isAlike(a[key], b[key]));
}

/** Whether both sides of a conflict can stand together: two texts and two votes can, two numbers cannot. */
export function canKeepBoth(field, { path }) {
  if (FIELDS[field?.kind]?.both) return true;
  const column = field?.columns?.find(({ id }) => id === path.at(-1));
  return field?.kind === "table" ? column?.kind === "text" : JOINED_KINDS.includes(field?.kind);
}

/** The answers after a choice between "mine", "theirs" and "both"; mine is what stands there now. */
export function settleConflict(answers, field, conflict, choice) {
  const path = conflict.field === null ? ["rubric", ...conflict.path] : ["fields", conflict.field, ...conflict.path];
  if (choice === "mine") return answers;
  const now = path.reduce((value, key) => value?.[key], answers);
  return putAt(answers, path, choice === "theirs" ? conflict.theirs : bothOf(field, now, conflict.theirs));
}

function bothOf(field, mine, theirs) {
  if (!hasContent(mine)) return theirs;
  if (FIELDS[field.kind]?.both) return FIELDS[field.kind].both(mine, theirs);
  if (Array.isArray(mine)) return [...new Set([...mine, ...theirs])];
  return `${mine}${LONG_KINDS.includes(field.kind) ? "\n\n" : "; "}${theirs}`;
}

function putAt(value, [key, ...rest], leaf) {
  if (key === undefined) return leaf;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[key] = putAt(copy[key], rest, leaf);
  return copy;
}
