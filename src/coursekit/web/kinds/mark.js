import { h } from "../dom.js";
import { byId, knownIds, scored } from "./score.js";

const wordsOf = ({ parts }) => parts.filter((part) => part.id);
const isNamed = (part) => part.right !== undefined;

/** First what the whole text is told, one sentence per thing that happened. */
function outcomeSays({ says }, { score, missed, strays }) {
  const whole = (right, text) => ({ for: null, right, text });
  if (score === 1) return [whole(true, says.right)];
  return [missed.length > 0 && whole(false, says.missed), strays.length > 0 && whole(false, says.extra)].filter(Boolean);
}

function sayMark({ id, right, says }, isMarked) {
  const word = right ? (isMarked ? "itemRight" : "itemMissed") : "itemExtra";
  return { for: id, right: right && isMarked, text: says, word };
}

/** Arrow keys move between the words, so that a text of fifty words is one stop for the Tab key. */
function moveFocus(event, buttons) {
  const here = buttons.indexOf(event.target);
  const places = { ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowUp: here - 1, Home: 0, End: buttons.length - 1 };
  const next = buttons[places[event.key]];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** The word that has the focus is the one Tab comes back to. */
function keepOneStop(event, buttons) {
  for (const button of buttons) button.tabIndex = button === event.target ? 0 : -1;
}

function toggle(button) {
  button.setAttribute("aria-pressed", button.getAttribute("aria-pressed") !== "true");
}

function drawWord(part, isMarked, isStop, changed) {
  const onclick = (event) => {
    toggle(event.currentTarget);
    changed();
  };
  const props = { type: "button", class: "word", value: part.id, "aria-pressed": String(isMarked), tabindex: isStop ? 0 : -1 };
  return h("button", { ...props, onclick }, part.text);
}

export const markKind = {
  task: "taskMark",

  blank: (question, response) => knownIds(wordsOf(question), response).length === 0,

  grade(question, response) {
    const marked = knownIds(wordsOf(question), response);
    const named = wordsOf(question).filter(isNamed);
    const rightOnes = named.filter((part) => part.right);
    const missed = rightOnes.filter((part) => !marked.includes(part.id));
    const strays = marked.filter((id) => !byId(named, id));
    const found = rightOnes.length - missed.length;
    const score = Math.max(0, found - (marked.length - found)) / rightOnes.length;
    const told = named.filter((part) => part.right || marked.includes(part.id));
    const says = told.map((part) => sayMark(part, marked.includes(part.id)));
    return scored(score, [...outcomeSays(question, { score, missed, strays }), ...says]);
  },

  input(question, start, labels, changed) {
    const marked = knownIds(wordsOf(question), start);
    const first = wordsOf(question)[0];
    const drawPart = (part) => (part.id ? drawWord(part, marked.includes(part.id), part === first, changed) : part.text);
    const el = h("p", { class: "mark-text" }, question.parts.map(drawPart));
    const buttons = [...el.querySelectorAll("button")];
    el.addEventListener("keydown", (event) => moveFocus(event, buttons));
    el.addEventListener("focusin", (event) => keepOneStop(event, buttons));
    const read = () => buttons.filter((button) => button.getAttribute("aria-pressed") === "true").map((button) => button.value);
    return { el, read };
  },

  name: (question, id) => byId(wordsOf(question), id).text,

  answer: (question) => wordsOf(question).filter((part) => part.right).map((part) => part.text),
};
