import { h } from "../dom.js";
import { parseNumber, showNumber } from "../fold.js";
import { drawField } from "./options.js";
import { blankResult, scored } from "./score.js";

export function readingsOf(response, { unit, units = [] }) {
  return parseNumber(response, [unit, ...units].filter(Boolean));
}

/** Within the tolerance, its edges included: 0.1 + 0.2 is within 0 of 0.3. */
export function isWithin(value, target, tolerance = 0) {
  const rounding = 1e-9 * Math.max(1, Math.abs(target));
  return Math.abs(value - target) <= tolerance + rounding;
}

function findMistake({ mistakes = [] }, readings) {
  return mistakes.find((mistake) => readings.some((value) => isWithin(value, mistake.value, mistake.tolerance)));
}

function wrongText(question, readings) {
  const mistake = findMistake(question, readings);
  if (mistake) return mistake.says;
  return readings[0] < question.answer ? question.says.low : question.says.high;
}

/** The field with its unit; estimate draws the same. */
export function drawNumberField(value, label, unit) {
  const field = drawField(value, { inputmode: "decimal", class: "short" });
  const line = h("span", {}, field, unit ? ` ${unit}` : null);
  return { el: h("label", { class: "field" }, h("span", { class: "name" }, label), line), field };
}

export const numberKind = {
  task: "taskNumber",

  blank: (question, response) => typeof response !== "string" || response.trim() === "",

  grade(question, response) {
    const readings = readingsOf(response, question);
    if (readings.length === 0) return blankResult("not-a-number");
    const right = readings.some((value) => isWithin(value, question.answer, question.tolerance));
    const text = right ? question.says.right : wrongText(question, readings);
    return scored(right ? 1 : 0, [{ for: null, right, text }]);
  },

  input(question, start, labels) {
    const { el, field } = drawNumberField(start ?? "", labels.yourAnswer, question.unit);
    return { el, read: () => field.value };
  },

  answer: (question) => [showNumber(question.answer, question.unit, question.lang)],
};
