import { fill, h, html } from "./dom.js";

const OUTCOMES = {
  right: { label: "outcomeRight", sign: "✓" },
  partly: { label: "outcomePartly", sign: "◐" },
  nearly: { label: "outcomeNearly", sign: "≈" },
  wrong: { label: "outcomeWrong", sign: "✗" },
  done: { label: "outcomeDone", sign: "" },
};

/** Everything told about an attempt: the outcome first, then each part of it, then the reasoning. */
export function drawResult({ question, kind, labels }, attempt, result) {
  const general = result.says.filter((say) => say.for === null);
  const named = result.says.filter((say) => say.for !== null);
  return h(
    "div",
    { class: `result ${result.outcome}` },
    drawOutcome(result.outcome, labels),
    general.map((say) => drawText(say, labels)),
    drawSays(question, kind, labels, attempt.response, named, result.says.length === 1),
    kind.figure?.(question, attempt.response, labels),
    html(h("div", { class: "explanation" }), question.explanation),
    drawCircumstances(attempt, labels),
  );
}

function drawOutcome(outcome, labels) {
  const { label, sign } = OUTCOMES[outcome];
  return h("p", { class: "outcome" }, sign && drawSign(sign), labels[label]);
}

function drawSign(sign) {
  return h("span", { class: "sign", "aria-hidden": "true" }, sign);
}

function drawText({ text, spelling }, labels) {
  if (spelling) return h("p", { class: "text" }, labels.checkSpelling);
  return text ? html(h("div", { class: "text" }), text) : null;
}

/** A lone part needs no verdict of its own: the outcome above has just said it. */
function drawSays(question, kind, labels, response, says, isLone) {
  if (says.length === 0) return null;
  const rows = says.map((say) => {
    const name = kind.name(question, say.for, response, labels) ?? labels.leftEmpty;
    const verdict = isLone || say.right === null ? null : drawVerdict(say, labels);
    return h("li", {}, h("p", { class: "about" }, verdict, h("strong", {}, name)), drawText(say, labels));
  });
  return h("ul", { class: "says" }, rows);
}

function drawVerdict({ right, word }, labels) {
  const text = labels[word ?? (right ? "itemRight" : "itemWrong")];
  const { sign } = OUTCOMES[right ? "right" : "wrong"];
  return h("span", { class: right ? "verdict right" : "verdict wrong" }, drawSign(sign), `${text}: `);
}

function drawCircumstances({ sure, hints }, labels) {
  const lines = [];
  if (sure) lines.push(fill(labels.sureSaid, { sure: labels[`sure${sure}`] }));
  if (hints) lines.push(fill(labels.hintsUsed, { n: hints }));
  return lines.length > 0 && h("p", { class: "small" }, lines.join(" "));
}

/** The right answer on request. */
export function drawAnswer({ question, kind, labels }) {
  const parts = kind.answer(question, labels).map((part) => h("li", {}, part));
  const list = h(question.kind === "ordering" ? "ol" : "ul", {}, parts);
  return h("div", { class: "right-answer" }, h("p", { class: "about" }, h("strong", {}, labels.theAnswer)), list);
}
