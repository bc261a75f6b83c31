import { h, setText } from "../dom.js";
import { addEntry } from "./book.js";
import { drawRatings, sayVerdict } from "./ratings.js";
import { sayRule } from "./rubric.js";

/** The rubric, filled in by the learner or a colleague. */
export function drawSelfCheck(book) {
  const { task, labels } = book;
  if (!task.rubric?.length) return null;
  const said = h("output", { class: "said verdict" });
  const place = h("div", { class: "entry rubric" });
  const draw = (answer) => {
    const ratings = drawRatings(task.rubric, answer, labels);
    const update = () => showVerdict(said, sayVerdict(task, ratings.read(), labels));
    ratings.el.addEventListener("change", update);
    update();
    return ratings;
  };
  addEntry(book, null, place, draw);
  const about = h("p", {}, labels.wbRubricAbout, " ", sayRule(task, labels));
  return h("section", { class: "self-check" }, h("h3", {}, labels.wbRubric), about, place, said);
}

function showVerdict(said, { text, passed }) {
  setText(said, text);
  said.classList.toggle("good", passed === true);
}
