/** What learners wrote in exercises, from two devices. Nothing here knows the kinds of fields. */

/** Text, a list or a mapping in which somebody has written or ticked something. */
export function hasContent(value) {
  if (typeof value === "string") return value.trim() !== "";
  if (typeof value === "object" && value !== null) return Object.values(value).some(hasContent);
  return typeof value === "number" || value === true;
}

/**
 * Work from a saved copy beside the work on this device. What stands here is never written over: where both
 * have something different, this device keeps its own and `left` counts what stayed in the file.
 */
export function mergeWorkbooks(here, copied) {
  const workbooks = { ...here };
  const sum = { came: 0, different: 0 };
  for (const [id, copy] of Object.entries(copied)) workbooks[id] = mergeWorkbook(here[id], copy, sum);
  const left = sum.different > 0 ? [{ why: "leftDifferent", n: sum.different }] : [];
  return { workbooks, came: sum.came, left };
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
    sum[isFree ? "came" : "different"] += 1;
    if (isFree) entries[id] = value;
  }
  return entries;
}

function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
