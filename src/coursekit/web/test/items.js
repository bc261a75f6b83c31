import { drawAnswer, drawResult } from "../feedback.js";
import { fill, h, html, uniqueId } from "../dom.js";
import { grade, KINDS } from "../grade.js";

/** The questions of a test on the page: answered without a word from us, then locked with everything said. */

/** `start` is an answer from an earlier visit; one that no longer fits the question is passed over. */
export function drawTestItem(question, start, place, total, labels, changed) {
  const kind = KINDS[question.kind];
  const isFitting = start !== undefined && start !== null && !kind.blank(question, start);
  const input = kind.input(question, isFitting ? start : null, labels, changed);
  const name = fill(labels.setCount, { n: place + 1, m: total });
  const legend = html(h("legend"), question.prompt);
  const task = h("p", { class: "task" }, labels[kind.task]);
  const fieldset = h("fieldset", {}, legend, task, h("div", { class: "answer" }, input.el));
  const feedback = h("div", { class: "feedback" });
  const props = { class: "quiz set-item", id: uniqueId("item"), tabindex: -1, "data-question": question.id };
  const el = h("div", { ...props, oninput: changed }, h("p", { class: "small" }, name), fieldset, feedback);
  return { question, kind, name, el, fieldset, feedback, read: input.read };
}

/** A number that does not read as one is no answer yet either. */
export function isAnswered(item) {
  return grade(item.question, item.read()).outcome !== "blank";
}

/** Locks a question and says all there is to say; returns its score. */
export function reviewItem({ question, kind, fieldset, feedback, read }, labels) {
  const response = read();
  const result = grade(question, response);
  const view = { question, kind, labels };
  fieldset.disabled = true;
  const said = result.outcome === "blank" ? drawLeftOpen(question, labels) : drawResult(view, { response }, result);
  const answer = result.score === 1 ? [] : [drawAnswer(view)];
  feedback.replaceChildren(said, ...answer);
  return result.score ?? 0;
}

function drawLeftOpen(question, labels) {
  const outcome = h("p", { class: "outcome" }, labels.testLeftOpen);
  return h("div", { class: "result wrong" }, outcome, html(h("div", { class: "explanation" }), question.explanation));
}
