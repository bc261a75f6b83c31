import { fill, h } from "../dom.js";
import { addEntry } from "./book.js";
import { setText } from "./parts.js";
import { drawRatings, judgeRatings } from "./ratings.js";

/** The rubric, filled in by the learner or a colleague. */
export function drawSelfCheck(book) {
  const { task, labels } = book;
  if (!task.rubric?.length) return null;
  const said = h("output", { class: "said verdict" });
  const place = h("div", { class: "entry rubric" });
  const draw = (answer) => {
    const ratings = drawRatings(task.rubric, answer, labels);
    const update = () => sayVerdict(said, judgeRatings(task.rubric, ratings.read()), book);
    ratings.el.addEventListener("change", update);
    update();
    return ratings;
  };
  addEntry(book, null, place, draw);
  const about = h("p", {}, labels.wbRubricAbout);
  return h("section", { class: "self-check" }, h("h3", {}, labels.wbRubric), about, place, said);
}

function sayVerdict(said, { n, average, starsAtZero, passed }, { task, labels, lang }) {
  const shown = new Intl.NumberFormat(lang, { minimumFractionDigits: 1 }).format(average);
  const values = { n, m: task.rubric.length, average: shown, stars: starsAtZero.join("; ") };
  const isOpen = n === 0 ? "" : fill(labels.wbRatedSome, values);
  const isStar = passed === false && starsAtZero.length > 0;
  const verdict = passed ? labels.wbPassed : isStar ? labels.wbStarAtZero : labels.wbNotPassed;
  setText(said, passed === null ? isOpen : fill(verdict, values));
  said.classList.toggle("good", passed === true);
}
