import { h } from "../dom.js";
import { blocksOf } from "./blocks.js";
import { drawBlocks } from "./draw-blocks.js";

/**
 * The work on paper: a text field prints only what fits in it, so the answers are drawn once more as plain
 * text just before printing, also when somebody prints with the browser's own command.
 */
export function drawPrint(book) {
  const el = h("div", { class: "paper" });
  const fillIn = () => el.replaceChildren(...drawBlocks(blocksOf(book.task, book.read(), book.labels)));
  const empty = () => el.replaceChildren();
  window.addEventListener("beforeprint", fillIn);
  window.addEventListener("afterprint", empty);
  const stop = () => {
    window.removeEventListener("beforeprint", fillIn);
    window.removeEventListener("afterprint", empty);
  };
  return { el, stop };
}
