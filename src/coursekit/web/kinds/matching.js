import { h, rich, uniqueId } from "../dom.js";
import { drawSelect } from "./options.js";
import { byId, entered, scored, shareOf } from "./score.js";
import { shuffled } from "./shuffle.js";

/** Everything that can be chosen. */
function rightSides({ pairs, extra = [] }) {
  return [...pairs.map((pair) => ({ id: pair.id, text: pair.right })), ...extra];
}

function chosenSide(question, response, pairId) {
  return byId(rightSides(question), entered(response, pairId));
}

function sayPair({ extra = [] }, pair, response) {
  const given = entered(response, pair.id);
  const say = { for: pair.id, right: given === pair.id, text: pair.says };
  const stray = byId(extra, given);
  return stray ? [say, { for: stray.id, right: false, text: stray.says }] : [say];
}

function drawPair(sides, pair, start, labels) {
  const id = uniqueId("pair");
  const select = drawSelect(sides, entered(start, pair.id), labels.choose, { id, "data-pair": pair.id });
  return h("div", { class: "row" }, h("label", { for: id }, rich(pair.left)), select);
}

function readPairs(el) {
  const filled = [...el.querySelectorAll("select")].filter((select) => select.value);
  return Object.fromEntries(filled.map((select) => [select.dataset.pair, select.value]));
}

export const matchingKind = {
  task: "taskMatching",

  blank: (question, response) => question.pairs.every((pair) => !chosenSide(question, response, pair.id)),

  grade(question, response) {
    const isRight = (pair) => entered(response, pair.id) === pair.id;
    const says = question.pairs.flatMap((pair) => sayPair(question, pair, response));
    return scored(shareOf(question.pairs, isRight), says);
  },

  input(question, start, labels) {
    const sides = shuffled(rightSides(question), question.id);
    const el = h("div", { class: "rows" }, question.pairs.map((pair) => drawPair(sides, pair, start, labels)));
    return { el, read: () => readPairs(el) };
  },

  name(question, id, response, labels) {
    const pair = byId(question.pairs, id);
    if (!pair) return byId(question.extra, id).text;
    return h("span", {}, rich(pair.left), " → ", chosenSide(question, response, id)?.text ?? labels.leftEmpty);
  },

  answer: ({ pairs }) => pairs.map((pair) => h("span", {}, rich(pair.left), " → ", pair.right)),
};
