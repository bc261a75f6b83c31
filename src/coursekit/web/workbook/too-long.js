import { fill, h, setText } from "../dom.js";
import { pageLang } from "../read-page.js";
import { LONGEST_WORKBOOK, lengthOf } from "../stored.js";

/** In words, why the work is not written any more; an empty text while it is. */
export function sayTooLong({ unsaved, labels }) {
  if (!unsaved) return "";
  const [n, max] = [lengthOf(unsaved), LONGEST_WORKBOOK].map((number) => number.toLocaleString(pageLang()));
  return fill(labels.wbTooLong, { n, max });
}

/** Said below the step in which the learner is at work. */
export function drawTooLong(book, el) {
  const said = h("output", { class: "notice too-long", hidden: true });
  const update = () => {
    const step = document.activeElement?.closest(".step, .self-check");
    if (book.unsaved && said.hidden && step && el.contains(step)) step.append(said);
    said.hidden = !book.unsaved;
    setText(said, sayTooLong(book));
  };
  return { el: said, update };
}
