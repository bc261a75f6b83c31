import { h, uniqueId } from "../dom.js";

/** A part of the speaker view with its heading. */
export function drawArea(name, heading, ...content) {
  const id = uniqueId("speaker");
  return h("section", { class: name, "aria-labelledby": id }, h("h2", { id }, heading), content.flat());
}
