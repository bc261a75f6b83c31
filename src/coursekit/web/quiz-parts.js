import { fill, h, html, uniqueId } from "./dom.js";

/** A button that is resting stays where it is and keeps the focus, which `disabled` would throw away. */
export function setResting(button, isResting) {
  if (isResting) button.setAttribute("aria-disabled", "true");
  else button.removeAttribute("aria-disabled");
}

export function isResting(button) {
  return button.getAttribute("aria-disabled") === "true";
}

/** One button that gives the hints one by one. */
export function drawHints({ hints = [] }, labels) {
  const given = h("ol", { class: "given", "aria-live": "polite" });
  const button = h("button", { type: "button", class: "hint", onclick: () => give(given.children.length) });
  const rename = (n) => {
    button.textContent = n < hints.length ? fill(labels.hint, { n: n + 1, m: hints.length }) : labels.noMoreHints;
    setResting(button, n >= hints.length);
  };
  const give = (n) => {
    if (isResting(button)) return;
    given.append(html(h("li"), hints[n]));
    rename(n + 1);
  };
  const reset = () => {
    given.replaceChildren();
    rename(0);
  };
  reset();
  const el = h("div", { class: "hints", hidden: hints.length === 0 }, given, button);
  return { el, button, count: () => given.children.length, reset };
}

/** The optional question how sure the learner is: 1, 2, 3 or null. */
export function drawSure({ sure }, labels) {
  const name = uniqueId("sure");
  const levels = [1, 2, 3].map((level) => {
    const input = h("input", { type: "radio", name, value: level });
    return h("label", { class: "option" }, input, h("span", {}, labels[`sure${level}`]));
  });
  const legend = h("legend", {}, labels.sure, " ", h("span", { class: "small" }, labels.sureOptional));
  const el = h("fieldset", { class: "sure", hidden: !sure }, legend, h("div", { class: "options" }, levels));
  const inputs = [...el.querySelectorAll("input")];
  const read = () => Number(inputs.find((input) => input.checked)?.value) || null;
  const reset = () => inputs.forEach((input) => (input.checked = false));
  return { el, read, reset };
}

/** The line that asks once whether answers may be kept on this device. */
export function drawKeep(model, labels) {
  const el = h("div", { class: "keep", tabindex: -1, hidden: true });
  const choose = (keep, told) => {
    el.replaceChildren(h("p", {}, told));
    el.focus();
    model.set("keep", keep);
    model.save_changes();
  };
  const drawButton = (text, keep, told) => h("button", { type: "button", onclick: () => choose(keep, told) }, text);
  const offer = () => {
    if (model.get("keep") !== "unknown" || isAsking()) return;
    const yes = drawButton(labels.keep, "yes", labels.kept);
    const no = drawButton(labels.keepNot, "no", labels.keptNot);
    el.replaceChildren(h("p", {}, labels.keepQuestion), yes, no);
    el.hidden = false;
  };
  const settle = () => {
    if (!el.contains(document.activeElement)) el.hidden = true;
  };
  return { el, offer, settle };
}

/** A page full of questions asks in one place. */
function isAsking() {
  return document.querySelector(".keep:not([hidden]) button") !== null;
}
