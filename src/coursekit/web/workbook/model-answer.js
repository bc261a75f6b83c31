import { fill, h, html, setText } from "../dom.js";
import { drawBlocks } from "./draw-blocks.js";
import { FIELDS } from "./fields.js";

/** A good answer beside the learner's own: after an own attempt, or when somebody asks for it all the same. */
export function drawModelAnswer(book) {
  const { task, labels } = book;
  if (!hasModel(task)) return { el: null, update: () => {} };
  const about = h("p", {});
  const button = h("button", { type: "button", "aria-expanded": "false", onclick: () => toggle() });
  const place = h("div", { class: "comparison", hidden: true });
  const part = { book, about, button, place };
  const toggle = () => showComparison(part, place.hidden);
  nameButton(part);
  const el = h("section", { class: "model-answer" }, h("h3", {}, labels.wbModel), about, button, place);
  return { el, update: () => updateComparison(part) };
}

function hasModel({ model, weak }) {
  return Object.keys(model ?? {}).length > 0 || (weak ?? []).length > 0;
}

function modelFields({ steps, model }) {
  return steps.flatMap((step) => step.fields).filter(({ id }) => Object.hasOwn(model ?? {}, id));
}

function hasAttempt({ task, answers }) {
  return task.steps.some((step) => step.fields.some(({ id, kind }) => !FIELDS[kind].isEmpty(answers.fields[id])));
}

function nameButton({ book, about, button, place }) {
  const { labels } = book;
  const isOwn = hasAttempt(book);
  setText(about, isOwn ? labels.wbModelAfter : labels.wbModelBefore);
  setText(button, !place.hidden ? labels.wbModelHide : isOwn ? labels.wbModelShow : labels.wbModelAnyway);
}

function showComparison(part, isShown) {
  part.place.hidden = !isShown;
  part.button.setAttribute("aria-expanded", String(isShown));
  updateComparison(part);
}

/** Closed, it costs nothing while somebody types. */
function updateComparison(part) {
  const { book, place } = part;
  nameButton(part);
  if (place.hidden) return;
  book.read();
  place.replaceChildren(...modelFields(book.task).map((field) => drawPairOfAnswers(book, field)), ...drawWeak(book));
}

function drawPairOfAnswers({ task, labels, answers }, field) {
  const side = (title, answer) => {
    const blocks = FIELDS[field.kind].blocks(field, answer, labels);
    const content = blocks.length > 0 ? drawBlocks(blocks) : h("p", { class: "small" }, labels.wbNothingYet);
    return h("div", { class: "side" }, h("p", { class: "side-title" }, title), content);
  };
  const own = side(labels.wbOwnAnswer, answers.fields[field.id]);
  const good = side(labels.wbModelAnswer, task.model[field.id]);
  return h("div", { class: "pair" }, h("h4", {}, field.label), h("div", { class: "sides" }, own, good));
}

function drawWeak({ task, labels }) {
  if (!task.weak?.length) return [];
  const items = task.weak.map(({ text, says }) => {
    return h("li", {}, h("p", { class: "quoted" }, fill(labels.wbQuoted, { text })), html(h("div", {}), says));
  });
  return [h("h4", {}, labels.wbWeak), h("p", { class: "small" }, labels.wbWeakAbout), h("ul", { class: "weak" }, items)];
}
