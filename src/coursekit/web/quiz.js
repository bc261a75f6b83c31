import { h } from "./dom.js";
import { grade } from "./grade.js";
import { drawAnswer, drawResult } from "./feedback.js";
import { drawQuiz } from "./quiz-form.js";
import { isResting, setResting } from "./quiz-parts.js";

/** One question: from the prompt to the feedback. */
export function renderQuiz({ model, el }) {
  const quiz = drawQuiz(model, { check, edited, tryAgain, answerAgain, showAnswer });
  restore(quiz);
  el.append(quiz.form);
  const onAttempt = () => follow(quiz);
  model.on("change:attempt", onAttempt);
  model.on("change:keep", quiz.keep.settle);
  return () => {
    model.off("change:attempt", onAttempt);
    model.off("change:keep", quiz.keep.settle);
  };
}

/** The attempt of an earlier visit, shown without a word from the screen reader. */
function restore(quiz) {
  const { model, question } = quiz;
  const attempt = model.get("attempt");
  quiz.attempt = attempt;
  const isCurrent = attempt?.revision === question.revision;
  const result = isCurrent ? grade(question, attempt.response) : null;
  const isShown = result !== null && result.outcome !== "blank";
  start(quiz, isShown ? attempt.response : null);
  quiz.notice.hidden = !attempt || isCurrent;
  if (isShown) showResult(quiz, attempt, result, "off");
}

/** Another tab has answered, or everything was erased. A learner at work here is not interrupted. */
function follow(quiz) {
  const isOwn = quiz.model.get("attempt")?.at === quiz.attempt?.at;
  if (isOwn || quiz.isEdited || quiz.form.contains(document.activeElement)) return;
  restore(quiz);
}

function start(quiz, response) {
  const { question, labels, kind } = quiz;
  clearResult(quiz);
  quiz.input = kind.input(question, response, labels, () => edited(quiz));
  quiz.answer.replaceChildren(quiz.input.el);
  quiz.hints.reset();
  quiz.sure.reset();
  quiz.isEdited = false;
}

function edited(quiz) {
  quiz.isEdited = true;
  clearResult(quiz);
}

function clearResult(quiz) {
  quiz.feedback.replaceChildren();
  quiz.feedback.setAttribute("aria-live", "polite");
  setChecked(quiz, null);
}

/** Which buttons make sense: `outcome` is null as long as nothing is checked. */
function setChecked(quiz, outcome) {
  const { check, tryAgain, answerAgain, showAnswer } = quiz.buttons;
  const isSolved = outcome === "right" || outcome === "done";
  setResting(check, outcome !== null);
  setResting(showAnswer, false);
  answerAgain.hidden = !isSolved;
  tryAgain.hidden = showAnswer.hidden = outcome === null || isSolved;
  quiz.hints.button.hidden = outcome !== null;
  quiz.sure.el.hidden = outcome !== null || !quiz.question.sure;
}

function check(quiz) {
  if (isResting(quiz.buttons.check)) return;
  const response = quiz.input.read();
  const result = grade(quiz.question, response);
  quiz.notice.hidden = true;
  if (result.outcome === "blank") return askForAnswer(quiz, result.problem);
  quiz.attempt = makeAttempt(quiz, response, result.score);
  quiz.isEdited = false;
  keepFocus(quiz);
  showResult(quiz, quiz.attempt, result, "polite");
  quiz.model.set("attempt", quiz.attempt);
  quiz.model.save_changes();
  quiz.keep.offer();
}

/** Enter on "how sure" checks too, and that part is about to be hidden. */
function keepFocus(quiz) {
  if (quiz.sure.el.contains(document.activeElement)) quiz.buttons.check.focus();
}

function askForAnswer({ feedback, labels, kind }, problem) {
  const text = problem ? labels.notANumber : `${labels.notYet} ${labels[kind.task]}`;
  feedback.replaceChildren(h("p", { class: "result blank" }, text));
}

function makeAttempt({ question, hints, sure }, response, score) {
  const { id, revision } = question;
  const at = new Date().toISOString();
  return { v: 1, question: id, revision, response, score, sure: sure.read(), hints: hints.count(), at };
}

function showResult(quiz, attempt, result, live) {
  setChecked(quiz, result.outcome);
  quiz.feedback.setAttribute("aria-live", live);
  quiz.feedback.replaceChildren(drawResult(quiz, attempt, result));
  if (live === "polite") quiz.feedback.querySelector(".outcome").scrollIntoView({ block: "nearest" });
}

/** The answer stays and can be mended. */
function tryAgain(quiz) {
  clearResult(quiz);
  quiz.sure.reset();
  focusAnswer(quiz);
}

/** A solved question starts empty: remembering is the exercise. */
function answerAgain(quiz) {
  start(quiz, null);
  focusAnswer(quiz);
}

function focusAnswer(quiz) {
  quiz.answer.querySelector("input:checked, [tabindex='0'], input, select, button").focus();
}

function showAnswer(quiz) {
  if (isResting(quiz.buttons.showAnswer)) return;
  setResting(quiz.buttons.showAnswer, true);
  quiz.feedback.append(drawAnswer(quiz));
}

export default { render: renderQuiz };
