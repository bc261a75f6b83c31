import { h, rich } from "../dom.js";
import { drawOptions, tickedIn } from "./options.js";
import { byId, entered, scored } from "./score.js";
import { inShownOrder } from "./shuffle.js";

const VERDICTS = ["true", "false"];

function chosenReason(question, response) {
  return byId(question.reasons, entered(response, "reason"));
}

function drawVerdicts(start, labels) {
  const texts = { true: labels.verdictTrue, false: labels.verdictFalse };
  const options = VERDICTS.map((id) => ({ id, text: texts[id] }));
  return drawOptions("radio", options, [entered(start, "verdict")], (option) => h("span", {}, option.text));
}

export const trueFalseKind = {
  task: "taskTrueFalse",

  blank(question, response) {
    return !VERDICTS.includes(entered(response, "verdict")) || !chosenReason(question, response);
  },

  /** A right reason does not save a wrong verdict. */
  grade(question, response) {
    const verdictRight = response.verdict === String(question.answer);
    const reason = chosenReason(question, response);
    const score = (verdictRight ? 0.5 : 0) + (verdictRight && reason.right ? 0.5 : 0);
    return scored(score, [
      { for: null, right: verdictRight, text: question.says[response.verdict] },
      { for: reason.id, right: reason.right, text: reason.says },
    ]);
  },

  input(question, start, labels) {
    const verdicts = drawVerdicts(start, labels);
    const reasons = drawOptions("radio", inShownOrder(question, question.reasons), [entered(start, "reason")]);
    const why = h("fieldset", {}, h("legend", {}, labels.why), reasons);
    const el = h("div", { class: "true-false" }, verdicts, why);
    return { el, read: () => ({ verdict: tickedIn(verdicts)[0], reason: tickedIn(reasons)[0] }) };
  },

  name: (question, id) => rich(byId(question.reasons, id).text),

  answer(question, labels) {
    const reasons = question.reasons.filter((reason) => reason.right).map((reason) => rich(reason.text));
    return [question.answer ? labels.verdictTrue : labels.verdictFalse, ...reasons];
  },
};
