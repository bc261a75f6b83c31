import { fill, h } from "../dom.js";
import { draw, drawNumber, drawToolResult, numberText } from "./parts.js";

/**
 * What a year of pay brings, at standard rates: a list of {id, amount, town} in the order of the rates, where
 * `town` is the part that goes to the town's own budget. A rate "of the rest" is taken of what the earlier
 * deductions of the employee leave over.
 */
export function taxFlows(employees, pay, rates) {
  const gross = employees * pay * 12;
  let rest = gross;
  const flows = [];
  for (const { id, rate, of, paid_by: paidBy, town_share: townShare } of rates) {
    const amount = ((of === "pay" ? gross : rest) * rate) / 100;
    if (paidBy === "employee" && of === "pay") rest -= amount;
    flows.push({ id, amount, town: (amount * (townShare ?? 0)) / 100 });
  }
  return { gross, flows, total: sum(flows, "amount"), town: sum(flows, "town") };
}

function sum(flows, name) {
  return flows.reduce((total, flow) => total + flow[name], 0);
}

export function drawWhoPays({ tool, labels, lang }) {
  const changed = () => update();
  const employees = drawNumber(labels.toolEmployees, tool.employees, "", changed);
  const pay = drawNumber(labels.toolPay, tool.pay, tool.currency, changed);
  const rates = tool.rates.map((rate) => ({ ...rate, input: drawNumber(rate.label, rate.rate, "%", changed) }));
  const shares = rates.filter((rate) => rate.town_share);
  for (const rate of shares) rate.share = drawNumber(fill(labels.toolTownShare, { name: rate.label }), rate.town_share, "%", changed);
  const result = drawToolResult();
  const update = () => result.replaceChildren(...resultOf({ tool, employees, pay, rates, labels, lang }));
  update();
  const all = [...rates.map(({ input }) => input.el), ...shares.map(({ share }) => share.el)];
  const more = h("details", {}, h("summary", {}, labels.toolRates), h("div", { class: "inputs" }, all));
  return h("div", {}, h("div", { class: "inputs" }, employees.el, pay.el), more, result);
}

function resultOf({ tool, employees, pay, rates, labels, lang }) {
  const given = rates.map(({ input, share, ...rate }) => ({ ...rate, rate: input.read(), town_share: share?.read() ?? null }));
  const numbers = [employees.read(), pay.read(), ...given.map(({ rate }) => rate)];
  if (numbers.some((number) => number === undefined || number < 0)) return [h("p", {}, labels.toolFillAll)];
  const flows = taxFlows(numbers[0], numbers[1], given);
  const money = (value) => `${numberText(value, lang)} ${tool.currency}`;
  const said = fill(labels.toolFlowsSaid, { total: money(flows.total), gross: money(flows.gross), town: money(flows.town) });
  return [drawFlows(given, flows, money, labels), h("p", { class: "verdict" }, said)];
}

function drawFlows(rates, { flows, total }, money, labels) {
  const heads = [labels.toolWhat, labels.toolWho, labels.toolAmount].map((head) => h("th", { scope: "col" }, head));
  const rows = rates.map((rate, n) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, rate.label),
      h("td", {}, rate.to, flows[n].town > 0 && h("span", { class: "small" }, ` ${fill(labels.toolOfThatTown, { amount: money(flows[n].town) })}`)),
      h("td", { class: "amount" }, money(flows[n].amount), drawShareBar(flows[n].amount, flows[n].town, total)),
    ),
  );
  const caption = h("caption", {}, labels.toolFlows);
  return h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": labels.toolFlows }, h("table", {}, caption, h("thead", {}, h("tr", {}, heads)), h("tbody", {}, rows)));
}

/** A bar beside its number: the town's part is hatched, and the number says it too. */
function drawShareBar(amount, town, total) {
  const width = (value) => (total > 0 ? (value / total) * 100 : 0).toFixed(1);
  const bars = [draw("rect", { class: "all", width: width(amount), height: 6 }), draw("rect", { class: "town", width: width(town), height: 6 })];
  return draw("svg", { class: "bar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" }, bars);
}
