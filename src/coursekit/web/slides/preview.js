import { h } from "../dom.js";

/** A small slide: a frame with the deck that only looks, and never takes the focus. */
export function createPreview(topic, title) {
  const frame = h("iframe", { title, tabindex: -1, inert: true });
  let shown = null;
  const tell = () => frame.contentWindow?.postMessage({ kind: "show", slide: shown }, "*");
  frame.addEventListener("load", tell);
  const show = (slide) => {
    const isFirst = shown === null;
    shown = slide;
    frame.hidden = slide === null;
    if (isFirst && slide !== null) frame.src = `${encodeURIComponent(topic)}.html?preview#/${encodeURIComponent(slide)}`;
    else if (slide !== null) tell();
  };
  return { el: frame, show };
}
