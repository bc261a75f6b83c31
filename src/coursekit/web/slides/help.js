import { h, uniqueId } from "../dom.js";

/** Each key with the label that says what it does. */
const KEYS = [
  ["→ ↓ PageDown Space N", "deckNextSlide"],
  ["← ↑ PageUp P", "deckPrevious"],
  ["Home, End", "deckFirstLast"],
  ["O", "deckOverview"],
  ["B, .", "deckBlack"],
  ["D", "deckScheme"],
  ["F", "deckFull"],
  ["S", "deckSpeaker"],
  ["H, ?", "deckHelp"],
  ["Esc", "deckClose"],
  ["Ctrl+P", "deckPrintSlides"],
];

/** The dialog that lists the keys. */
export function createHelp(labels) {
  const rows = KEYS.map(([keys, label]) => h("div", {}, h("dt", {}, h("kbd", {}, keys)), h("dd", {}, labels[label])));
  const about = h("p", {}, labels.deckTyping);
  return createDialog(labels, labels.deckHelp, h("dl", { class: "deck-keys" }, rows), about);
}

/** A dialog with a title and a button to close it. */
export function createDialog(labels, title, ...content) {
  const id = uniqueId("dialog");
  const close = h("button", { type: "button", onclick: () => el.close() }, labels.deckClose);
  const head = h("div", { class: "deck-dialog-head" }, h("h2", { id }, title), close);
  const el = h("dialog", { class: "deck-dialog controls", "aria-labelledby": id }, head, ...content);
  return { el, open: () => el.open || el.showModal() };
}
