import { h } from "../dom.js";
import { blocksOf } from "./blocks.js";
import { drawBlocks } from "./draw-blocks.js";

/** The work on paper and nothing else: no instructions, no page round it. */
export function printBook(blocks, { title, lang }) {
  const view = h("div", { class: "print-view", lang }, drawBlocks(blocks));
  const [root, pageTitle] = [document.documentElement, document.title];
  const end = () => {
    root.classList.remove("printing-work");
    document.title = pageTitle;
    view.remove();
  };
  window.addEventListener("afterprint", end, { once: true });
  root.classList.add("printing-work");
  document.title = title;
  document.body.append(view);
  window.print();
}

/**
 * For the browser's own command, which prints the page: a text field prints only what fits in it, so the
 * answers take its place as plain text.
 */
export function drawPaper(book) {
  const el = h("div", { class: "paper" });
  const fillIn = () => el.replaceChildren(...drawBlocks(blocksOf(book.task, book.read(), book.labels), 2));
  const empty = () => el.replaceChildren();
  window.addEventListener("beforeprint", fillIn);
  window.addEventListener("afterprint", empty);
  const stop = () => {
    window.removeEventListener("beforeprint", fillIn);
    window.removeEventListener("afterprint", empty);
  };
  return { el, stop };
}
