import { CELLS, showIsoDay } from "../cells.js";
import { asText, drawLabelled, isBlankText } from "../parts.js";

export const dateField = {
  draw(field, answer) {
    const input = CELLS.date.draw(field, asText(answer));
    return { el: drawLabelled(field, input), read: () => input.value };
  },

  isEmpty: isBlankText,

  blocks(field, answer) {
    const text = asText(answer).trim();
    return text === "" ? [] : [{ paragraph: showIsoDay(text) }];
  },
};
