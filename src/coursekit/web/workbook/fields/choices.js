import { drawOptions, tickedIn } from "../../kinds/options.js";
import { byId, knownIds } from "../../kinds/score.js";
import { drawGroup, showPlain } from "../parts.js";
import { choiceField } from "./choice.js";

export const choicesField = {
  draw(field, answer) {
    const options = drawOptions("checkbox", field.options, knownIds(field.options, answer), showPlain);
    return { el: drawGroup(field, options), read: () => tickedIn(options) };
  },

  isEmpty: choiceField.isEmpty,

  blocks(field, answer) {
    const list = knownIds(field.options, answer).map((id) => byId(field.options, id).text);
    return list.length > 0 ? [{ list }] : [];
  },
};
