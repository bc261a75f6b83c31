import { fill, h, uniqueId } from "../dom.js";
import { setResting } from "../quiz-parts.js";
import { CELLS, columnName, drawCell } from "./cells.js";
import { asList, asMapping } from "./parts.js";

/** Wider than this (in rem), the cells of a row do not stand beside each other. */
const WIDEST_ROW = 38;

/**
 * Rows of cells. `columns` say what stands in a row, `names` are rows that cannot be taken away; the learner
 * adds others up to `max`. `changed` hears of rows that come and go; typing is heard by the page itself.
 */
export function drawRows({ columns, names = [], min = 1, max = Infinity, labels, changed }, answer) {
  const list = h("div", { class: "row-list" });
  const rows = { columns, names, max, labels, changed, list, drawn: [] };
  const values = asList(answer).map(asMapping);
  const n = Math.max(names.length, Math.min(min, max), values.length);
  for (let place = 0; place < n; place += 1) addRow(rows, place, values[place] ?? {});
  const foot = max > names.length ? drawFoot(rows) : null;
  const heads = drawHeads(columns);
  const el = h("div", { class: rowsClass(rows) }, heads, list, foot);
  renameRows(rows);
  return { el, read: () => readRows(rows), readAll: () => rows.drawn.map(readRow) };
}

/** How rows are laid out depends on what is in them, not only on the screen. */
function rowsClass({ columns, names, max }) {
  const width = columns.reduce((sum, column) => sum + CELLS[column.kind].width, 0);
  const isStack = columns.some(({ kind }) => CELLS[kind].isGroup);
  const classes = { beside: width <= WIDEST_ROW, stack: isStack, named: names.length > 0, open: max > names.length };
  return ["rows", ...Object.keys(classes).filter((name) => classes[name])].join(" ");
}

/** Seen where the cells stand beside each other; each cell has its own name for everybody else. */
function drawHeads(columns) {
  const cells = columns.map((column) => h("span", { class: `cell ${column.kind}` }, columnName(column)));
  const inner = h("div", { class: "cells" }, cells);
  return h("div", { class: "row heads", "aria-hidden": "true" }, h("span", { class: "row-name" }), inner);
}

function addRow(rows, place, value) {
  const { columns, names, labels, list, drawn } = rows;
  const name = h("span", { class: "row-name", id: uniqueId("row") });
  const cells = columns.map((column) => drawCell(column, value[column.id], labels));
  const row = { name, cells, value, el: null, remove: null };
  if (place >= names.length) row.remove = drawRemove(rows, row);
  const inner = h("div", { class: "cells" }, cells.map((cell) => cell.whole));
  row.el = h("div", { class: "row", role: "group", "aria-labelledby": name.id }, name, inner, row.remove);
  list.insertBefore(row.el, list.children[place] ?? null);
  drawn.splice(place, 0, row);
  return row;
}

function drawRemove(rows, row) {
  return h("button", { type: "button", class: "remove", onclick: () => removeRow(rows, row) }, "×");
}

/** What was in the row is kept until the next one goes. */
function removeRow(rows, row) {
  const place = rows.drawn.indexOf(row);
  row.value = readRow(row);
  rows.drawn.splice(place, 1);
  row.el.remove();
  renameRows(rows);
  offerUndo(rows, row.value, place);
  rows.changed();
}

function offerUndo(rows, value, place) {
  const text = fill(rows.labels.wbUndoRow, { n: place + 1 });
  const undo = h("button", { type: "button", class: "undo", onclick: () => bringBack(rows, value, place) }, text);
  rows.undo.replaceChildren(undo);
  undo.focus();
}

function bringBack(rows, value, place) {
  rows.undo.replaceChildren();
  focusRow(addRow(rows, Math.min(place, rows.drawn.length), value));
  renameRows(rows);
  rows.changed();
}

function drawFoot(rows) {
  const { labels } = rows;
  rows.undo = h("span", { class: "undo-place" });
  rows.add = h("button", { type: "button", class: "add", onclick: () => appendRow(rows) }, labels.wbAddRow);
  return h("div", { class: "row-foot" }, rows.add, rows.undo);
}

function appendRow(rows) {
  if (rows.drawn.length >= rows.max) return;
  const row = addRow(rows, rows.drawn.length, {});
  renameRows(rows);
  focusRow(row);
  rows.changed();
}

function focusRow({ el }) {
  el.querySelector("textarea, input, select").focus();
}

function renameRows({ drawn, names, labels, max, add }) {
  drawn.forEach(({ name, remove }, place) => {
    name.textContent = names[place] ?? String(place + 1);
    if (!names[place]) name.setAttribute("aria-label", fill(labels.wbRow, { n: place + 1 }));
    remove?.setAttribute("aria-label", fill(labels.wbRemoveRow, { n: place + 1 }));
  });
  if (add) setResting(add, drawn.length >= max);
}

/** Rows nobody filled in are left out, but a named row keeps its place. */
function readRows({ drawn, names }) {
  const values = drawn.map(readRow);
  const isKept = (value, place) => place < names.length || Object.keys(value).length > 0;
  const kept = values.filter(isKept);
  return kept.some((value) => Object.keys(value).length > 0) ? kept : [];
}

/** Only what is filled in. What an earlier version of the task asked for stays with its row. */
function readRow({ cells, value }) {
  const known = cells.map(({ column }) => column.id);
  const others = Object.entries(value).filter(([id]) => !known.includes(id));
  const filled = cells.map((cell) => [cell.column.id, cell.read(), CELLS[cell.column.kind]]);
  const entries = filled.filter(([, entry, kind]) => !kind.isBlank(entry)).map(([id, entry]) => [id, entry]);
  return Object.fromEntries([...others, ...entries]);
}

/** Rows as the learner sees them: the name or number of each with its values. */
export function filledRows({ columns, names = [] }, answer) {
  const values = asList(answer).map(asMapping);
  const rows = values.map((value, place) => ({ name: names[place] ?? String(place + 1), value }));
  return rows.filter(({ value }) => columns.some(({ id, kind }) => !CELLS[kind].isBlank(value[id])));
}

/** Asked only where the task names a number. */
export function remarksOnFewRows({ label, min_rows: min = 1 }, rows, labels) {
  const [n, isFew] = [rows.length, rows.length > 0 && rows.length < min];
  return isFew ? [fill(labels.wbRowsFew, { field: label, n, min })] : [];
}

/** Rows as one table for documents. */
export function tableOfRows({ columns, names = [] }, answer, labels, last = []) {
  const rows = filledRows({ columns, names }, answer).map(({ name, value }) => {
    const cells = columns.map((column) => CELLS[column.kind].show(column, value[column.id], labels));
    return names.length > 0 ? [name, ...cells] : cells;
  });
  const head = columns.map(columnName);
  return { table: { head: names.length > 0 ? [labels.wbLine, ...head] : head, rows: [...rows, ...last] } };
}
