import { isTooLong } from "./stored.js";

/** What learners wrote in exercises, from two devices. Nothing here knows the kinds of fields. */

/** Text, a list or a mapping in which somebody has written or ticked something. */
export function hasContent(value) {
  if (typeof value === "string") return value.trim() !== "";
  if (typeof value === "object" && value !== null) return Object.values(value).some(hasContent);
  return typeof value === "number" || value === true;
}

/** How many of the fields an exercise has today are filled in. */
export function countFilled(task, workbook) {
  return task.fields.filter((id) => hasContent(workbook?.fields[id])).length;
}

/**
 * Work from a saved copy beside the work on this device. What stands here is never written over: where both
 * have something different, this device keeps its own and `left` counts what stayed in the file. Work that
 * would be too long to be stored stays in the file too.
 */
export function mergeWorkbooks(here, copied) {
  const workbooks = { ...here };
  const sum = { came: 0, leftDifferent: 0, leftTooLong: 0 };
  for (const [id, copy] of Object.entries(copied)) takeWorkbook(workbooks, id, copy, sum);
  const left = ["leftDifferent", "leftTooLong"].map((why) => ({ why, n: sum[why] }));
  return { workbooks, came: sum.came, left: left.filter(({ n }) => n > 0) };
}

function takeWorkbook(workbooks, id, copy, sum) {
  const own = { came: 0, leftDifferent: 0 };
  const merged = mergeWorkbook(workbooks[id], copy, own);
  if (own.came > 0 && isTooLong(merged)) {
    sum.leftTooLong += 1;
    return;
  }
  workbooks[id] = merged;
  sum.came += own.came;
  sum.leftDifferent += own.leftDifferent;
}

function mergeWorkbook(own, copy, sum) {
  const fields = mergeEntries(own?.fields ?? {}, copy.fields, sum);
  const rubric = mergeEntries(own?.rubric ?? {}, copy.rubric ?? {}, sum);
  return { ...copy, ...own, fields, rubric };
}

function mergeEntries(own, copied, sum) {
  const entries = { ...own };
  for (const [id, value] of Object.entries(copied)) {
    if (!hasContent(value) || isSame(own[id], value)) continue;
    const isFree = !hasContent(own[id]);
    sum[isFree ? "came" : "leftDifferent"] += 1;
    if (isFree) entries[id] = value;
  }
  return entries;
}

function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
