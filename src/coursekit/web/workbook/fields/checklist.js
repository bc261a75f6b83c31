import { fill } from "../../dom.js";
import { knownIds } from "../../kinds/score.js";
import { choicesField } from "./choices.js";

function asOptions(field) {
  return { ...field, options: field.items };
}

export const checklistField = {
  draw: (field, answer) => choicesField.draw(asOptions(field), answer),

  isEmpty: choicesField.isEmpty,

  /** What is not ticked belongs to a checklist as well. */
  blocks({ items }, answer, labels) {
    const ticked = knownIds(items, answer);
    if (ticked.length === 0) return [];
    const line = ({ id, text }) => fill(ticked.includes(id) ? labels.wbTicked : labels.wbNotTicked, { text });
    return [{ list: items.map(line) }];
  },

  remarks(field, answer, labels) {
    const open = field.items.length - knownIds(field.items, answer).length;
    return open > 0 ? [fill(labels.wbChecksOpen, { field: field.label, n: open })] : [];
  },
};
