import { fill } from "../../dom.js";
import { asMapping, drawGroup, isBlankText } from "../parts.js";
import { drawRows, tableOfRows } from "../rows.js";

const ROWS_OF_A_CELL = 3;

function gridSpec({ rows, columns }) {
  const texts = columns.map(({ id, text }) => ({ id, kind: "text", label: text, rows: ROWS_OF_A_CELL }));
  return { columns: texts, names: rows.map(({ text }) => text), max: rows.length };
}

function asGridRows({ rows }, answer) {
  return rows.map(({ id }) => asMapping(asMapping(answer)[id]));
}

/** Rows of an earlier version of the task are kept as they are. */
function asGrid({ rows }, values, start) {
  const filled = rows.map(({ id }, place) => [id, values[place] ?? {}]).filter(([, row]) => Object.keys(row).length > 0);
  const known = rows.map(({ id }) => id);
  const others = Object.entries(asMapping(start)).filter(([id]) => !known.includes(id));
  return Object.fromEntries([...others, ...filled]);
}

export const gridField = {
  draw(field, answer, { labels }, changed) {
    const rows = drawRows({ ...gridSpec(field), labels, changed }, asGridRows(field, answer));
    return { el: drawGroup(field, rows.el), read: () => asGrid(field, rows.read(), answer) };
  },

  isEmpty(answer) {
    const cells = Object.values(asMapping(answer)).flatMap((row) => Object.values(asMapping(row)));
    return cells.every(isBlankText);
  },

  blocks(field, answer, labels) {
    return gridField.isEmpty(answer) ? [] : [tableOfRows(gridSpec(field), asGridRows(field, answer), labels)];
  },

  remarks({ label, rows, columns }, answer, labels) {
    return rows.flatMap((row) => {
      const cells = asMapping(asMapping(answer)[row.id]);
      const open = columns.filter(({ id }) => isBlankText(cells[id]));
      return open.map((column) => fill(labels.wbRowLacks, { field: label, row: row.text, column: column.text }));
    });
  },
};
