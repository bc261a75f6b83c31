import { h } from "../dom.js";
import { parseNumber } from "../fold.js";

/** A named field for a number; `read` gives undefined where there is none. */
export function drawNumber(name, value, unit, changed) {
  const field = h("input", { type: "text", inputmode: "decimal", class: "short", autocomplete: "off", oninput: changed });
  field.value = value ?? "";
  const line = h("span", { class: "line" }, field, unit ? ` ${unit}` : null);
  const el = h("label", { class: "field" }, h("span", { class: "name" }, name), line);
  return { el, field, read: () => parseNumber(field.value, unit ? [unit] : [])[0] };
}

/** A named field for a line of text or a date. */
export function drawTextField(name, type, changed) {
  const field = h("input", { type, autocomplete: "off", oninput: changed });
  const el = h("label", { class: "field" }, h("span", { class: "name" }, name), field);
  return { el, field, read: () => field.value.trim() };
}

/** Where a result appears; a screen reader hears it when the typing rests. */
export function drawToolResult() {
  return h("output", { class: "tool-result", "aria-live": "polite" });
}

export function numberText(value, lang, digits = 0) {
  const options = { minimumFractionDigits: 0, maximumFractionDigits: digits };
  return new Intl.NumberFormat(lang, options).format(value);
}

const SVG_SPACE = "http://www.w3.org/2000/svg";

/** An element of a drawing. */
export function draw(tag, props, ...children) {
  const el = document.createElementNS(SVG_SPACE, tag);
  for (const [name, value] of Object.entries(props)) el.setAttribute(name, value);
  el.append(...children.flat());
  return el;
}

/** Runs a step when the typing rests for a moment. */
export function whenResting(step, pause = 250) {
  let timer = null;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(step, pause);
  };
}
