import { fill, h, rich } from "../dom.js";
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

function drawOrderedItem(item, labels, move) {
  const text = rich(item.text);
  const row = h("li", { "data-item": item.id }, text);
  const arrow = (up, sign) => {
    const name = fill(up ? labels.moveUp : labels.moveDown, { item: text.textContent.trim() });
    return h("button", { type: "button", class: "arrow", "aria-label": name, onclick: () => move(row, up) }, sign);
  };
  row.append(h("span", { class: "arrows" }, arrow(true, "↑"), arrow(false, "↓")));
  return row;
}

/** Moves the neighbour past the row, not the row: an element that is moved loses the focus. */
function moveRow(row, up) {
  if (up) row.after(row.previousElementSibling);
  else row.before(row.nextElementSibling);
}

function dimEnds(list) {
  for (const row of list.children) {
    const [up, down] = row.querySelectorAll("button");
    up.setAttribute("aria-disabled", row === list.firstElementChild);
    down.setAttribute("aria-disabled", row === list.lastElementChild);
  }
}

function announcePlace(list, row, announcer, labels) {
  const rows = [...list.children];
  const item = row.querySelector(".rich").textContent.trim();
  announcer.textContent = fill(labels.movedTo, { item, n: rows.indexOf(row) + 1, m: rows.length });
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
    let moved = start !== null;
    const announcer = h("span", { class: "only-read", role: "status" });
    const list = h("ol", { class: "ordering" });
    const move = (row, up) => {
      if (!(up ? row.previousElementSibling : row.nextElementSibling)) return;
      moved = true;
      moveRow(row, up);
      dimEnds(list);
      announcePlace(list, row, announcer, labels);
      changed();
    };
    const items = start ? start.map((id) => byId(question.items, id)) : mixedOrder(question);
    list.append(...items.map((item) => drawOrderedItem(item, labels, move)));
    dimEnds(list);
    const read = () => (moved ? [...list.children].map((row) => row.dataset.item) : null);
    return { el: h("div", {}, list, announcer), read };
  },

  name: (question, id) => rich(byId(question.items, id).text),

  answer: ({ items }) => items.map((item) => rich(item.text)),
};
