import { fill, h, setText } from "../../dom.js";
import { showNumber } from "../../fold.js";
import { showSum, sumOf } from "../cells.js";
import { asList, asMapping, atRest, drawGroup } from "../parts.js";
import { drawRows, filledRows, remarksOnFewRows, tableOfRows } from "../rows.js";

function budgetSpec({ unit, min_rows: min, max_rows: max }, labels) {
  const columns = [
    { id: "line", kind: "text", label: labels.wbBudgetLine },
    { id: "who", kind: "text", label: labels.wbBudgetWho },
    { id: "amount", kind: "number", label: labels.wbBudgetAmount, unit },
    { id: "evaluation", kind: "tick", label: labels.wbBudgetEvaluation },
  ];
  return { columns, min: min ?? 3, max: max ?? Infinity };
}

/** The total, the part for evaluation, and that part in per cent. */
export function sumBudget(answer, unit) {
  const column = { id: "amount", unit };
  const rows = asList(answer).map(asMapping);
  const { sum: total, strange } = sumOf(column, rows);
  const { sum: evaluation } = sumOf(column, rows.filter((row) => row.evaluation === true));
  const share = total > 0 ? Math.round((1000 * evaluation) / total) / 10 : 0;
  return { total, evaluation, share, strange };
}

function sayBudget({ unit }, answer, { labels, lang }) {
  const { total, evaluation, share, strange } = sumBudget(answer, unit);
  const shown = (number) => showNumber(number, unit, lang);
  const values = { total: shown(total), evaluation: shown(evaluation), share: showNumber(share, "%", lang), n: strange };
  return fill(strange > 0 ? labels.wbBudgetStrange : labels.wbBudgetSum, values);
}

export const budgetField = {
  draw(field, answer, context, changed) {
    const sums = h("p", { class: "sums" });
    const update = () => setText(sums, sayBudget(field, rows.read(), context));
    const spec = budgetSpec(field, context.labels);
    const rows = drawRows({ ...spec, labels: context.labels, changed: () => (update(), changed()) }, answer);
    rows.el.addEventListener("input", atRest(update));
    update();
    return { el: drawGroup(field, rows.el, sums), read: rows.read };
  },

  isEmpty: (answer) => asList(answer).length === 0,

  blocks(field, answer, labels) {
    if (budgetField.isEmpty(answer)) return [];
    const { total, evaluation, share } = sumBudget(answer, field.unit);
    const last = [
      [labels.wbTotal, "", showSum(total), ""],
      [labels.wbBudgetForEvaluation, "", showSum(evaluation), `${share} %`],
    ];
    return [tableOfRows(budgetSpec(field, labels), answer, labels, last)];
  },

  remarks(field, answer, labels) {
    const rows = filledRows(budgetSpec(field, labels), answer);
    const open = rows.filter(({ value }) => !value.amount);
    const values = { field: field.label, column: labels.wbBudgetAmount };
    const lacking = open.map(({ name }) => fill(labels.wbRowLacks, { ...values, row: name }));
    const lines = [...remarksOnFewRows(field, rows, labels), ...lacking];
    const isMeasured = rows.some(({ value }) => value.evaluation === true);
    return isMeasured ? lines : [...lines, fill(labels.wbBudgetNoEvaluation, { field: field.label })];
  },
};
