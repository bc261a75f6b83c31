import { h, html, uniqueId } from "../dom.js";
import { printAlone } from "../printing.js";

/** Parts that several tools for practice share. */

/** As much of the screen may be above a place before it is brought to the top. */
const LOW = 0.6;

/**
 * A place whose content changes. With the change it takes the focus, and its name is all that is new in it:
 * so a screen reader says it, and the next tab leads to what can be done.
 */
export function drawStage() {
  const el = h("div", { class: "stage", role: "group", tabindex: -1 });
  const show = (children, named, isMoved) => {
    for (const one of named) one.id ||= uniqueId("stage");
    el.setAttribute("aria-labelledby", named.map(({ id }) => id).join(" "));
    el.replaceChildren(...children.flat().filter(Boolean));
    if (isMoved) moveTo(el);
  };
  return { el, show };
}

/** The focus and, where it is not in sight, the screen. */
export function moveTo(el) {
  el.focus({ preventScroll: true });
  const { top } = el.getBoundingClientRect();
  if (top < 0 || top > window.innerHeight * LOW) el.scrollIntoView({ block: "start" });
}

export function drawButton(text, press, props = {}) {
  return h("button", { type: "button", ...props, onclick: press }, text);
}

/** Text of the course in an element of its own. */
export function block(text, className = null) {
  return html(h("div", { class: className }), text);
}

export function drawTable(caption, heads, rows) {
  const head = h("tr", {}, heads.map((text) => h("th", { scope: "col" }, text)));
  const table = h("table", {}, h("caption", {}, caption), h("thead", {}, head), h("tbody", {}, rows));
  return h("div", { class: "wide", tabindex: 0, role: "group", "aria-label": caption }, table);
}

/** A sheet of its own on paper, and nothing of the page round it. */
export function printSheet(title, ...children) {
  const sheet = h("div", { class: "tool-paper" }, h("h1", {}, title), ...children);
  printAlone(sheet, { sign: "printing-tool", title });
}

/** Names as a sentence has them: "a, b and c", or with "or". */
export function sayNames(names, lang, type = "conjunction") {
  return new Intl.ListFormat(lang, { type }).format(names);
}
