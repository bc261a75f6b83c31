import { fill, h } from "../dom.js";
import { pageLang } from "../read-page.js";
import { isDay, sayDay } from "../moments.js";
import { parseNumber, showNumber } from "../fold.js";
import { drawField, drawSelect } from "../kinds/options.js";
import { byId } from "../kinds/score.js";
import { asList, asText, isBlankText } from "./parts.js";

/** What can stand in one place of a row. `width` in rem is what it needs beside others. */

const ISO_DAY = /^\d{4}-\d\d-\d\d$/;
const LONGEST_CELL = 5_000;

/** A text grows with what is typed, so that nobody writes through a keyhole. */
const textCell = {
  width: 11,
  draw: (column, value) => h("textarea", { rows: column.rows ?? 1, maxlength: LONGEST_CELL }, asText(value)),
  read: (el) => el.value,
  isBlank: isBlankText,
  show: (column, value) => asText(value).trim(),
};

const numberCell = {
  ...textCell,
  width: 7,
  draw: (column, value) => drawField(asText(value), { inputmode: "decimal", "data-column": column.id }),
};

/** What is not a day of the calendar, such as "spring 2027", stays what it is. */
const dateCell = {
  ...textCell,
  width: 10,
  draw(column, value) {
    const fitsField = isBlankText(value) || ISO_DAY.test(value);
    return fitsField ? h("input", { type: "date", value: asText(value) }) : drawField(value, {});
  },
  show: (column, value) => showIsoDay(asText(value).trim()),
};

const choiceCell = {
  ...textCell,
  width: 9,
  draw: (column, value, labels) => drawSelect(column.options, value, labels.choose, {}),
  show: (column, value) => byId(column.options, value)?.text ?? "",
};

const tickCell = {
  width: 7,
  draw: (column, value) => h("input", { type: "checkbox", checked: value === true }),
  read: (el) => el.checked,
  isBlank: (value) => value !== true,
  show: (column, value, labels) => (value === true ? labels.wbYes : ""),
};

const weeksCell = {
  width: 40,
  isGroup: true,
  draw(column, value, labels) {
    const ticked = asList(value);
    const weeks = Array.from({ length: column.weeks }, (_, place) => place + 1);
    return h("div", { class: "week-list" }, weeks.map((week) => drawWeek(week, ticked.includes(week), labels)));
  },
  read: (el) => [...el.querySelectorAll("input:checked")].map((input) => Number(input.value)),
  isBlank: (value) => asList(value).length === 0,
  show: (column, value) => asList(value).join(", "),
};

function drawWeek(week, checked, labels) {
  const name = fill(labels.wbWeek, { n: week });
  return h("label", { class: "week" }, h("input", { type: "checkbox", value: week, checked, "aria-label": name }), week);
}

export const CELLS = {
  text: textCell,
  number: numberCell,
  date: dateCell,
  choice: choiceCell,
  tick: tickCell,
  weeks: weeksCell,
};

/** The name of a column with its unit, as it stands above a cell and in a table. */
export function columnName({ label, unit }) {
  return unit ? `${label} (${unit})` : label;
}

/** A cell with its name; a narrow screen shows the name in every row. */
export function drawCell(column, value, labels) {
  const kind = CELLS[column.kind];
  const el = kind.draw(column, value, labels);
  const name = h(kind.isGroup ? "legend" : "span", { class: "cell-name" }, columnName(column));
  const props = { class: `cell ${column.kind}` };
  const whole = kind.isGroup ? h("fieldset", props, name, el) : h("label", props, name, el);
  return { column, whole, read: () => kind.read(el) };
}

/** `2026-02-02` in words, the same in every time zone; what is not a day of the calendar stays what it is. */
export function showIsoDay(text) {
  return isDay(text) ? sayDay(text, pageLang()) : text;
}

/** A sum in a document, written as the page writes its days. */
export function showSum(sum) {
  return showNumber(sum, "", pageLang());
}

/** The sum of a column: lines that are no number are left out and counted. */
export function sumOf(column, rows) {
  const texts = rows.map((row) => asText(row[column.id])).filter((text) => text.trim() !== "");
  const numbers = texts.map((text) => parseNumber(text, column.unit ? [column.unit] : [])[0]);
  const sum = numbers.reduce((total, number) => total + (number ?? 0), 0);
  return { sum, n: texts.length, strange: numbers.filter((number) => number === undefined).length };
}
