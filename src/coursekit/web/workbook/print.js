import { h } from "../dom.js";
import { printAlone, watchPrinting } from "../printing.js";
import { blocksOf } from "./blocks.js";
import { drawBlocks } from "./draw-blocks.js";

/** The work on paper and nothing else: no instructions, no page round it. */
export function printBook(blocks, { title, lang }) {
  printAlone(h("div", { class: "print-view", lang }, drawBlocks(blocks)), { sign: "printing-work", title });
}

/**
 * For the browser's own command, which prints the page: a text field prints only what fits in it, so the
 * answers take its place as plain text.
 */
export function drawPaper(book) {
  const el = h("div", { class: "paper" });
  const begin = () => el.replaceChildren(...drawBlocks(blocksOf(book.task, book.read(), book.labels), 2));
  return { el, stop: watchPrinting({ begin, end: () => el.replaceChildren() }) };
}
