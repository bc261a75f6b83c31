import { fill, h, uniqueId } from "../dom.js";
import { fold } from "../fold.js";
import { drawField, drawSelect } from "./options.js";
import { byId, entered, scored, shareOf } from "./score.js";
import { judgeText } from "./text.js";
import { inShownOrder } from "./shuffle.js";

function isFilled(gap, response) {
  const given = entered(response, gap.id);
  return gap.options ? Boolean(byId(gap.options, given)) : fold(given) !== "";
}

function judgeGap(gap, response) {
  if (!isFilled(gap, response)) return { outcome: "wrong", text: null };
  const given = entered(response, gap.id);
  if (!gap.options) return judgeText(gap, given);
  const { right, says } = byId(gap.options, given);
  return { outcome: right ? "right" : "wrong", text: says };
}

function drawGap(question, gap, start, labels, textId) {
  const number = question.gaps.indexOf(gap) + 1;
  const name = fill(labels.gap, { n: number, m: question.gaps.length });
  const props = { "data-gap": gap.id, "aria-label": name, "aria-describedby": textId };
  const value = entered(start, gap.id);
  if (!gap.options) return drawField(value, { ...props, class: "short" });
  return drawSelect(inShownOrder(question, gap.options), value, labels.choose, props);
}

function readGaps(el) {
  const gaps = [...el.querySelectorAll("[data-gap]")];
  return Object.fromEntries(gaps.map((gap) => [gap.dataset.gap, gap.value]));
}

function rightText(gap) {
  return gap.options ? gap.options.find((option) => option.right).text : gap.accept[0];
}

function drawParts({ parts, gaps }, drawOne) {
  return parts.map((part) => (part.gap ? drawOne(byId(gaps, part.gap)) : part.text));
}

export const gapsKind = {
  task: "taskGaps",

  blank: (question, response) => !question.gaps.some((gap) => isFilled(gap, response)),

  /** One slip of the fingers and nothing right yet is "nearly", as in a text. */
  grade({ gaps }, response) {
    const judged = gaps.map((gap) => ({ id: gap.id, ...judgeGap(gap, response) }));
    const says = judged.map(({ id, outcome, ...say }) => ({ for: id, right: outcome === "right", ...say }));
    const result = scored(shareOf(judged, (gap) => gap.outcome === "right"), says);
    const nearly = result.score === 0 && judged.some((gap) => gap.outcome === "nearly");
    return nearly ? { ...result, outcome: "nearly" } : result;
  },

  input(question, start, labels) {
    const id = uniqueId("gaps");
    const parts = drawParts(question, (gap) => drawGap(question, gap, start, labels, id));
    const el = h("p", { class: "gaps", id }, parts);
    return { el, read: () => readGaps(el) };
  },

  name({ gaps }, id, response) {
    const gap = byId(gaps, id);
    if (!isFilled(gap, response)) return null;
    const given = entered(response, id);
    return gap.options ? byId(gap.options, given).text : given;
  },

  answer: (question) => [h("span", {}, drawParts(question, (gap) => h("strong", {}, rightText(gap))))],
};
