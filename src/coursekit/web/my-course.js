import { fill, h } from "./dom.js";
import { drawCertificate } from "./my-certificate.js";
import { drawMyData } from "./my-data.js";
import { drawDiploma } from "./my-diploma.js";
import { drawSection, drawShare, listen, showDay } from "./my-parts.js";
import { drawReview, drawScores, drawSureness } from "./my-results.js";
import { drawTests } from "./my-tests.js";
import { drawWork } from "./my-work.js";
import { isDone, latestAt, minutes, nextPage, questionsIn } from "./review.js";
import { isTestResult } from "./test/scores.js";

/** The page My course: where the learner is, what comes next, and everything that is kept. */
export function renderMyCourse({ model, el }) {
  const overview = h("div");
  const data = drawMyData(model);
  const certificate = model.get("catalogue").diploma && drawCertificate(model);
  const draw = () => overview.replaceChildren(...drawOverview({ ...viewOf(model), certificate }));
  el.append(h("div", { class: "my-course controls" }, overview, data.el));
  const stops = [listen(model, "attempts", draw), listen(model, "pages", draw), listen(model, "workbooks", draw)];
  return () => [...stops, data.stop].forEach((stop) => stop());
}

function viewOf(model) {
  const [catalogue, labels] = [model.get("catalogue"), model.get("labels")];
  const [attempts, pages, workbooks] = [model.get("attempts"), model.get("pages"), model.get("workbooks") ?? {}];
  return { catalogue, labels, attempts, pages, workbooks, sums: minutes(catalogue, pages), now: new Date().toISOString() };
}

/** Before the first answer there is nothing to judge, so nothing is shown as zero. */
function drawOverview(view) {
  const start = [drawContinue(view), drawTopics(view)];
  const answers = { ...view, attempts: view.attempts.filter((attempt) => !isTestResult(attempt)) };
  if (answers.attempts.length === 0) return [...start, drawTests(view), drawDiploma(view)];
  return [...start, drawScores(answers), drawReview(answers), drawSureness(answers), drawTests(view), drawDiploma(view)];
}

function drawContinue(view) {
  const { catalogue, labels, attempts, pages, workbooks, sums } = view;
  const page = nextPage(catalogue, pages);
  const isNew = attempts.length === 0 && sums.done === 0 && Object.keys(workbooks).length === 0;
  if (!page) return drawSection(labels.myContinue, h("p", {}, labels.myAllDone));
  return drawSection(
    isNew ? labels.myStart : labels.myContinue,
    isNew && h("p", {}, labels.myStartWelcome),
    drawPageCard(page, labels),
    h("p", { class: "small" }, fill(labels.myMinutesLeft, { n: sums.left })),
    isNew && h("p", { class: "small" }, labels.myStartLater),
  );
}

function drawPageCard(page, labels) {
  const text = fill(labels.myPageMinutes, { n: page.minutes });
  return h("p", { class: "next-page" }, h("a", { href: page.url }, page.title), " ", h("span", { class: "small" }, text));
}

function drawTopics(view) {
  const { catalogue, labels, sums } = view;
  const topics = catalogue.topics.map((topic, place) => drawTopic(view, topic, sums.topics[place]));
  return drawSection(labels.myTopics, h("div", { class: "topics" }, topics));
}

function drawTopic({ labels, attempts, pages, workbooks }, topic, { done, left }) {
  const questions = questionsIn([topic]);
  const answered = latestAt(questions, attempts).length;
  return h(
    "section",
    { class: "topic" },
    h("h3", {}, topic.title),
    drawShare(done, done + left, fill(labels.myTopicMinutes, { done, left })),
    h("p", { class: "small" }, fill(labels.myTopicQuestions, { n: answered, m: questions.length })),
    drawWork(topic.tasks ?? [], workbooks, labels),
    drawPages(topic.pages, pages, labels),
  );
}

function drawPages(topicPages, pages, labels) {
  const n = topicPages.filter((page) => isDone(page, pages)).length;
  const items = topicPages.map((page) => drawPage(page, pages[page.id], labels));
  const summary = h("summary", {}, fill(labels.myPagesDone, { n, m: topicPages.length }));
  return h("details", {}, summary, h("ul", { class: "pages" }, items));
}

function drawPage(page, visit, labels) {
  const texts = [fill(labels.myPageMinutes, { n: page.minutes })];
  if (visit?.done) texts.push(fill(labels.myPageDone, { date: showDay(visit.done) }));
  else if (visit) texts.push(labels.myPageOpened);
  const sign = h("span", { class: "sign", "aria-hidden": "true" }, visit?.done ? "✓" : "");
  return h("li", {}, sign, h("span", {}, h("a", { href: page.url }, page.title), " ", h("span", { class: "small" }, texts.join(", "))));
}

export default { render: renderMyCourse };
