import { fill, h } from "../dom.js";
import { drawOptions, tickedIn } from "../kinds/options.js";
import { asMapping } from "./parts.js";

/** The scale every rubric of the course uses. */
const SCALE = [0, 1, 2, 3];
const NEEDED_AVERAGE = 2;

/** A line of radio buttons for each criterion. */
export function drawRatings(criteria, answer, labels) {
  const start = knownRatings(criteria, answer);
  const rows = criteria.map((criterion) => drawRating(criterion, start[criterion.id], labels));
  const el = h("div", { class: "ratings" }, rows.map((row) => row.el));
  const entries = () => rows.map(({ id, read }) => [id, read()]).filter(([, value]) => value !== null);
  return { el, read: () => Object.fromEntries(entries()) };
}

function drawRating({ id, text, star }, value, labels) {
  const scale = SCALE.map((step) => ({ id: String(step), text: labels[`wbRate${step}`] }));
  const show = (step) => h("span", { class: "step-of-scale" }, h("strong", {}, step.id), " ", step.text);
  const options = drawOptions("radio", scale, [String(value)], show);
  const legend = h("legend", {}, text, star && [" ", drawStar(labels)]);
  const read = () => tickedIn(options).map(Number)[0] ?? null;
  return { id, el: h("fieldset", { class: "rating" }, legend, options), read };
}

function drawStar(labels) {
  const sign = h("span", { "aria-hidden": "true" }, "★");
  return h("span", { class: "star" }, sign, h("span", { class: "only-read" }, labels.wbStar));
}

/** The ratings of criteria there are, and only steps of the scale. */
export function knownRatings(criteria, answer) {
  const given = asMapping(answer);
  const rated = criteria.filter(({ id }) => Object.hasOwn(given, id) && SCALE.includes(given[id]));
  return Object.fromEntries(rated.map(({ id }) => [id, given[id]]));
}

/** Passed with an average of 2 and no 0 at a star; null as long as something is not rated. */
export function judgeRatings(criteria, answer) {
  const ratings = knownRatings(criteria, answer);
  const values = Object.values(ratings);
  const average = values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
  const starsAtZero = criteria.filter(({ id, star }) => star && ratings[id] === 0).map(({ text }) => text);
  const isWhole = values.length === criteria.length && values.length > 0;
  const passed = isWhole ? average >= NEEDED_AVERAGE && starsAtZero.length === 0 : null;
  return { n: values.length, average: Math.round(average * 10) / 10, starsAtZero, passed };
}

export function ratingsTable(criteria, answer, labels) {
  const ratings = knownRatings(criteria, answer);
  const rows = criteria.map(({ id, text, star }) => {
    const value = ratings[id];
    const shown = value === undefined ? "" : fill(labels.wbRated, { n: value, text: labels[`wbRate${value}`] });
    return [star ? `${text} ★` : text, shown];
  });
  return { table: { head: [labels.wbCriterion, labels.wbRating], rows } };
}
