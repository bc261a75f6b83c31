import { fill, h } from "../dom.js";
import { draw, drawNumber, drawToolResult, numberText } from "./parts.js";

/** 19 samples in 20 lie within this many standard errors. */
const WIDTH_95 = 1.96;

/**
 * What two surveys of `people` each can tell about a share that goes from `before` to `after` (per cent): the
 * margins of both and of the difference (percentage points), and whether the difference is larger than its margin.
 */
export function compareSurveys(people, before, after) {
  const [spreadBefore, spreadAfter] = [spread(people, before), spread(people, after)];
  const difference = after - before;
  const marginOfDifference = WIDTH_95 * Math.hypot(spreadBefore, spreadAfter);
  return {
    before: WIDTH_95 * spreadBefore,
    after: WIDTH_95 * spreadAfter,
    difference,
    margin: marginOfDifference,
    isClear: Math.abs(difference) > marginOfDifference,
  };
}

/** The standard error of a share in per cent, of a random sample. */
export function spread(people, share) {
  return Math.sqrt((share * (100 - share)) / people);
}

/** How many people each survey would need to tell this difference from chance; null if there is none. */
export function peopleNeeded(before, after) {
  if (before === after) return null;
  const variance = before * (100 - before) + after * (100 - after);
  return Math.ceil((WIDTH_95 ** 2 * variance) / (after - before) ** 2 + 1e-9);
}

export function drawSampleSize({ tool, labels, lang }) {
  const changed = () => update();
  const people = drawNumber(labels.toolPeople, tool.people, "", changed);
  const before = drawNumber(labels.toolBefore, tool.before, "%", changed);
  const after = drawNumber(labels.toolAfter, tool.after, "%", changed);
  const [result, picture] = [drawToolResult(), h("div", { class: "picture" })];
  const update = () => show({ people: people.read(), before: before.read(), after: after.read() });
  const show = (given) => {
    const problem = problemWithInputs(given);
    picture.replaceChildren(problem ? "" : drawCurves(given, labels, lang));
    result.replaceChildren(...(problem ? [h("p", {}, labels[problem])] : sentences(given, labels, lang)));
  };
  update();
  return h("div", {}, h("div", { class: "inputs" }, people.el, before.el, after.el), picture, result);
}

function problemWithInputs({ people, before, after }) {
  if ([people, before, after].includes(undefined)) return "toolFillAll";
  if (people < 1) return "toolPeopleWrong";
  return [before, after].every((share) => share >= 0 && share <= 100) ? null : "toolShareWrong";
}

function sentences({ people, before, after }, labels, lang) {
  const found = compareSurveys(people, before, after);
  const show = (value) => numberText(Math.abs(value), lang, 1);
  const values = { a: show(before), b: show(after), am: show(found.before), bm: show(found.after) };
  const verdict = found.isClear ? labels.toolClear : labels.toolNotClear;
  const needed = found.isClear ? null : peopleNeeded(before, after);
  return [
    h("p", {}, fill(labels.toolMargins, values)),
    h("p", { class: "verdict" }, fill(verdict, { d: show(found.difference), m: show(found.margin) })),
    needed && h("p", {}, fill(labels.toolNeeded, { n: numberText(needed, lang) })),
    needed && people < 30 ? h("p", {}, labels.toolVerySmall) : null,
  ].filter(Boolean);
}

const [CURVES_WIDE, CURVES_HIGH, CURVES_LEFT] = [360, 150, 20];

/** Two hills: where the result of such a survey would fall, if it were made again and again. */
function drawCurves({ people, before, after }, labels, lang) {
  const x = (share) => CURVES_LEFT + (share / 100) * (CURVES_WIDE - 2 * CURVES_LEFT);
  const spreads = [before, after].map((share) => Math.max(spread(people, share), 0.4));
  const highest = Math.max(...spreads.map((one) => 1 / one));
  const hills = [before, after].map((share, n) => {
    const top = (1 / spreads[n] / highest) * (CURVES_HIGH - 60);
    return draw("path", { class: n ? "after" : "before", d: hill(share, spreads[n], top, x) });
  });
  const ticks = [0, 25, 50, 75, 100].map((share) =>
    draw("text", { x: x(share), y: CURVES_HIGH - 6, "text-anchor": "middle" }, `${share}%`),
  );
  const names = [drawCurveName(labels.toolBeforeShort, x(before), before > after), drawCurveName(labels.toolAfterShort, x(after), after >= before)];
  const base = draw("line", { class: "base", x1: CURVES_LEFT, x2: CURVES_WIDE - CURVES_LEFT, y1: CURVES_HIGH - 24, y2: CURVES_HIGH - 24 });
  const text = fill(labels.toolCurves, { a: numberText(before, lang, 1), b: numberText(after, lang, 1) });
  return draw("svg", { viewBox: `0 0 ${CURVES_WIDE} ${CURVES_HIGH}`, role: "img", "aria-label": text }, base, hills, ticks, names);
}

function drawCurveName(name, x, isRight) {
  const place = Math.min(Math.max(x + (isRight ? 4 : -4), 60), CURVES_WIDE - 60);
  return draw("text", { class: "name", x: place, y: 16, "text-anchor": isRight ? "start" : "end" }, name);
}

function hill(share, width, top, x) {
  const steps = Array.from({ length: 61 }, (_, n) => share + ((n - 30) / 30) * 3.5 * width);
  const points = steps
    .filter((at) => at >= 0 && at <= 100)
    .map((at) => `${x(at).toFixed(1)},${(CURVES_HIGH - 24 - top * Math.exp(-(((at - share) / width) ** 2) / 2)).toFixed(1)}`);
  const ends = [x(Math.max(share - 3.5 * width, 0)), x(Math.min(share + 3.5 * width, 100))];
  return `M${ends[0].toFixed(1)},${CURVES_HIGH - 24}L${points.join("L")}L${ends[1].toFixed(1)},${CURVES_HIGH - 24}Z`;
}
