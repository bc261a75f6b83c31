import { fill, h, setText } from "../../dom.js";
import { drawField } from "../../kinds/options.js";
import { composedBlocks, drawComposed, hasNoParts, remarksOnParts, sayOfField } from "../composed.js";
import { checkCorrection } from "../correction-structure.js";
import { asMapping, asText, drawLabelled, isBlankText } from "../parts.js";

export const correctionField = {
  draw(field, answer, context) {
    const { labels } = context;
    const others = asksForRumour(field) ? [drawRumour(answer, labels)] : [];
    const list = drawCheckList(field, labels);
    return drawComposed(field, answer, context, { others, below: [list.el], update: list.show });
  },

  isEmpty: hasNoParts,

  blocks(field, answer, labels) {
    const { rumour } = asMapping(answer);
    const named = asksForRumour(field) && !isBlankText(rumour) && fill(labels.wbPart, { name: labels.wbRumour, text: rumour.trim() });
    return [...(named ? [{ paragraph: named }] : []), ...composedBlocks(field, answer, labels)];
  },

  /** The list below the field says which points; the coach only counts them. */
  remarks(field, answer, labels) {
    const open = structureOf(field, answer).filter(({ state }) => state !== "ok").length;
    const own = open > 0 && fill(labels.wbCorrectionOpen, { n: open });
    return [...remarksOnParts({ ...field, max_words: null }, answer, labels), ...sayOfField(field, [own], labels)];
  },
};

function asksForRumour({ rumour }) {
  return !(rumour?.length > 0);
}

function drawRumour(answer, labels) {
  const input = drawField(asText(asMapping(answer).rumour), { autocapitalize: "sentences" });
  return { id: "rumour", input, el: drawLabelled({ label: labels.wbRumour, help: labels.wbRumourHelp }, input) };
}

function structureOf(field, answer) {
  const { rumour, ...parts } = asMapping(answer);
  const texts = Object.fromEntries(Object.entries(parts).map(([id, text]) => [id, asText(text)]));
  const phrases = asksForRumour(field) ? [asText(rumour)] : field.rumour;
  return checkCorrection(texts, { rumour: phrases, max_words: field.max_words });
}

/** A line is told when it changes, and only that line. */
function drawCheckList(field, labels) {
  const list = h("ul", { class: "structure" });
  const told = h("div", { role: "status", "aria-atomic": "false" }, list);
  const el = h("div", { class: "whole" }, h("p", { class: "side-title" }, labels.wbStructure), told);
  const lines = new Map();
  const show = (answer) => {
    const checks = structureOf(field, answer);
    for (const { id, state, n } of checks) {
      const line = lines.get(id) ?? h("li", {});
      line.classList.toggle("good", state === "ok");
      setText(line, fill(labels[`wbCheck-${id}-${state}`], { n, max: field.max_words }));
      lines.set(id, line);
    }
    const wanted = checks.map(({ id }) => lines.get(id));
    if (wanted.length !== list.children.length) list.replaceChildren(...wanted);
  };
  return { el, show };
}
