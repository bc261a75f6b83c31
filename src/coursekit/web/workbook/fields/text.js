import { drawField } from "../../kinds/options.js";
import { drawCounts } from "../counts.js";
import { asText, drawLabelled, isBlankText, paragraphsOf } from "../parts.js";

const LONGEST_LINE = 2_000;

export const textField = {
  draw(field, answer, context) {
    const props = { maxlength: LONGEST_LINE, autocapitalize: "sentences", spellcheck: "true" };
    const input = drawField(asText(answer), props);
    const read = () => input.value;
    if (!field.max_words) return { el: drawLabelled(field, input), read };
    const { line, found } = drawCounts(field, input, context);
    const el = drawLabelled(field, input, { notes: [line] });
    el.append(line, found);
    return { el, read };
  },

  isEmpty: isBlankText,

  blocks: (field, answer) => paragraphsOf(answer),
};
