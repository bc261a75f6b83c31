import { fill, h, html, setText, uniqueId } from "../dom.js";
import { addEntry } from "./book.js";
import { drawCards } from "./cards.js";
import { coachStep } from "./coach.js";
import { FIELDS } from "./fields.js";

/** With fewer steps than this, a list of them says nothing the page does not show. */
const STEPS_FOR_OVERVIEW = 3;

/** The steps with their fields; `update` tells anew how far each is. */
export function drawSteps(book) {
  const steps = book.task.steps.map((step, place) => drawStep(book, step, place));
  const overview = steps.length >= STEPS_FOR_OVERVIEW ? drawOverviewOfSteps(steps, book.labels) : null;
  const update = (fields) => {
    for (const drawn of steps) if (drawn.step.fields.some((field) => fields.includes(field))) updateStep(book, drawn);
  };
  book.context.checkAll();
  update(book.task.steps.flatMap((step) => step.fields));
  return { overview, els: steps.map(({ el }) => el), update };
}

function drawStep(book, step, place) {
  const { labels } = book;
  const heading = h("h3", { tabindex: -1 }, h("span", { class: "step-number" }, place + 1), " ", step.title);
  const minutes = step.minutes && h("p", { class: "small" }, fill(labels.aboutMinutes, { n: step.minutes }));
  const coach = h("div", { class: "coach", hidden: true });
  const el = h(
    "section",
    { class: "step", "data-step": step.id },
    h("div", { class: "step-head" }, heading, minutes),
    html(h("div", { class: "step-text" }), step.text),
    drawCards(step.cards, book),
    step.fields.map((field) => drawEntry(book, field)),
    coach,
  );
  return { step, el, heading, coach, states: [] };
}

function drawEntry(book, field) {
  const el = h("div", { class: `entry ${field.kind}`, "data-field": field.id });
  const [kind, named] = [FIELDS[field.kind], withOptional(field, book.labels)];
  addEntry(book, field, el, (answer, changed) => kind.draw(named, answer, book.context, changed));
  return el;
}

/** The field with "optional" in its name, as it stands above what is filled in. */
function withOptional(field, labels) {
  return field.optional ? { ...field, label: fill(labels.wbOptional, field) } : field;
}

function drawOverviewOfSteps(steps, labels) {
  const items = steps.map(drawOverviewItem);
  const id = uniqueId("steps");
  const name = h("p", { class: "name", id }, labels.wbSteps);
  return h("nav", { class: "overview", "aria-labelledby": id }, name, h("ol", {}, items));
}

/** A link that moves inside the page; JupyterLab would take the address for one of its own. */
function drawOverviewItem({ step, heading, states }) {
  const state = h("span", { class: "small state" });
  states.push(state);
  heading.id = uniqueId("step");
  const go = (event) => {
    event.preventDefault();
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  };
  return h("li", {}, h("a", { href: `#${heading.id}`, onclick: go }, step.title), " ", state);
}

function updateStep(book, { step, coach, states }) {
  const { n, m, isDone, lines } = coachStep(step, book.answers, book);
  const { labels } = book;
  const state = isDone && m > 0 ? labels.wbStepDone : n > 0 ? fill(labels.wbStepOpen, { n, m }) : "";
  states.forEach((el) => setText(el, state));
  coach.hidden = lines.length === 0;
  coach.classList.toggle("done", isDone);
  if (coach.dataset.said === lines.join("\n")) return;
  coach.dataset.said = lines.join("\n");
  coach.replaceChildren(...lines.map((line) => h("p", {}, line)));
}
