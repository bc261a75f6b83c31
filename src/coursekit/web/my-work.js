import { fill, h } from "./dom.js";
import { showDay } from "./my-parts.js";
import { countFilled } from "./workbooks.js";

/** The exercises of a topic that are done in the page, and how far each of them is. */
export function drawWork(tasks, workbooks, labels) {
  if (tasks.length === 0) return "";
  const items = tasks.map((task) => drawTask(task, workbooks[task.id], labels));
  return [h("p", { class: "small" }, labels.myWork), h("ul", { class: "pages" }, items)];
}

function drawTask(task, workbook, labels) {
  const [n, m] = [countFilled(task, workbook), task.fields.length];
  const text = n === 0 ? labels.myWorkNone : fill(labels.myWorkSome, { n, m, date: showDay(workbook.at) });
  const sign = h("span", { class: "sign", "aria-hidden": "true" }, n === m ? "✓" : "");
  return h("li", {}, sign, h("span", {}, h("a", { href: task.url }, task.title), " ", h("span", { class: "small" }, text)));
}
