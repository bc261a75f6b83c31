import { h } from "../dom.js";

const DEEPEST_HEADING = 6;

/** Blocks of a document as elements of the page, typed text as text; `top` is the level of its title. */
export function drawBlocks(blocks, top = 1) {
  return blocks.map((block) => drawBlock(block, top));
}

/** Each text runs in the direction of its own letters. */
function drawBlock(block, top) {
  if ("heading" in block) return drawBlockText(`h${Math.min(block.level + top, DEEPEST_HEADING)}`, block.heading);
  if ("list" in block) return h(block.ordered ? "ol" : "ul", {}, block.list.map((item) => drawBlockText("li", item)));
  if ("table" in block) return drawBlockTable(block.table);
  if ("meta" in block) return drawBlockText("p", block.meta, { class: "small" });
  return drawBlockText("p", block.paragraph, { class: "typed" });
}

function drawBlockText(tag, text, props = {}) {
  return h(tag, { ...props, dir: "auto" }, text);
}

/** On a narrow screen it scrolls sideways, so the keyboard must be able to reach it. */
function drawBlockTable({ head, rows }) {
  const heads = h("tr", {}, head.map((cell) => (cell ? drawBlockText("th", cell, { scope: "col" }) : h("td"))));
  const lines = rows.map((row) => h("tr", {}, row.map((cell) => drawBlockText("td", cell))));
  return h("div", { class: "wide", tabindex: 0 }, h("table", {}, h("thead", {}, heads), h("tbody", {}, lines)));
}
