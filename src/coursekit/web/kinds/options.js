import { h, rich, uniqueId } from "../dom.js";

/** Radio buttons or check boxes, one row per option; `show` draws its text. */
export function drawOptions(type, options, tickedIds, show = (option) => rich(option.text)) {
  const name = uniqueId("options");
  const rows = options.map((option) => {
    const input = h("input", { type, name, value: option.id, checked: tickedIds.includes(option.id) });
    return h("label", { class: "option" }, input, show(option));
  });
  return h("div", { class: "options" }, rows);
}

export function tickedIn(el) {
  return [...el.querySelectorAll("input:checked")].map((input) => input.value);
}

/** A drop-down that starts on an empty line. Option texts are plain: a drop-down cannot hold more. */
export function drawSelect(options, chosenId, emptyText, props) {
  const lines = options.map(({ id, text }) => h("option", { value: id, selected: id === chosenId }, text));
  return h("select", props, h("option", { value: "" }, emptyText), lines);
}

/** Longer than any answer, short enough to be kept. */
const LONGEST_ANSWER = 500;

/** A field for typing, without the browser's own corrections: they would answer for the learner. */
export function drawField(value, props) {
  const plain = { type: "text", autocomplete: "off", autocapitalize: "off", spellcheck: "false" };
  return h("input", { ...plain, maxlength: LONGEST_ANSWER, value, ...props });
}
