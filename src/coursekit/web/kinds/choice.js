import { rich } from "../dom.js";
import { drawOptions, tickedIn } from "./options.js";
import { byId, scored } from "./score.js";
import { inShownOrder } from "./shuffle.js";

/** The option of a response that names exactly one known id. */
export function chosenOption(question, response) {
  return Array.isArray(response) && response.length === 1 ? byId(question.options, response[0]) : undefined;
}

export const choiceKind = {
  task: "taskChoice",

  blank: (question, response) => !chosenOption(question, response),

  grade(question, response) {
    const { id, right, says } = chosenOption(question, response);
    return scored(right ? 1 : 0, [{ for: id, right, text: says }]);
  },

  input(question, start) {
    const el = drawOptions("radio", inShownOrder(question, question.options), start ?? []);
    return { el, read: () => tickedIn(el) };
  },

  name: (question, id) => rich(byId(question.options, id).text),

  answer: (question) => question.options.filter((option) => option.right).map((option) => rich(option.text)),
};
