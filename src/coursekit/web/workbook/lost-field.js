import { h } from "../dom.js";
import { hasContent } from "../workbooks.js";
import { drawGroup } from "./parts.js";

/** In the place of a kind that could not be fetched: it says so, and what was written stays. */
export const lostField = {
  draw: (field, answer, { labels }) => ({ el: drawGroup(field, h("p", {}, labels.wbLost)), read: () => answer }),
  isEmpty: (answer) => !hasContent(answer),
  blocks: () => [],
};
