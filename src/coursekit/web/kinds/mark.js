import { h } from "../dom.js";
import { byId, knownIds, scored } from "./score.js";

const wordsOf = ({ parts }) => parts.filter((part) => part.id);
const isNamed = (part) => part.right !== undefined;

/** First what the whole text is told, one sentence per thing that happened. */
function outcomeSays({ says }, { score, missed, strays }) {
  const whole = (right, text) => ({ for: null, right, text });
  if (score === 1) return [whole(true, says.right)];
  const told = [];
  if (missed.length > 0) told.push(whole(false, says.missed));
  if (strays.length > 0) told.push(whole(false, says.extra));
  return told;
}

function sayMark({ id, right, says }, isMarked) {
  const word = right ? (isMarked ? "itemRight" : "itemMissed") : "itemExtra";
  return { for: id, right: right && isMarked, text: says, word };
}

/** Arrow keys move between the words, so that a text of fifty words is one stop for the Tab key. */
function moveFocus(event, buttons) {
  const here = buttons.indexOf(event.target);
  const ends = { Home: -here, End: buttons.length - 1 - here };
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, ...ends };
  const next = buttons[here + steps[event.key]];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** The word that has the focus is the one Tab comes back to. */
function keepOneStop(event, buttons) {
  for (const button of buttons) button.tabIndex = button === event.target ? 0 : -1;
}

function isPressed(button) {
  return button.getAttribute("aria-pressed") === "true";
}

function drawWord(part, isMarked, isStop, changed) {
  const onclick = ({ currentTarget }) => {
    currentTarget.setAttribute("aria-pressed", !isPressed(currentTarget));
    changed();
  };
  const state = { "aria-pressed": String(isMarked), tabindex: isStop ? 0 : -1 };
  return h("button", { type: "button", class: "word", value: part.id, ...state, onclick }, part.text);
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
    const drawPart = (part) => {
      return part.id ? drawWord(part, marked.includes(part.id), part === first, changed) : part.text;
    };
    const el = h("p", { class: "mark-text" }, question.parts.map(drawPart));
    const buttons = [...el.querySelectorAll("button")];
    el.addEventListener("keydown", (event) => moveFocus(event, buttons));
    el.addEventListener("focusin", (event) => keepOneStop(event, buttons));
    return { el, read: () => buttons.filter(isPressed).map((button) => button.value) };
  },

  name: (question, id) => byId(wordsOf(question), id).text,

  answer: (question) => wordsOf(question).filter((part) => part.right).map((part) => part.text),
};
