import { fill, h, html, uniqueId } from "../dom.js";
import { drawKeep } from "../quiz-parts.js";
import { followStore, openBook, saveBook } from "./book.js";
import { drawCards } from "./cards.js";
import { drawModelAnswer } from "./model-answer.js";
import { drawPaper } from "./print.js";
import { drawSelfCheck } from "./self-check.js";
import { drawSteps } from "./steps.js";
import { drawTooLong } from "./too-long.js";
import { drawTools } from "./tools.js";

/**
 * An exercise done in the page: what to do, where to write it, and what to do with it afterwards. `getDocx`
 * and `getIcs`, among `later`, promise the writers of files.
 */
export function renderWorkbook({ model, el, ...later }) {
  const book = openBook(model, later);
  const steps = drawSteps(book);
  const [answer, tools, paper] = [drawModelAnswer(book), drawTools(book), drawPaper(book)];
  const parts = { steps, check: drawSelfCheck(book), answer, tools, paper };
  const keep = drawKeep(model, book.labels);
  const [notice, tooLong] = [drawChanged(book), drawTooLong(book, el)];
  el.append(drawWorkbook(book, parts, [tooLong.el, keep.el], notice));
  book.followers.push(steps.update, answer.update, tools.update, tooLong.update, () => offerKeep(keep, el));
  const stops = [watchStore(book, keep), watchLeaving(book), tools.stop, paper.stop];
  return () => stops.forEach((stop) => stop());
}

/** Without Lumino's attribute JupyterLab takes arrows and letters for its own commands. */
function drawWorkbook(book, { steps, check, answer, tools, paper }, told, notice) {
  const id = uniqueId("task");
  const props = { class: "workbook controls", "aria-labelledby": id, "data-task": book.task.id, "data-lm-suppress-shortcuts": "true" };
  const begin = [drawHead(book, id), notice, steps.overview, ...steps.els];
  return h("section", props, h("div", { class: "work" }, begin, check, answer.el, tools.el, told), paper.el);
}

function drawHead({ task, labels }, id) {
  const facts = [task.code, task.minutes && fill(labels.aboutMinutes, { n: task.minutes })].filter(Boolean).join(" · ");
  return h(
    "div",
    { class: "head" },
    h("p", { class: "small" }, facts),
    h("h2", { id }, task.title),
    html(h("div", { class: "intro" }), task.intro),
    drawCards(task.cards, { labels }),
  );
}

/** Answers are kept by the names of the fields, so an older one is not lost, but may need a look. */
function drawChanged({ model, task, labels }) {
  const stored = model.get("answers");
  const isOld = stored && stored.revision !== task.revision;
  return h("p", { class: "notice", hidden: !isOld }, labels.wbChanged);
}

/** Asked where the learner is at work, below the step, so that nothing moves under the hands. */
function offerKeep(keep, el) {
  if (!keep.el.hidden) return;
  const step = document.activeElement?.closest(".step, .self-check");
  if (step && el.contains(step)) step.append(keep.el);
  keep.offer();
}

function watchStore(book, keep) {
  const { model } = book;
  const onAnswers = () => followStore(book);
  model.on("change:answers", onAnswers);
  model.on("change:keep", keep.settle);
  return () => {
    model.off("change:answers", onAnswers);
    model.off("change:keep", keep.settle);
  };
}

/** Nothing typed is lost on the way out; what the learner did not agree to keep is asked about by the browser. */
function watchLeaving(book) {
  const save = () => saveBook(book);
  const warn = (event) => {
    const isOnlyHere = book.model.get("keep") !== "yes" && Object.keys(book.answers.fields).length > 0;
    if (book.unsaved || (book.answers.at !== "" && isOnlyHere)) event.preventDefault();
  };
  window.addEventListener("pagehide", save);
  window.addEventListener("beforeunload", warn);
  return () => {
    save();
    window.removeEventListener("pagehide", save);
    window.removeEventListener("beforeunload", warn);
  };
}
