import { fill, h, setText } from "../dom.js";
import { drawCounts, countWords } from "./counts.js";
import { asMapping, asText, atRest, drawGroup, drawLabelled, isBlankText, paragraphsOf } from "./parts.js";
import { words } from "./text-stats.js";

/** Texts written in named parts: a message, a correction. An answer maps a part to its text. */

const ROWS_OF_A_PART = 2;

/** The parts that are written, in their order. */
export function writtenParts({ parts }, answer) {
  const texts = asMapping(answer);
  return parts.map(({ id, text }) => ({ id, name: text, text: asText(texts[id]).trim() })).filter(({ text }) => text !== "");
}

/** The parts as one text, as it would be read. */
export function joinParts(field, answer) {
  return writtenParts(field, answer).map(({ text }) => text).join(" ");
}

export function hasNoParts(answer) {
  return Object.values(asMapping(answer)).every(isBlankText);
}

/**
 * The parts with their counts and the whole text; `others` are fields beside the parts: {id, el, input}.
 * `below` is drawn under them, and `update` hears of every rest.
 */
export function drawComposed(field, answer, context, { others = [], below = [], update = () => {} } = {}) {
  const start = asMapping(answer);
  const inputs = new Map(field.parts.map((part) => [part.id, drawPartInput(start[part.id])]));
  const read = () => readParts(start, [...inputs, ...others.map(({ id, input }) => [id, input])]);
  const { line, found } = drawCounts(field, wholeOf(() => joinParts(field, read()), inputs), context);
  const whole = drawWhole(context.labels);
  const labelled = field.parts.map((part) => drawPart(field, part, inputs.get(part.id), line, context.labels));
  const el = drawGroup(field, labelled, line, found, others.map((other) => other.el), below, whole.el);
  const show = () => {
    whole.show(joinParts(field, read()));
    update(read());
  };
  el.addEventListener("input", atRest(show));
  show();
  return { el, read };
}

export function drawPartInput(text) {
  const input = h("textarea", { rows: ROWS_OF_A_PART, spellcheck: "true" });
  input.value = asText(text);
  return input;
}

function drawPart(field, { id, text }, input, line, labels) {
  const help = labels[`wbHelp-${field.kind}-${id}`];
  return drawLabelled({ label: text, help }, input, { notes: [line] });
}

/** All parts, as if they were one field to be counted. */
function wholeOf(read, inputs) {
  return {
    get value() {
      return read();
    },
    addEventListener: (name, listener) => inputs.forEach((input) => input.addEventListener(name, listener)),
  };
}

/** Quiet: whoever listens has just typed it. */
function drawWhole(labels) {
  const text = h("output", { class: "whole-text", dir: "auto", "aria-live": "off" });
  const el = h("div", { class: "whole" }, h("p", { class: "side-title" }, labels.wbWhole), text);
  const show = (joined) => {
    el.hidden = joined === "";
    setText(text, joined);
  };
  return { el, show };
}

/** Parts of an earlier version of the task are kept as they are. */
function readParts(start, inputs) {
  const typed = inputs.map(([id, input]) => [id, input.value]);
  const all = { ...start, ...Object.fromEntries(typed) };
  const filled = Object.entries(all).filter(([, text]) => !isBlankText(text));
  return filled.length > 0 ? Object.fromEntries(filled) : null;
}

/** The parts with their names, then the text once as a whole. */
export function composedBlocks(field, answer, labels) {
  const written = writtenParts(field, answer);
  if (written.length === 0) return [];
  const list = written.map(({ name, text }) => fill(labels.wbPart, { name, text }));
  return [{ list }, { paragraph: labels.wbWhole }, ...paragraphsOf(joinParts(field, answer))];
}

/** Parts that are empty, and too many words. */
export function remarksOnParts(field, answer, labels) {
  const written = writtenParts(field, answer).map(({ id }) => id);
  const open = field.parts.filter(({ id }) => !written.includes(id)).map(({ text }) => text);
  const n = words(joinParts(field, answer)).length;
  const texts = [
    open.length > 0 && fill(labels.wbPartsOpen, { parts: open.join(", ") }),
    field.max_words && n > field.max_words && countWords(field, n, labels).text,
  ];
  return sayOfField(field, texts, labels);
}

export function sayOfField({ label }, texts, labels) {
  return texts.filter(Boolean).map((text) => fill(labels.wbOfField, { field: label, text }));
}
