import { fill, h } from "../dom.js";
import { isAnswered } from "./items.js";

/** The button at the end. It says what is still open, and asks once more. */
export function drawFinish(items, labels, finish) {
  const question = h("div", { class: "ask", tabindex: -1, role: "group", "aria-label": labels.testFinish, hidden: true });
  const button = h("button", { type: "button", class: "main", onclick: () => ask() }, labels.testFinish);
  const close = () => {
    question.hidden = true;
    button.focus();
  };
  const ask = () => {
    question.replaceChildren(...drawQuestion(items, labels, { finish, close }));
    question.hidden = false;
    question.focus();
  };
  return [h("p", { class: "actions" }, button), question];
}

function drawQuestion(items, labels, { finish, close }) {
  const open = items.filter((item) => !isAnswered(item));
  const text = open.length > 0 ? fill(labels.testOpen, { n: open.length }) : labels.testAllAnswered;
  const yes = h("button", { type: "button", class: "main", onclick: finish }, labels.testFinishYes);
  const no = h("button", { type: "button", onclick: close }, labels.testFinishNo);
  const links = open.map((item) => h("li", {}, drawLink(item)));
  return [h("p", {}, text), open.length > 0 && h("ul", {}, links), h("p", { class: "actions" }, yes, no)].filter(Boolean);
}

/** The focus goes along; the address stays, because in JupyterLab it is not ours. */
function drawLink({ el, name, question }) {
  const onclick = (event) => {
    event.preventDefault();
    el.focus();
  };
  return h("a", { href: `#${el.id}`, onclick }, `${name}: ${question.title}`);
}
