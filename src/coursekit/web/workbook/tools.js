import { fill, h } from "../dom.js";
import { drawErase } from "../my-erase.js";
import { drawNotices, listen, showDay } from "../my-parts.js";
import { drawFiles } from "./files.js";
import { sayTooLong } from "./too-long.js";

/** What can be done with the whole work, and where it is kept. */
export function drawTools(book) {
  const { model, labels } = book;
  const said = h("output", { class: "said" });
  const erase = drawErase(eraseLabels(labels), () => eraseWork(book, said));
  const kept = h("div", { class: "kept" });
  const update = () => showKept(kept, book);
  const away = [h("div", { class: "actions" }, erase.button), erase.question, said];
  const el = h("section", { class: "tools" }, drawFiles(book, labels), kept, away);
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

/** In words, and with a way to change one's mind; drawn anew only when there is something else to say. */
function showKept(el, book) {
  const { model, labels, answers } = book;
  const [keep, day] = [model.get("keep"), answers.at.slice(0, 10)];
  const tooLong = sayTooLong(book);
  const key = JSON.stringify([keep, day, model.get("notices"), tooLong]);
  if (el.dataset.key === key) return;
  el.dataset.key = key;
  el.tabIndex = -1;
  const told = day ? fill(labels.wbKept, { date: showDay(answers.at) }) : labels.kept;
  const text = h("p", {}, tooLong || (keep === "yes" ? told : labels.wbNotKept));
  const canKeep = keep !== "yes" && keep !== "unavailable";
  el.replaceChildren(...drawNotices(model), text, canKeep ? drawAgree(el, model, labels) : "");
}

/** The button is gone afterwards, so the focus goes to what is said now. */
function drawAgree(el, model, labels) {
  const agree = () => {
    model.set("keep", "yes");
    model.save_changes();
    el.focus();
  };
  return h("button", { type: "button", onclick: agree }, labels.keep);
}
