import { fill, h } from "../dom.js";
import { drawArea } from "./area.js";

/** What is kept of the session and whose it is: save the timings, keep, erase; and the colours. */
export function drawData(view, actions) {
  const { labels, keeper } = view;
  const said = h("p", { role: "status", class: "said" });
  const press = (text, step) => h("button", { type: "button", onclick: step }, text);
  const save = press(labels.spSave, () => said.replaceChildren(fill(labels.spSaved, { name: actions.save() })));
  const keep = press(labels.spKeep, () => settle(true, labels.spKept));
  const erase = press(labels.spErase, () => settle(false, labels.spErased));
  const restart = press(labels.spRestart, () => actions.restart());
  const settle = (isKept, text) => {
    actions.keep(isKept);
    said.replaceChildren(text);
    update();
    (isKept ? erase : keep).focus();
  };
  const update = () => {
    keep.hidden = keeper.isKept();
    erase.hidden = !keeper.isKept();
  };
  const buttons = h("div", { class: "actions" }, save, keep, erase, restart);
  const texts = [labels.spSaveNote, labels.spKeepNote].map((text) => h("p", { class: "small" }, text));
  const el = drawArea("data", labels.spData, texts, buttons, said, drawColours(labels));
  return { el, update };
}

/** Dark, so that the screen does not light the trainer's face; or what the system says. */
function drawColours(labels) {
  const box = h("input", { type: "checkbox" });
  box.addEventListener("change", () => document.documentElement.classList.toggle("as-system", box.checked));
  return h("label", { class: "colours" }, box, labels.spColours);
}
