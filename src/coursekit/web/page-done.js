import { h } from "./dom.js";
import { drawNotices, listen } from "./my-parts.js";
import { drawKeep } from "./quiz-parts.js";

/** The button at the end of a page that says whether the page is done. */
export function renderPageDone({ model, el }) {
  const labels = model.get("labels");
  const button = h("button", { type: "button", class: "mark", onclick: () => toggleDone(model, keep) }, labels.pageDone);
  const notices = h("output", { class: "notices" });
  const keep = drawKeep(model, labels);
  el.append(h("div", { class: "page-done controls" }, button, notices, keep.el));
  noteVisit(model);
  const stops = [
    listen(model, "visit", () => button.setAttribute("aria-pressed", String(isMarked(model)))),
    listen(model, "notices", () => notices.replaceChildren(...drawNotices(model))),
    listen(model, "keep", keep.settle),
  ];
  return () => stops.forEach((stop) => stop());
}

function isMarked(model) {
  return Boolean(model.get("visit")?.done);
}

function noteVisit(model) {
  if (model.get("visit")) return;
  setVisit(model, { v: 1, done: null, opened: new Date().toISOString() });
}

function toggleDone(model, keep) {
  setVisit(model, { ...model.get("visit"), v: 1, done: isMarked(model) ? null : new Date().toISOString() });
  keep.offer();
}

function setVisit(model, visit) {
  model.set("visit", visit);
  model.save_changes();
}
