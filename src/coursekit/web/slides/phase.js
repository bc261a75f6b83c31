import { h } from "../dom.js";
import { drawSound } from "../group/sound.js";
import { drawTimer } from "../group/timer.js";

/** One phase of a group exercise on its slide: the clock, and what to do. */
export function renderPhase({ model, el }) {
  const { id, phases } = model.get("task");
  const labels = model.get("labels");
  const timer = drawTimer(model, { id, phases, labels, more: 1, sound: drawSound(labels), onShow: () => {} });
  el.append(h("div", { class: "group-work one-phase controls" }, timer.el));
  return timer.stop;
}
