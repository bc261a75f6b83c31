import { fill, h } from "../dom.js";
import { showNumber } from "../fold.js";
import { drawNumberField, isWithin, readingsOf } from "./number.js";
import { blankResult, unscored } from "./score.js";

/** "3.540" can be two numbers: the one that fits the scale is meant. */
function guessOf({ scale }, response) {
  const readings = readingsOf(response, scale);
  return readings.find((value) => value >= scale.min && value <= scale.max) ?? readings[0];
}

function estimateText({ actual, close, says }, guess) {
  if (isWithin(guess, actual, close)) return says.close;
  return guess < actual ? says.low : says.high;
}

/** A slider always stands somewhere; in the middle it suggests least, and it counts only once it was moved. */
function drawSlider({ scale }, start, labels) {
  const { min, max, step } = scale;
  const middle = (min + max) / 2;
  const props = { type: "range", min, max, step, "aria-label": labels.guessSlider };
  return h("input", { ...props, value: start ?? middle });
}

/** Either can be used alone; each follows the other. */
function keepInStep(question, slider, field, labels) {
  let digits; // made when the slider moves: it costs more than all the rest of the question
  const follow = () => {
    const guess = guessOf(question, field.value);
    if (guess !== undefined) slider.value = guess;
    const text = guess === undefined ? labels.noGuess : showNumber(guess, question.scale.unit, question.lang);
    slider.setAttribute("aria-valuetext", text);
  };
  const lead = () => {
    digits ??= new Intl.NumberFormat(question.lang, { useGrouping: false, maximumFractionDigits: 6 });
    field.value = digits.format(slider.value);
    follow();
  };
  slider.addEventListener("input", lead);
  field.addEventListener("input", follow);
  follow();
}

/** A bar of a list that tells name and number as text, so the bar itself has nothing to say. */
function drawBar({ scale, lang }, name, value, mark) {
  const length = { max: scale.max - scale.min, value: Math.max(0, value - scale.min) };
  const bar = h("progress", { ...length, "aria-hidden": "true" });
  const number = h("strong", {}, showNumber(value, scale.unit, lang));
  return h("li", { class: mark }, h("span", { class: "name" }, name), " ", number, bar);
}

export const estimateKind = {
  task: "taskEstimate",

  blank: (question, response) => typeof response !== "string" || response.trim() === "",

  grade(question, response) {
    const guess = guessOf(question, response);
    if (guess === undefined) return blankResult("not-a-number");
    return unscored([{ for: null, right: null, text: estimateText(question, guess) }]);
  },

  input(question, start, labels) {
    const { el, field } = drawNumberField(start ?? "", labels.yourGuess, question.scale.unit);
    const slider = drawSlider(question, start === null ? null : guessOf(question, start), labels);
    keepInStep(question, slider, field, labels);
    return { el: h("div", { class: "estimate" }, slider, el), read: () => field.value };
  },

  figure(question, response, labels) {
    const real = fill(labels.realFigure, { date: question.date });
    return h(
      "ul",
      { class: "bars" },
      drawBar(question, labels.yourGuess, guessOf(question, response), "guess"),
      drawBar(question, real, question.actual, "real"),
      (question.others ?? []).map((other) => drawBar(question, other.text, other.value, "other")),
    );
  },
};
