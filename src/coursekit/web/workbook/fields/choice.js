import { drawOptions, tickedIn } from "../../kinds/options.js";
import { byId, knownIds } from "../../kinds/score.js";
import { drawGroup, showPlain } from "../parts.js";

export const choiceField = {
  draw(field, answer) {
    const options = drawOptions("radio", field.options, knownIds(field.options, answer).slice(0, 1), showPlain);
    return { el: drawGroup(field, options), read: () => tickedIn(options) };
  },

  isEmpty: (answer) => !Array.isArray(answer) || answer.length === 0,

  blocks(field, answer) {
    return knownIds(field.options, answer).map((id) => ({ paragraph: byId(field.options, id).text }));
  },
};
