import { fill, h, setText, uniqueId } from "../../dom.js";

/** What the parts of a board share. */

const LONGEST_NOTE = 1_000;
/** The page does not move (for so many milliseconds) while a click that left the field is on its way. */
const AFTER_A_CLICK = 250;

/** A part with its own heading. */
export function drawBoardPart(title, ...children) {
  const id = uniqueId("board");
  const heading = h("h4", { id, tabindex: -1 }, title);
  return { heading, el: h("section", { class: "board-part", "aria-labelledby": id }, heading, children) };
}

/** A line that is told to everybody when it changes, also when it says the same again. */
export function drawSaid() {
  const el = h("output", { class: "said" });
  const say = (text) => {
    if (el.textContent === text) el.replaceChildren();
    setText(el, text);
  };
  return { el, say };
}

/** A field for the next one: Enter adds what stands there, and so does going on elsewhere. */
export function drawAdder(labels, { label, help, rows }, add) {
  const [id, helpId] = [uniqueId("board-new"), uniqueId("board-help")];
  const input = h("textarea", { id, rows, maxlength: LONGEST_NOTE, spellcheck: "true", "aria-describedby": help && helpId });
  const take = () => {
    const texts = notesOf(input.value);
    input.value = "";
    if (texts.length > 0) add(texts);
  };
  const takeAndStay = () => {
    take();
    input.focus();
  };
  input.addEventListener("keydown", (event) => onEnter(event, take));
  input.addEventListener("change", () => setTimeout(take, AFTER_A_CLICK));
  const button = h("button", { type: "button", onclick: takeAndStay }, labels.wbBoardAdd);
  const el = h(
    "div",
    { class: "board-new" },
    h("label", { for: id }, label),
    help && h("p", { class: "help", id: helpId }, help),
    h("div", { class: "board-line" }, input, button),
  );
  return { el, input, button, pending: () => notesOf(input.value) };
}

export function notesOf(text) {
  return text.split(/[\r\n]+/).map((line) => line.trim()).filter(Boolean);
}

/** Somebody who picks a letter from a list with Enter has not finished the word. */
export function onEnter(event, step) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  step();
}

/** A line that is written, mended and taken away: `written` hears of it when the hands leave it. */
export function drawBoardLine(value, { written, removed, next }) {
  const input = h("textarea", { rows: 1, maxlength: LONGEST_NOTE, spellcheck: "true" });
  input.value = value;
  input.addEventListener("input", () => written(input.value, false));
  input.addEventListener("change", () => written(input.value, true));
  input.addEventListener("keydown", (event) => onEnter(event, next));
  const remove = h("button", { type: "button", class: "remove", onclick: removed }, "×");
  return { input, remove };
}

/** One step back, in one place: the latest thing taken away. */
export function drawUndo(labels) {
  const el = h("div", { class: "board-undo" });
  const offer = (text, step) => {
    const back = () => {
      el.replaceChildren();
      step();
    };
    const button = h("button", { type: "button", class: "undo", onclick: back }, text);
    el.replaceChildren(button);
    button.focus();
  };
  const offerBack = (text, step) => offer(fill(labels.wbBoardBack, { text }), step);
  return { el, offer, offerBack, clear: () => el.replaceChildren() };
}
