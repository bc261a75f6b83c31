import { conditionsOf } from "./diploma.js";
import { fill, h, html } from "./dom.js";
import { pageLang } from "./read-page.js";
import { drawSection } from "./my-parts.js";

/** What the certificate asks for, as a calm list: what is there, and where to go on. */
export function drawDiploma(view) {
  const { catalogue, labels, certificate } = view;
  const { diploma } = catalogue;
  if (!diploma) return "";
  const conditions = conditionsOf(catalogue, view);
  const met = conditions.filter(({ isMet }) => isMet).length;
  const items = conditions.map((condition) => drawCondition(condition, diploma, labels));
  return drawSection(
    diploma.title,
    html(h("p", { class: "small" }), diploma.intro),
    h("p", {}, fill(labels.myConditionsMet, { n: met, m: conditions.length })),
    h("ul", { class: "pages conditions" }, items),
    h("p", { class: "small" }, fill(labels.myAttendance, { n: diploma.attendance })),
    drawDistinction(diploma, labels),
    certificate.show(conditions, conditions.map((condition) => sayCondition(condition, diploma, labels))),
  );
}

function drawCondition(condition, diploma, labels) {
  const sign = h("span", { class: "sign", "aria-hidden": "true" }, condition.isMet ? "✓" : "");
  const state = condition.isMet ? labels.myConditionDone : labels.myConditionOpen;
  const title = h("p", {}, sayCondition(condition, diploma, labels), " ", h("span", { class: "small" }, state));
  return h("li", {}, sign, h("div", {}, title, drawOpen(condition, labels)));
}

/** What each condition says: what is asked, and how far it is. */
function sayCondition(condition, diploma, labels) {
  const { points } = diploma.capstone ?? {};
  const asked = {
    pages: diploma.pages.share,
    quizzes: diploma.quizzes.pass,
    test: diploma.test,
    exercises: oneDecimal(diploma.exercises.average),
    capstone: points?.pass,
  };
  const values = { n: condition.n, m: condition.m, asked: asked[condition.name], total: points?.total };
  return [fill(labels[`myCondition-${condition.name}`], values), saySoFar(condition, labels)].filter(Boolean).join(" ");
}

function saySoFar({ mean, reached }, labels) {
  if (typeof mean === "number") return fill(labels.myConditionMean, { n: oneDecimal(mean) });
  return typeof reached === "number" ? fill(labels.myConditionPoints, { n: oneDecimal(reached, 0) }) : "";
}

function drawOpen({ open }, labels) {
  if (open.length === 0) return null;
  if (open.length === 1) return h("p", { class: "small" }, drawOpenLink(open[0]));
  const summary = h("summary", {}, fill(labels.myConditionLeft, { n: open.length }));
  return h("details", {}, summary, h("ul", {}, open.map((one) => h("li", {}, drawOpenLink(one)))));
}

function drawOpenLink({ title, url }) {
  return h("a", { href: url }, title);
}

function drawDistinction({ capstone, distinction }, labels) {
  if (!capstone?.points?.distinction) return null;
  const text = fill(labels.myDistinction, { n: capstone.points.distinction, m: capstone.points.total });
  return h("p", { class: "small" }, `${text} `, html(h("span"), distinction));
}

/** A number as the language of the page writes it. */
function oneDecimal(value, least = 1) {
  const digits = { minimumFractionDigits: least, maximumFractionDigits: 1 };
  return value.toLocaleString(pageLang(), digits);
}
