import { fill, h, html, uniqueId } from "../dom.js";
import { drawKeep } from "../quiz-parts.js";
import { showDay } from "../my-parts.js";
import { seedOf } from "../group/deal.js";
import { chooseForm, drawFromBank } from "./drawing.js";
import { draftWriter, readDraft, setDraft } from "./draft.js";
import { drawFinish } from "./finish.js";
import { drawSeed, seedFromAddress, showSeedInAddress } from "./seed.js";
import { drawTestItem, reviewItem } from "./items.js";
import { drawGain, drawObjectives, sayPassed, sayScore } from "./result.js";
import { pairOf, resultAttempt, resultsOf, summarise } from "./scores.js";

const MOST_SEEDS = 9999;

/** One test: all its questions on one page, then the result and everything that is to be said. */
export function renderTest({ model, el }) {
  const [test, labels] = [model.get("test"), model.get("labels")];
  const view = { model, test, labels, earlier: model.get("earlier"), body: h("div"), writer: draftWriter(model, test) };
  const keep = drawKeep(model, labels);
  const id = uniqueId("test");
  const title = h("p", { class: "set-title", id }, test.title);
  const props = { class: "course-test quiz-set controls", "aria-labelledby": id, "data-lm-suppress-shortcuts": "true" };
  el.append(h("section", props, title, html(h("div", { class: "intro" }), test.intro), keep.el, view.body));
  keep.offer();
  resumeTest(view);
  model.on("change:keep", keep.settle);
  return () => {
    view.writer.stop();
    model.off("change:keep", keep.settle);
  };
}

function ownResults({ model, test }) {
  return resultsOf(test, model.get("results"));
}

/** Where the learner stopped, if the address does not ask for another drawing. */
function resumeTest(view) {
  const draft = readDraft(view.model.get("draft"), ownResults(view));
  const asked = view.test.forms ? null : seedFromAddress();
  const isAsked = asked !== null && asked !== draft?.drawing;
  if (draft && !isAsked) beginTest(view, draft.drawing, draft.answers);
  else beginTest(view, asked ?? newDrawing(view));
}

/** A drawing is a seed, or the place of a form. */
function newDrawing(view) {
  if (!view.test.forms) return String(1 + Math.floor(Math.random() * MOST_SEEDS));
  const own = ownResults(view)[0]?.form ?? -1;
  const before = view.earlier ? (resultsOf(view.earlier, view.model.get("results"))[0]?.form ?? -1) : -1;
  return String(chooseForm(view.test.forms.length, own === before ? -1 : own, before, Math.random()));
}

function questionIdsOf({ test }, drawing) {
  if (!test.forms) return drawFromBank(test.items, test.draw, drawing);
  return test.forms[Number(drawing)] ?? test.forms[0];
}

/** All questions, open to be answered. */
function beginTest(view, drawing, answers = new Map()) {
  const { model, test, labels } = view;
  view.drawing = test.forms ? drawing : seedOf(drawing);
  const ids = questionIdsOf(view, view.drawing);
  const questions = ids.map((id) => model.get("questions").find((question) => question.id === id));
  const changed = () => view.writer.later(view.drawing, view.items);
  view.items = questions.map((question, place) => {
    return drawTestItem(question, answers.get(question.id), place, questions.length, labels, changed);
  });
  view.result = h("div");
  view.end = h("div", {}, drawFinish(view.items, labels, () => finishTest(view)));
  const seed = !test.forms && drawSeed(view.drawing, labels, (asked) => beginOther(view, asked));
  view.body.replaceChildren(...[drawPast(view), seed, view.result].filter(Boolean), ...view.items.map(({ el }) => el), view.end);
}

function drawPast(view) {
  const last = ownResults(view).at(-1);
  if (!last) return null;
  const score = sayScore(summarise(view.test, last.scores), view.labels);
  return h("p", { class: "small" }, fill(view.labels.testPast, { date: showDay(last.at), score }));
}

/** Another drawing starts from nothing, and the focus goes to its first question. */
function beginOther(view, drawing) {
  view.writer.stop();
  setDraft(view.model, null);
  beginTest(view, drawing);
  if (!view.test.forms) showSeedInAddress(view.drawing);
  view.items[0].el.focus();
}

function finishTest(view) {
  const { model, test, labels, items } = view;
  view.writer.stop();
  const scores = Object.fromEntries(items.map((item) => [item.question.id, reviewItem(item, labels)]));
  const attempt = resultAttempt(test, scores, new Date().toISOString());
  model.set("results", [...model.get("results"), attempt]);
  model.save_changes();
  setDraft(model, null);
  showTestResult(view, attempt);
}

function showTestResult(view, attempt) {
  const { labels, test } = view;
  const sums = summarise(test, resultsOf(test, [attempt])[0].scores);
  const result = h(
    "div",
    { class: "test-result", tabindex: -1 },
    h("p", { class: "outcome" }, fill(labels.testResult, { score: sayScore(sums, labels) })),
    test.pass && h("p", {}, sayPassed(test, sums.share, labels)),
    drawOwnGain(view, attempt) ?? drawObjectives(sums, labels),
    h("p", { class: "small" }, labels.testReview),
  );
  view.result.replaceChildren(result);
  view.end.replaceChildren(drawNewTry(view));
  result.focus();
}

/** The gain is of the first time; a later one shows its own objectives. */
function drawOwnGain({ model, test, earlier, labels }, attempt) {
  const pair = earlier && pairOf(earlier, test, model.get("results"));
  return pair?.after.at === attempt.at ? drawGain(earlier, test, pair, labels) : null;
}

function drawNewTry(view) {
  const { labels, test } = view;
  const text = test.forms ? labels.testAgain : labels.testNewDrawing;
  const onclick = () => beginOther(view, newDrawing(view));
  return h("p", { class: "actions" }, h("button", { type: "button", class: "again", onclick }, text));
}
