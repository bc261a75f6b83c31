import { fill, h, html } from "../dom.js";

const RATES = "☐0 ☐1 ☐2 ☐3";
const SHORT_KINDS = ["text", "number", "date"];

/** The product on paper: the fields of the exercise with room to write. */
export function drawTemplate({ task, labels }) {
  const steps = task.steps.filter(({ fields }) => fields.length > 0);
  const drawBlanks = (fields) => fields.map((field) => drawBlankField(field, labels));
  return steps.map(({ title, fields }) => h("div", {}, h("h2", {}, title), drawBlanks(fields)));
}

function drawBlankField(field, labels) {
  const unit = field.unit ? ` (${field.unit})` : "";
  const name = (field.optional ? fill(labels.wbOptional, field) : field.label) + unit;
  const help = field.help ? html(h("div", { class: "small" }), field.help) : null;
  return h("div", { class: "blank-field" }, h("p", {}, h("strong", {}, name)), help, drawRoom(field));
}

function drawRoom(field) {
  if (field.columns) return drawBlankTable(field);
  if (field.parts) return h("div", {}, field.parts.map(({ text }) => [h("p", {}, text), h("div", { class: "room short" })]).flat());
  const items = field.options ?? field.items ?? field.criteria;
  if (items) return drawTicks(items, field.criteria ? RATES : "☐");
  const isShort = SHORT_KINDS.includes(field.kind);
  return h("div", { class: isShort ? "room short" : "room" });
}

function drawTicks(items, box) {
  return h("ul", { class: "ticks" }, items.map(({ text }) => h("li", {}, `${box} ${text}`)));
}

/** Tables and grids: rows with names, or as many empty ones as are asked for. */
function drawBlankTable({ columns, rows, min_rows: fewest }) {
  const names = rows.map((row) => row.text ?? row);
  const corner = names.length > 0 ? h("td", {}) : null;
  const head = h("tr", {}, corner, columns.map(({ label, text }) => h("th", { scope: "col" }, label ?? text)));
  const row = (name) => h("tr", {}, name && h("th", { scope: "row" }, name), columns.map(() => h("td", {})));
  const body = names.length > 0 ? names.map(row) : Array.from({ length: fewest }, () => row(""));
  return h("table", { class: "blank" }, h("thead", {}, head), h("tbody", {}, body));
}
