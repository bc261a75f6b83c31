import { fill, h } from "../dom.js";
import { drawErase } from "../my-erase.js";
import { drawNotices, listen, showDay } from "../my-parts.js";
import { drawFiles } from "./files.js";

/** What can be done with the whole work, and where it is kept. */
export function drawTools(book) {
  const { model, labels } = book;
  const said = h("output", { class: "said" });
  const erase = drawErase(eraseLabels(labels), () => eraseWork(book, said));
  const kept = h("div", { class: "kept" });
  const update = () => showKept(kept, book);
  const print = h("button", { type: "button", onclick: () => window.print() }, labels.wbPrint);
  const own = h("div", { class: "buttons" }, print, erase.button);
  const el = h(
    "section",
    { class: "tools" },
    h("h3", {}, labels.wbTools),
    kept,
    drawFiles(book, labels),
    own,
    erase.question,
    said,
  );
  const stops = ["keep", "notices"].map((name) => listen(model, name, update));
  return { el, update, stop: () => stops.forEach((stop) => stop()) };
}

/** The question of the page My course, about this exercise only. */
function eraseLabels(labels) {
  return {
    myErase: labels.wbErase,
    myEraseQuestion: labels.wbEraseQuestion,
    myEraseYes: labels.wbEraseYes,
    myEraseNo: labels.wbEraseNo,
  };
}

function eraseWork(book, said) {
  book.replace(null);
  said.replaceChildren(h("p", {}, book.labels.wbErased));
}

/** In words, and with a way to change one's mind. */
function showKept(el, { model, labels, answers }) {
  const keep = model.get("keep");
  const isKept = keep === "yes";
  const text = isKept && answers.at ? fill(labels.wbKept, { date: showDay(answers.at) }) : isKept ? labels.kept : labels.wbNotKept;
  const agree = () => {
    model.set("keep", "yes");
    model.save_changes();
    el.focus();
  };
  const button = isKept || keep === "unavailable" ? "" : h("button", { type: "button", onclick: agree }, labels.keep);
  el.tabIndex = -1;
  el.replaceChildren(...drawNotices(model), h("p", {}, text), button);
}
