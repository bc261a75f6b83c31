import { fill, h } from "../dom.js";
import { drawShare } from "../my-parts.js";
import { compare, hasFewItems, isPassed, perCent } from "./scores.js";

/** Results in words and small bars, after a test and on My course. */

export function sayScore({ right, n, share }, labels) {
  return fill(labels.testScore, { right, n, percent: perCent(share) });
}

export function sayPassed(test, share, labels) {
  if (!test.pass) return null;
  return fill(isPassed(test, share) ? labels.testPassed : labels.testNotYet, { pass: test.pass });
}

export function drawObjectives(sums, labels) {
  const rows = sums.objectives.map(({ text, right, n }) => {
    return h("li", {}, h("p", {}, text), drawShare(right, n, fill(labels.testRight, { right, n })));
  });
  const few = hasFewItems(sums) && h("p", { class: "small" }, labels.testFewItems);
  return [h("p", { class: "about" }, labels.testByObjective), h("ul", { class: "objectives" }, rows), few];
}

/** Before and after, as a whole and for each objective. */
export function drawGain(earlier, test, pair, labels) {
  const sums = compare(earlier, test, pair);
  const [from, to] = [perCent(sums.before.share), perCent(sums.after.share)];
  const rows = sums.objectives.map((row) => h("li", {}, h("p", {}, row.text), drawBothShares(row, labels)));
  const gain = (to > from && labels.testGain) || (to < from ? labels.testLoss : labels.testNoGain);
  return h(
    "div",
    { class: "gain" },
    h("p", {}, fill(gain, { from, to, points: Math.abs(to - from) })),
    h("ul", { class: "objectives" }, rows),
    hasFewItems(sums.after) && h("p", { class: "small" }, labels.testFewItems),
    h("p", { class: "small" }, labels.testGainAbout),
  );
}

function drawBothShares({ before, after }, labels) {
  return [
    drawShare(before.right, before.n, fill(labels.testBefore, before)),
    drawShare(after.right, after.n, fill(labels.testAfter, after)),
  ];
}
