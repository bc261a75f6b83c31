import { h, html, uniqueId } from "../dom.js";

/** Parts that several kinds of fields share. */

export function asText(answer) {
  return typeof answer === "string" ? answer : "";
}

export function asList(answer) {
  return Array.isArray(answer) ? answer : [];
}

export function asMapping(answer) {
  return typeof answer === "object" && answer !== null && !Array.isArray(answer) ? answer : {};
}

export function isBlankText(answer) {
  return asText(answer).trim() === "";
}

export function showPlain({ text }) {
  return h("span", {}, text);
}

/** One input with its name above it; `shown` is the input with what stands round it, `notes` describe it. */
export function drawLabelled(field, input, { shown = input, notes = [] } = {}) {
  const id = uniqueId("entry");
  const help = drawHelp(field);
  const described = [help, ...notes].filter(Boolean).map((note) => note.id);
  input.setAttribute("id", id);
  if (described.length > 0) input.setAttribute("aria-describedby", described.join(" "));
  return h("div", { class: "labelled" }, h("label", { class: "name", for: id }, field.label), help, shown);
}

/** Several inputs under one name. */
export function drawGroup(field, ...children) {
  const help = drawHelp(field);
  const legend = h("legend", { class: "name" }, field.label);
  return h("fieldset", { class: "group", "aria-describedby": help?.id }, legend, help, ...children);
}

function drawHelp({ help }) {
  return help ? html(h("div", { class: "help", id: uniqueId("help") }), help) : null;
}

/** So long (in milliseconds) the hands rest before anything beside the text is counted or drawn anew. */
const REST = 150;

/** When the typing rests: no key waits for what stands beside the text. */
export function atRest(step) {
  let waiting = null;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(step, REST);
  };
}

/** Typed text as paragraphs. */
export function paragraphsOf(answer) {
  const lines = asText(answer).split(/\n+/).map((line) => line.trim());
  return lines.filter(Boolean).map((paragraph) => ({ paragraph }));
}
