import { fill, h, uniqueId } from "../dom.js";

/** What good work is, on the page and on paper. */

/** How ratings are counted, and what is needed to pass. */
export function sayRule({ points }, labels) {
  if (!points) return labels.wbRule;
  const distinction = points.distinction ? ` ${fill(labels.wbRuleDistinction, points)}` : "";
  return fill(labels.wbRulePoints, points) + distinction;
}

/** What a good rating of a criterion looks like. */
export function drawLevels({ levels }, labels) {
  if (!levels?.length) return null;
  const line = ({ mark, text }) => h("li", {}, fill(labels.wbLevel, { n: mark, text }));
  return h("ul", { class: "help what-counts", id: uniqueId("levels") }, levels.map(line));
}
