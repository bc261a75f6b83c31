import { h, rich, uniqueId } from "../dom.js";
import { drawOptions, tickedIn } from "./options.js";
import { byId, entered, scored, shareOf } from "./score.js";
import { inShownOrder } from "./shuffle.js";

function chosenColumn({ columns }, response, itemId) {
  return byId(columns, entered(response, itemId));
}

function drawItemRow(question, item, start) {
  const id = uniqueId("item");
  const showColumn = (column) => h("span", {}, column.text);
  const columns = drawOptions("radio", question.columns, [entered(start, item.id)], showColumn);
  const name = h("span", { class: "name", id }, rich(item.text));
  return h("div", { class: "row", role: "radiogroup", "aria-labelledby": id, "data-item": item.id }, name, columns);
}

function readItems(el) {
  const rows = [...el.children].map((row) => [row.dataset.item, tickedIn(row)[0]]);
  return Object.fromEntries(rows.filter(([, column]) => column));
}

export const classifyKind = {
  task: "taskClassify",

  blank: (question, response) => !question.items.some((item) => chosenColumn(question, response, item.id)),

  grade(question, response) {
    const isRight = (item) => chosenColumn(question, response, item.id)?.id === item.column;
    const says = question.items.map((item) => ({ for: item.id, right: isRight(item), text: item.says }));
    return scored(shareOf(question.items, isRight), says);
  },

  input(question, start) {
    const items = inShownOrder(question, question.items);
    const el = h("div", { class: "rows classify" }, items.map((item) => drawItemRow(question, item, start)));
    return { el, read: () => readItems(el) };
  },

  name(question, id, response, labels) {
    const column = chosenColumn(question, response, id)?.text ?? labels.leftEmpty;
    return h("span", {}, rich(byId(question.items, id).text), " → ", column);
  },

  answer({ items, columns }) {
    return items.map((item) => h("span", {}, rich(item.text), " → ", byId(columns, item.column).text));
  },
};
