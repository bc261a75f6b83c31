import { fill } from "../dom.js";
import { isDay } from "../moments.js";
import { CELLS, columnName } from "./cells.js";
import { toIcs } from "./ics.js";
import { asList, asMapping, asText } from "./parts.js";

/** The calendar file of an exercise: {text, n} with `missing`, what people should know is not in it. */
export function calendarFile(task, answers, labels) {
  const found = calendarEntries(task, answers.fields);
  const { start, entries, rows } = task.calendar;
  const missing = [];
  if (!found.day) {
    const titles = entries.map(({ title }) => `“${title}”`).join(", ");
    missing.push(fill(labels.icsNoStart, { field: labelOf(task, start), entries: titles }));
  }
  if (found.left > 0) missing.push(fill(labels.icsRowsLeft, { field: labelOf(task, rows.table), n: found.left }));
  return { text: toIcs(found.entries, { name: task.id, at: answers.at }), n: found.entries.length, missing };
}

function labelOf(task, name) {
  return fieldIn(task, name)?.label ?? name;
}

function fieldIn({ steps }, name) {
  return steps.flatMap(({ fields }) => fields).find(({ id }) => id === name);
}

/** What goes into a calendar: {day, entries: [{id, day, title, text}], left}; `left` rows lack a day or a title. */
export function calendarEntries(task, fields) {
  const { calendar } = task;
  const day = asDay(fields[calendar.start]);
  const counted = day ? calendar.entries.map((entry) => ({ ...entry, day: dayLater(day, entry) })) : [];
  const rows = calendar.rows ? asList(fields[calendar.rows.table]).map((row, place) => rowEntry(task, asMapping(row), place)) : [];
  const begun = rows.filter(({ isBegun }) => isBegun);
  const whole = begun.filter((row) => row.day && row.title);
  const entries = [...counted, ...whole].map((entry) => ({ id: entry.id, day: entry.day, title: entry.title, text: entry.text }));
  return { day, entries, left: begun.length - whole.length };
}

/** What else stands in the row goes into the text. */
function rowEntry(task, row, place) {
  const { table, date, title } = task.calendar.rows;
  const columns = fieldIn(task, table)?.columns ?? [];
  const others = columns.filter(({ id, kind }) => id !== date && id !== title && !CELLS[kind].isBlank(row[id]));
  const text = others.map((column) => `${columnName(column)}: ${CELLS[column.kind].show(column, row[column.id])}`).join("\n");
  const isBegun = columns.some(({ id, kind }) => !CELLS[kind].isBlank(row[id]));
  return { id: `${table}-${place + 1}`, day: asDay(row[date]), title: oneLineOf(row[title]), text, isBegun };
}

function oneLineOf(text) {
  return asText(text).trim().replace(/\s+/g, " ");
}

/** A day of the calendar as `2026-02-02`, or null. */
function asDay(value) {
  const text = asText(value).trim();
  return isDay(text) ? text : null;
}

function isoDay(time) {
  return new Date(time).toISOString().slice(0, 10);
}

/** So many days or months later; a month that is too short ends on its last day. */
export function dayLater(day, { days = 0, months = 0 }) {
  const [year, month, date] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoDay(Date.UTC(year, month - 1 + months, Math.min(date, last) + days));
}
