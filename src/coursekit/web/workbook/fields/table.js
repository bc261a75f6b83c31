import { fill, h, setText } from "../../dom.js";
import { parseNumber, showNumber } from "../../fold.js";
import { CELLS, showSum, sumOf } from "../cells.js";
import { asList, asMapping, atRest, drawGroup } from "../parts.js";
import { drawRows, filledRows, remarksOnFewRows, tableOfRows } from "../rows.js";

function rowsSpec({ columns, rows = [], min_rows: min, max_rows: max }) {
  return { columns, names: rows, min: min ?? 1, max: max ?? (rows.length > 0 ? rows.length : Infinity) };
}

export const tableField = {
  draw(field, answer, context, changed) {
    const sums = h("p", { class: "sums" });
    const update = () => setText(sums, saySums(field, rows.read(), context));
    const rows = drawRows({ ...rowsSpec(field), labels: context.labels, changed: () => (update(), changed()) }, answer);
    rows.el.addEventListener("input", atRest(update));
    update();
    return { el: drawGroup(field, rows.el, field.columns.some(({ sum }) => sum) && sums), read: rows.read };
  },

  isEmpty: (answer) => !asList(answer).some((row) => Object.keys(asMapping(row)).length > 0),

  blocks(field, answer, labels) {
    if (tableField.isEmpty(answer)) return [];
    const last = field.columns.some(({ sum }) => sum) ? [sumRow(field, answer, labels)] : [];
    return [tableOfRows(rowsSpec(field), answer, labels, last)];
  },

  remarks(field, answer, labels) {
    const rows = filledRows(rowsSpec(field), answer);
    const named = (field.rows ?? []).filter((name) => !rows.some((row) => row.name === name));
    const open = named.map((row) => fill(labels.wbRowOpen, { field: field.label, row }));
    const few = remarksOnFewRows(field, rows, labels);
    return [...few, ...open, ...rows.flatMap((row) => remarksOnRow(field, row, labels))];
  },
};

function remarksOnRow(field, { name, value }, labels) {
  const values = { field: field.label, row: name };
  const lacking = field.columns.filter(({ id, kind, needed }) => needed && CELLS[kind].isBlank(value[id]));
  const strange = field.columns.filter((column) => isStrange(column, value[column.id]));
  return [
    ...lacking.map(({ label }) => fill(labels.wbRowLacks, { ...values, column: label })),
    ...strange.map(({ label }) => fill(labels.wbRowStrange, { ...values, column: label })),
  ];
}

function isStrange({ kind, unit }, value) {
  return kind === "number" && !CELLS.number.isBlank(value) && parseNumber(value, unit ? [unit] : []).length === 0;
}

function saySums({ columns }, rows, { labels, lang }) {
  const summed = columns.filter(({ sum }) => sum).map((column) => ({ column, ...sumOf(column, rows) }));
  return summed
    .filter(({ n }) => n > 0)
    .map(({ column, sum, strange }) => {
      const values = { column: column.label, sum: showNumber(sum, column.unit, lang), n: strange };
      return fill(strange > 0 ? labels.wbSumStrange : labels.wbSum, values);
    })
    .join(" · ");
}

function sumRow({ columns, rows = [] }, answer, labels) {
  const values = asList(answer).map(asMapping);
  const cells = columns.map((column) => (column.sum ? showSum(sumOf(column, values).sum) : ""));
  if (rows.length > 0) return [labels.wbTotal, ...cells];
  return cells[0] === "" ? [labels.wbTotal, ...cells.slice(1)] : cells;
}
