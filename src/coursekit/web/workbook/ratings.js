import { fill, h, setText } from "../dom.js";
import { pageLang } from "../read-page.js";
import { drawOptions, tickedIn } from "../kinds/options.js";
import { showSum } from "./cells.js";
import { SCALE, judgeRatings, knownRatings, pointsOf } from "./judge.js";
import { drawLevels } from "./rubric.js";

/** A line of radio buttons for each criterion. */
export function drawRatings(criteria, answer, labels) {
  const start = knownRatings(criteria, answer);
  const rows = criteria.map((criterion) => drawRating(criterion, start[criterion.id], labels));
  const el = h("div", { class: "ratings" }, rows.map((row) => row.el));
  const entries = () => rows.map(({ id, read }) => [id, read()]).filter(([, value]) => value !== null);
  return { el, read: () => Object.fromEntries(entries()) };
}

function drawRating(criterion, value, labels) {
  const scale = SCALE.map((step) => ({ id: String(step), text: labels[`wbRate${step}`] }));
  const show = (step) => h("span", { class: "step-of-scale" }, h("strong", {}, step.id), " ", step.text);
  const options = drawOptions("radio", scale, [String(value)], show);
  const read = () => tickedIn(options).map(Number)[0] ?? null;
  const levels = drawLevels(criterion, labels);
  const points = drawPoints(criterion, read, labels);
  const parts = [drawRatingName(criterion, labels), levels, options, points?.el];
  const el = h("fieldset", { class: "rating", "aria-describedby": levels?.id }, parts);
  if (points) el.addEventListener("change", points.update);
  return { id: criterion.id, el, read };
}

function drawRatingName({ text, star, points }, labels) {
  const worth = points && [" ", h("span", { class: "points" }, fill(labels.wbPointsOf, { n: points }))];
  return h("legend", {}, text, star && [" ", drawStar(labels)], worth);
}

function drawStar(labels) {
  const sign = h("span", { "aria-hidden": "true" }, "★");
  return h("span", { class: "star" }, sign, h("span", { class: "only-read" }, labels.wbStar));
}

/** What the rating is worth; quiet, as the total below tells the same for all. */
function drawPoints(criterion, read, labels) {
  if (!criterion.points) return null;
  const el = h("p", { class: "reached" });
  const update = () => setText(el, read() === null ? "" : sayPoints(criterion, read(), labels));
  update();
  return { el, update };
}

function sayPoints(criterion, rating, labels) {
  return fill(labels.wbPointsReached, { n: showSum(pointsOf(criterion, rating)), m: criterion.points });
}

export function ratingsTable(criteria, answer, labels) {
  const ratings = knownRatings(criteria, answer);
  const hasPoints = criteria.some(({ points }) => points);
  const rows = criteria.map((criterion) => {
    const { id, text, star } = criterion;
    const value = ratings[id];
    const shown = value === undefined ? "" : fill(labels.wbRated, { n: value, text: labels[`wbRate${value}`] });
    const reached = hasPoints && (value === undefined ? fill(labels.wbPointsOf, { n: criterion.points }) : sayPoints(criterion, value, labels));
    return [star ? `${text} ★` : text, shown, ...(hasPoints ? [reached] : [])];
  });
  const head = [labels.wbCriterion, labels.wbRating, ...(hasPoints ? [labels.wbPoints] : [])];
  return { table: { head, rows } };
}

/** What all ratings together come to, in words: nothing before the first, no verdict before the last. */
export function sayVerdict({ rubric, points }, answer, labels) {
  const judged = judgeRatings(rubric, answer, points);
  if (judged.n === 0) return { text: "", passed: null };
  const key = `wb${points ? "Points" : "Average"}-${verdictOf(judged)}`;
  const shown = points ? { ...points, reached: showSum(judged.reached) } : { average: showAverage(judged.average) };
  const values = { ...shown, n: judged.n, m: rubric.length, stars: judged.starsAtZero.join("; ") };
  return { text: fill(labels[key], values), passed: judged.passed };
}

function showAverage(average) {
  const lang = pageLang();
  return new Intl.NumberFormat(lang, { minimumFractionDigits: 1 }).format(average);
}

function verdictOf({ passed, distinguished, starsAtZero }) {
  if (passed === null) return "open";
  if (distinguished) return "distinction";
  if (passed) return "passed";
  return starsAtZero.length > 0 ? "star" : "not";
}
