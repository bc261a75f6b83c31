import { h, uniqueId } from "./dom.js";

/** The button that erases everything, and the question it asks first. */
export function drawErase(labels, erase) {
  const button = h("button", { type: "button", "aria-expanded": "false" }, labels.myErase);
  const no = h("button", { type: "button" }, labels.myEraseNo);
  const yes = h("button", { type: "button", class: "danger" }, labels.myEraseYes);
  const question = drawEraseQuestion(labels, [no, yes]);
  const show = (isAsking) => {
    question.hidden = !isAsking;
    button.setAttribute("aria-expanded", String(isAsking));
    (isAsking ? no : button).focus();
  };
  button.addEventListener("click", () => show(question.hidden));
  no.addEventListener("click", () => show(false));
  question.addEventListener("keydown", (event) => event.key === "Escape" && show(false));
  yes.addEventListener("click", () => {
    show(false);
    erase();
  });
  return { button, question };
}

function drawEraseQuestion(labels, buttons) {
  const id = uniqueId("erase");
  const props = { class: "erase", role: "group", "aria-labelledby": id, hidden: true };
  return h("div", props, h("p", { id }, labels.myEraseQuestion), h("div", { class: "actions" }, buttons));
}
