import { rich } from "../dom.js";
import { drawOrderedList } from "./ordered-list.js";
import { byId, knownIds, scored, shareOf } from "./score.js";
import { shuffled } from "./shuffle.js";

/** A mixed order that is never the right one. */
function mixedOrder({ id, items }) {
  const order = shuffled(items, id);
  const isSolved = order.every((item, place) => item === items[place]);
  return isSolved ? [...order.slice(1), order[0]] : order;
}

function outcomeText({ says }, score) {
  if (score === 1) return says.right;
  return score > 0 ? says.partly : says.wrong;
}

export const orderingKind = {
  task: "taskOrdering",

  blank: ({ items }, response) => knownIds(items, response).length < items.length || response.length > items.length,

  grade(question, response) {
    const isRight = (item) => response[question.items.indexOf(item)] === item.id;
    const score = shareOf(question.items, isRight);
    const outcome = { for: null, right: score === 1, text: outcomeText(question, score) };
    const items = question.items.map((item) => ({ for: item.id, right: isRight(item), text: item.says }));
    return scored(score, [outcome, ...items]);
  },

  /** Nothing is read until something was moved: the order we mixed is not an answer. */
  input(question, start, labels, changed) {
    let isMoved = start !== null;
    const items = start ? start.map((id) => byId(question.items, id)) : mixedOrder(question);
    const moved = () => {
      isMoved = true;
      changed();
    };
    const list = drawOrderedList(items, labels, (item) => rich(item.text), moved);
    return { el: list.el, read: () => (isMoved ? list.read() : null) };
  },

  name: (question, id) => rich(byId(question.items, id).text),

  answer: ({ items }) => items.map((item) => rich(item.text)),
};
