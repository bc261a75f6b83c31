import { drawOrderedList } from "../../kinds/ordered-list.js";
import { byId, knownIds } from "../../kinds/score.js";
import { asList, drawGroup, showPlain } from "../parts.js";

/** The learner's order first; what it does not name follows in the order of the task. */
function inOwnOrder({ items }, answer) {
  const own = [...new Set(asList(answer))].map((id) => byId(items, id)).filter(Boolean);
  return [...own, ...items.filter((item) => !own.includes(item))];
}

export const orderField = {
  /** The order of the task is not yet an answer; the first move makes it one. */
  draw(field, answer, { labels }, changed) {
    let isMoved = !orderField.isEmpty(answer);
    const moved = () => {
      isMoved = true;
      changed();
    };
    const list = drawOrderedList(inOwnOrder(field, answer), labels, showPlain, moved);
    return { el: drawGroup(field, list.el), read: () => (isMoved ? list.read() : []) };
  },

  isEmpty: (answer) => asList(answer).length === 0,

  blocks(field, answer, labels) {
    if (knownIds(field.items, answer).length === 0) return [];
    const rows = inOwnOrder(field, answer).map(({ text }, place) => [String(place + 1), text]);
    return [{ table: { head: [labels.wbPlace, field.label], rows } }];
  },
};
