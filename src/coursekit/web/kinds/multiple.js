import { choiceKind } from "./choice.js";
import { drawOptions, tickedIn } from "./options.js";
import { knownIds, scored } from "./score.js";
import { inShownOrder } from "./shuffle.js";

function tickWord(right, ticked) {
  if (right) return ticked ? "itemRight" : "itemMissed";
  return ticked ? "itemExtra" : "itemLeft";
}

export const multipleKind = {
  ...choiceKind,
  task: "taskMultiple",

  blank: (question, response) => knownIds(question.options, response).length === 0,

  /** A wrong tick takes away what a right one gives, so ticking everything earns nothing. */
  grade({ options }, response) {
    const ticked = knownIds(options, response);
    const rightOnes = options.filter((option) => option.right);
    const hits = rightOnes.filter((option) => ticked.includes(option.id)).length;
    const says = options.map(({ id, right, says: text }) => {
      const isTicked = ticked.includes(id);
      return { for: id, right: right === isTicked, text, word: tickWord(right, isTicked) };
    });
    return scored(Math.max(0, hits - (ticked.length - hits)) / rightOnes.length, says);
  },

  input(question, start) {
    const el = drawOptions("checkbox", inShownOrder(question, question.options), start ?? []);
    return { el, read: () => tickedIn(el) };
  },
};
