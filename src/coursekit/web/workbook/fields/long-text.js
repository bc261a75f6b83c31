import { fill, h } from "../../dom.js";
import { countWords, drawCounts } from "../counts.js";
import { asText, drawLabelled, isBlankText, paragraphsOf } from "../parts.js";
import { words } from "../text-stats.js";

export const longTextField = {
  draw(field, answer, context) {
    const input = h("textarea", { rows: 5, spellcheck: "true" });
    input.value = asText(answer);
    const { line, found } = drawCounts(field, input, context);
    const el = drawLabelled(field, input, { notes: [line] });
    el.append(line, found);
    return { el, read: () => input.value };
  },

  isEmpty: isBlankText,

  blocks: (field, answer) => paragraphsOf(answer),

  remarks(field, answer, labels) {
    const n = words(asText(answer)).length;
    const isFitting = n >= (field.min_words ?? 0) && n <= (field.max_words ?? Infinity);
    return isFitting ? [] : [fill(labels.wbOfField, { field: field.label, text: countWords(field, n, labels).text })];
  },
};
