import { fill, h, uniqueId } from "./dom.js";
import { grade } from "./grade.js";
import { renderQuiz } from "./quiz.js";

/** Several questions with one summary. */
export function renderQuizSet({ model, el }) {
  const id = uniqueId("set");
  const questions = model.get("questions");
  const summary = h("output", { class: "summary", role: "status", "aria-live": "polite" });
  const count = h("p", { class: "small" });
  const items = questions.map((question, place) => drawSetItem(model, question, place, questions.length));
  const update = () => updateSummary(model, items, count, summary);
  const title = h("p", { class: "set-title", id }, model.get("labels").setTitle);
  update();
  const list = items.map((item) => item.el);
  el.append(h("div", { class: "quiz-set controls", role: "region", "aria-labelledby": id }, title, count, list, summary));
  model.on("change:attempts", update);
  return () => {
    model.off("change:attempts", update);
    items.forEach((item) => item.stop());
  };
}

function drawSetItem(model, question, place, total) {
  const name = fill(model.get("labels").setCount, { n: place + 1, m: total });
  const el = h("div", { class: "set-item", id: question.id, tabindex: -1 }, h("p", { class: "small" }, name));
  const stop = renderQuiz({ model: modelOf(model, question), el });
  return { question, name, el, stop };
}

/** What one question of the set takes for its model. */
function modelOf(model, question) {
  const setName = (name) => (name === "change:attempt" ? "change:attempts" : name);
  return {
    get(key) {
      if (key === "question") return question;
      return key === "attempt" ? latestAttempt(model, question) : model.get(key);
    },
    set(key, value) {
      if (key === "attempt") model.set("attempts", { ...model.get("attempts"), [question.id]: value });
      else model.set(key, value);
    },
    save_changes: () => model.save_changes(),
    on: (name, listener) => model.on(setName(name), listener),
    off: (name, listener) => model.off(setName(name), listener),
  };
}

function latestAttempt(model, question) {
  const attempts = model.get("attempts") ?? {};
  return Object.hasOwn(attempts, question.id) ? attempts[question.id] : null;
}

function outcomeIn(model, question) {
  const attempt = latestAttempt(model, question);
  return attempt?.revision === question.revision ? grade(question, attempt.response).outcome : "blank";
}

function updateSummary(model, items, count, summary) {
  const labels = model.get("labels");
  const results = items.map((item) => ({ item, outcome: outcomeIn(model, item.question) }));
  const answered = results.filter(({ outcome }) => outcome !== "blank");
  count.textContent = fill(labels.setAnswered, { n: answered.length, m: items.length });
  if (answered.length < items.length) summary.replaceChildren();
  else summary.replaceChildren(drawSummary(results, model.get("pass"), labels));
}

/** Questions without a right or wrong had to be answered, but they do not count. */
function drawSummary(results, pass, labels) {
  const judged = results.filter(({ outcome }) => outcome !== "done");
  const again = judged.filter(({ outcome }) => outcome !== "right").map(({ item }) => item);
  const [right, all] = [judged.length - again.length, judged.length];
  const need = Math.ceil(pass * all - 1e-9);
  return h(
    "div",
    { class: "result" },
    h("p", { class: "outcome" }, fill(labels.setResult, { n: right, m: all })),
    h("p", {}, fill(right >= need ? labels.setPassed : labels.setFailed, { need })),
    again.length > 0 && drawAgain(again, labels),
  );
}

function drawAgain(items, labels) {
  const links = items.map((item) => h("li", {}, drawItemLink(item)));
  return h("div", {}, h("p", {}, labels.setAgain), h("ul", {}, links));
}

/** The focus goes along; the address stays, because in JupyterLab it is not ours. */
function drawItemLink({ el, name, question }) {
  const onclick = (event) => {
    event.preventDefault();
    el.focus();
  };
  return h("a", { href: `#${el.id}`, onclick }, `${name}: ${question.title}`);
}

export default { render: renderQuizSet };
