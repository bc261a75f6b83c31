import { h, html, uniqueId } from "../../dom.js";
import { parseNumber } from "../../fold.js";
import { drawField } from "../../kinds/options.js";
import { isWithin } from "../../kinds/number.js";
import { compute, namesOf } from "../formula.js";
import { asText, drawLabelled, isBlankText } from "../parts.js";

export const numberField = {
  draw(field, answer, context) {
    const input = drawField(asText(answer), { inputmode: "decimal", class: "short" });
    const unit = field.unit ? h("span", { class: "unit", id: uniqueId("unit") }, field.unit) : null;
    const said = h("output", { class: "said" });
    const shown = h("div", { class: "with-unit" }, input, unit);
    const el = drawLabelled(field, input, { shown, notes: [unit] });
    el.append(said);
    context.checks.set(field.id, () => sayNumber(said, field, input.value, context));
    input.addEventListener("change", context.checkAll);
    return { el, read: () => input.value };
  },

  isEmpty: isBlankText,

  blocks(field, answer) {
    const text = asText(answer).trim();
    return text === "" ? [] : [{ paragraph: field.unit ? `${text} ${field.unit}` : text }];
  },
};

/** Said when the field is left, and only if it is something new. */
function sayNumber(said, field, text, { labels, readings }) {
  const { tone, text: message, isHtml } = judgeNumber(field, text, readings, labels);
  const key = `${tone}: ${message}`;
  if (said.dataset.key === key) return;
  said.dataset.key = key;
  said.className = `said ${tone}`;
  if (isHtml) html(said, message);
  else said.textContent = message;
}

function judgeNumber(field, text, readings, labels) {
  if (isBlankText(text)) return { tone: "", text: "" };
  const numbers = parseNumber(text, field.unit ? [field.unit] : []);
  if (numbers.length === 0) return { tone: "mend", text: labels.notANumber };
  if (!field.check) return { tone: "", text: "" };
  return judgeCheck(field.check, numbers, readings, labels);
}

/** Any way to read the numbers that fits is right. */
function judgeCheck({ equals, tolerance, says }, numbers, readings, labels) {
  const known = Object.fromEntries(namesOf(equals).map((name) => [name, readings(name)]));
  const { values, missing } = compute(equals, known);
  if (missing.length > 0) return { tone: "", text: labels.wbNumberWaits };
  const isRight = values.some((value) => numbers.some((number) => isWithin(number, value, tolerance)));
  return { tone: isRight ? "good" : "mend", text: isRight ? says.right : says.wrong, isHtml: true };
}
