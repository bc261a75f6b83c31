import { h } from "../dom.js";

const DEEPEST_HEADING = 6;

/** Blocks of a document as elements of the page; `top` is the level of the first heading. */
export function drawBlocks(blocks, top = 1) {
  return blocks.map((block) => drawBlock(block, top));
}

function drawBlock(block, top) {
  if ("heading" in block) return h(`h${Math.min(block.level + top - 1, DEEPEST_HEADING)}`, {}, block.heading);
  if ("list" in block) return h("ul", {}, block.list.map((item) => h("li", {}, item)));
  if ("table" in block) return drawBlockTable(block.table);
  if ("meta" in block) return h("p", { class: "small" }, block.meta);
  return h("p", { class: "typed" }, block.paragraph);
}

function drawBlockTable({ head, rows }) {
  const heads = h("tr", {}, head.map((cell) => h("th", { scope: "col" }, cell)));
  const lines = rows.map((row) => h("tr", {}, row.map((cell) => h("td", {}, cell))));
  return h("div", { class: "wide" }, h("table", {}, h("thead", {}, heads), h("tbody", {}, lines)));
}
