import { h } from "../dom.js";
import { drawArea } from "./area.js";
import { notesOf } from "./decks.js";

const SIZES = [1.125, 1.375, 1.75, 2.25];

/** The notes of the slide, large enough to read from where a trainer stands; their size can be changed. */
export function drawNotes(view) {
  const { labels } = view;
  const body = h("div", { class: "notes-text", tabindex: 0, role: "group", "aria-label": labels.spNotes });
  let size = 1;
  const resize = (step) => {
    size = Math.min(SIZES.length - 1, Math.max(0, size + step));
    body.style.setProperty("--notes-size", `${SIZES[size]}rem`);
  };
  const button = (text, step) => h("button", { type: "button", onclick: () => resize(step) }, text);
  const buttons = h("div", { class: "actions" }, button(labels.spSmaller, -1), button(labels.spLarger, 1));
  const el = drawArea("notes", labels.spNotes, body, buttons);
  let shown = null;
  const update = () => {
    if (view.slide === shown) return;
    shown = view.slide;
    const notes = notesOf(view.deck, view.slide);
    body.replaceChildren(...(notes.length > 0 ? notes : [h("p", { class: "small" }, labels.spNoNotes)]));
    body.scrollTop = 0;
  };
  return { el, update };
}
