import { fill } from "../../dom.js";
import { asList, asText, drawGroup } from "../parts.js";
import { drawRows, filledRows, remarksOnFewRows } from "../rows.js";

const USUAL_WEEKS = 12;

function weekNumbers({ weeks = USUAL_WEEKS }) {
  return Array.from({ length: weeks }, (_, place) => place + 1);
}

function calendarSpec(field, labels) {
  const columns = [
    { id: "what", kind: "text", label: labels.wbCalendarWhat },
    { id: "weeks", kind: "weeks", label: labels.wbCalendarWeeks, weeks: field.weeks ?? USUAL_WEEKS },
  ];
  return { columns, min: field.min_rows ?? 2, max: field.max_rows ?? Infinity };
}

export const calendarField = {
  draw(field, answer, { labels }, changed) {
    const rows = drawRows({ ...calendarSpec(field, labels), labels, changed }, answer);
    return { el: drawGroup(field, rows.el), read: rows.read };
  },

  isEmpty: (answer) => asList(answer).length === 0,

  blocks(field, answer, labels) {
    if (calendarField.isEmpty(answer)) return [];
    const weeks = weekNumbers(field);
    const rows = filledRows(calendarSpec(field, labels), answer).map(({ value }) => {
      return [asText(value.what), ...weeks.map((week) => (asList(value.weeks).includes(week) ? "×" : ""))];
    });
    return [{ table: { head: [labels.wbCalendarWhat, ...weeks.map(String)], rows } }];
  },

  remarks(field, answer, labels) {
    const rows = filledRows(calendarSpec(field, labels), answer);
    const open = rows.filter(({ value }) => asList(value.weeks).length === 0);
    const lacking = open.map(({ name }) => fill(labels.wbRowLacks, { field: field.label, row: name, column: labels.wbCalendarWeeks }));
    return [...remarksOnFewRows(field, rows, labels), ...lacking];
  },
};
