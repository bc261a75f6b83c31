import { fill, h } from "./dom.js";
import { drawSection, drawShare, showDay } from "./my-parts.js";
import { byObjective, calibration, reviewList } from "./review.js";

/** What a tired eye takes in at once; the rest is one click away. */
const SHOWN_AT_ONCE = 5;

/** How the latest answers stand, by objective. */
export function drawScores({ catalogue, labels, attempts }) {
  const scores = byObjective(catalogue, attempts);
  const topics = catalogue.topics.map((topic) => drawTopicScores(topic, scores, labels));
  return drawSection(labels.myScores, h("p", { class: "small" }, labels.myScoresAbout), topics);
}

/** A topic without an answer yet would be nothing but a list of zeros. */
function drawTopicScores(topic, scores, labels) {
  const own = scores.filter((score) => score.topic === topic.id);
  if (!own.some((score) => score.answered > 0)) return null;
  return h("div", {}, h("h3", {}, topic.title), h("ul", { class: "scores" }, own.map((score) => drawScore(score, labels))));
}

function drawScore({ text, right, answered, questions }, labels) {
  const share = drawShare(right, questions, fill(labels.myScore, { right, answered, questions }));
  return h("li", {}, h("p", {}, text), share);
}

/** What is worth another look today, and what comes due when. */
export function drawReview({ catalogue, labels, attempts, now }) {
  const review = reviewList(catalogue, attempts, now);
  const items = review.now.map((item) => drawReviewItem(item, labels));
  const none = h("p", {}, labels.myReviewNothing);
  return drawSection(
    labels.myReview,
    h("p", { class: "small" }, labels.myReviewAbout),
    items.length > 0 ? drawLongList(items, labels) : none,
    review.later.length > 0 && drawLater(review.later, labels),
  );
}

const REVIEW_REASONS = { wrong: "myReviewWrong", unsure: "myReviewUnsure", due: "myReviewDue" };

function drawReviewItem({ question, reason }, labels) {
  const text = h("span", { class: "small" }, labels[REVIEW_REASONS[reason]]);
  return h("li", {}, h("a", { href: question.url }, question.title), " ", text);
}

function drawLongList(items, labels) {
  const rest = items.slice(SHOWN_AT_ONCE);
  const first = h("ol", { class: "review" }, items.slice(0, SHOWN_AT_ONCE));
  if (rest.length === 0) return first;
  const summary = h("summary", {}, fill(labels.myReviewMore, { n: rest.length }));
  return [first, h("details", {}, summary, h("ol", { class: "review", start: SHOWN_AT_ONCE + 1 }, rest))];
}

function drawLater(items, labels) {
  const days = new Map();
  for (const { due } of items) days.set(showDay(due), (days.get(showDay(due)) ?? 0) + 1);
  const lines = [...days].map(([date, n]) => h("li", {}, fill(labels.myLaterDay, { date, n })));
  return h("div", {}, h("h3", {}, labels.myLater), h("ul", {}, lines));
}

const SURE_VERDICTS = { over: "mySureOver", under: "mySureUnder", fits: "mySureFits" };

/** Whether the learner's own feeling can be trusted. */
export function drawSureness({ labels, attempts }) {
  const { answers, levels, verdict } = calibration(attempts);
  if (levels.length === 0) return drawSection(labels.mySure, h("p", {}, fill(labels.mySureTooFew, { n: answers })));
  return drawSection(
    labels.mySure,
    verdict && h("p", {}, labels[SURE_VERDICTS[verdict]]),
    h("ul", {}, levels.map((level) => drawLevel(level, labels))),
    h("p", { class: "small" }, labels.mySureAbout),
  );
}

function drawLevel({ sure, answers, right }, labels) {
  const text = answers === 0 ? labels.mySureNone : fill(labels.mySureLevel, { n: right, m: answers });
  return h("li", {}, h("strong", {}, labels[`sure${sure}`]), ": ", text);
}
