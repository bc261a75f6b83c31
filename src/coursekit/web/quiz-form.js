import { h, html, uniqueId } from "./dom.js";
import { KINDS } from "./grade.js";
import { drawHints, drawKeep, drawSure } from "./quiz-parts.js";

/** The parts of one question on the page. `actions` are what its buttons and fields set off, each given the quiz. */
export function drawQuiz(model, actions) {
  const question = model.get("question");
  const labels = model.get("labels");
  const quiz = { model, question, labels, kind: KINDS[question.kind], attempt: null, input: null };
  quiz.answer = h("div", { class: "answer", oninput: () => actions.edited(quiz) });
  quiz.notice = h("p", { class: "notice", hidden: true }, labels.changedQuestion);
  quiz.hints = drawHints(question, labels);
  quiz.sure = drawSure(question, labels);
  quiz.buttons = drawButtons(quiz, actions);
  quiz.feedback = h("output", { class: "feedback", role: "status", "aria-live": "polite", "aria-atomic": "false" });
  quiz.keep = drawKeep(model, labels);
  quiz.form = drawForm(quiz, actions);
  return quiz;
}

function drawForm(quiz, actions) {
  const { question, labels, kind, buttons } = quiz;
  const id = uniqueId("prompt");
  const prompt = html(h("legend", { id }), question.prompt);
  return h(
    "form",
    formProps(quiz, actions, id),
    quiz.notice,
    h("fieldset", {}, prompt, h("p", { class: "task" }, labels[kind.task]), quiz.answer),
    quiz.hints.el,
    quiz.sure.el,
    h("div", { class: "buttons" }, buttons.check, buttons.tryAgain, buttons.answerAgain, buttons.showAnswer),
    quiz.feedback,
    quiz.keep.el,
  );
}

/**
 * A question that stands on the page twice has its name once: landmarks of one name cannot be told apart.
 * Without Lumino's attribute JupyterLab takes arrows and letters for its own commands.
 */
function formProps(quiz, actions, promptId) {
  const { id } = quiz.question;
  const isRepeated = document.querySelector(`form.quiz[data-question="${CSS.escape(id)}"]`) !== null;
  const onsubmit = (event) => {
    event.preventDefault();
    actions.check(quiz);
  };
  const labelledBy = isRepeated ? null : promptId;
  const props = { class: "quiz controls", novalidate: true, "data-question": id, "data-lm-suppress-shortcuts": "true" };
  return { ...props, "aria-labelledby": labelledBy, onsubmit };
}

function drawButtons(quiz, actions) {
  const { labels } = quiz;
  const button = (name, props) => {
    const onclick = () => actions[name](quiz);
    return h("button", { type: "button", hidden: true, ...props, onclick }, labels[name]);
  };
  return {
    check: h("button", { type: "submit", class: "check main" }, labels.check),
    tryAgain: button("tryAgain", { class: "again" }),
    answerAgain: button("answerAgain", { class: "again" }),
    showAnswer: button("showAnswer", {}),
  };
}
