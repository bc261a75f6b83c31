import { fill, h, uniqueId } from "../dom.js";
import { drawOptions, drawSelect, tickedIn } from "../kinds/options.js";
import { drawGroup, showPlain } from "../workbook/parts.js";
import { drawToolResult } from "../tools/parts.js";
import { block, drawButton, drawTable, moveTo, printSheet, sayNames } from "./parts.js";

/** The number of the first rule that fits the levels, or -1; a scale that a rule leaves out does not matter. */
export function ruleFor(rules, levels) {
  return rules.findIndex(({ when }) => Object.entries(when).every(([scale, wanted]) => wanted.includes(levels[scale])));
}

/** All levels of some scales, one mapping each, the last scale changing fastest. */
export function combine(scales) {
  return scales.reduce((all, { id, levels }) => all.flatMap((one) => levels.map((level) => ({ ...one, [id]: level.id }))), [{}]);
}

export function drawDecide({ tool, labels, lang }) {
  const desk = { tool, labels, lang, example: tool.examples[0] ?? null, result: drawToolResult(), course: h("div", { class: "beside", role: "status" }) };
  desk.scales = h("div", { class: "scales" });
  desk.text = h("div", { class: "case", tabindex: -1 });
  desk.compare = h("div", { class: "buttons" }, drawButton(labels.decideCompare, () => showCourse(desk)));
  desk.scales.addEventListener("change", () => {
    desk.course.replaceChildren();
    showAdvice(desk);
  });
  const choice = tool.examples.length > 0 ? drawChoice(desk) : null;
  showCase(desk);
  return h("div", {}, choice, desk.text, desk.scales, desk.result, desk.compare, desk.course, drawMatrixPart(desk));
}

/** The examples, and a case of one's own. */
function drawChoice(desk) {
  const { tool, labels } = desk;
  const options = tool.examples.map(({ id }, n) => ({ id, text: fill(labels.decideExample, { n: n + 1, m: tool.examples.length }) }));
  const id = uniqueId("case");
  const change = () => {
    desk.example = tool.examples.find((example) => example.id === desk.select.value) ?? null;
    showCase(desk);
  };
  desk.select = drawSelect(options, desk.example.id, labels.decideOwn, { id, onchange: change });
  return h("div", { class: "field" }, h("label", { class: "name", for: id }, labels.decideWhat), desk.select);
}

function showCase(desk) {
  const { tool, example, scales, text, compare, course } = desk;
  text.replaceChildren(...(example ? [block(example.text)] : []));
  text.hidden = compare.hidden = !example;
  scales.replaceChildren(...tool.scales.map(drawScale));
  course.replaceChildren();
  showAdvice(desk);
}

function drawScale({ id, label, help, levels }) {
  const options = drawOptions("radio", levels, [], showPlain);
  options.dataset.scale = id;
  return drawGroup({ label, help }, options);
}

function levelsOf({ scales }) {
  const groups = [...scales.querySelectorAll("[data-scale]")];
  return Object.fromEntries(groups.map((group) => [group.dataset.scale, tickedIn(group)[0]]).filter(([, level]) => level));
}

function isWhole({ tool }, levels) {
  return tool.scales.every(({ id }) => levels[id]);
}

function showAdvice(desk) {
  const levels = levelsOf(desk);
  desk.result.replaceChildren(isWhole(desk, levels) ? drawAdvice(desk, levels) : h("p", {}, desk.labels.decideOpen));
}

function drawAdvice({ tool, labels, lang }, levels) {
  const n = ruleFor(tool.rules, levels);
  const { title, says } = tool.advice[tool.rules[n].then];
  return h("div", { class: "verdict" }, h("p", { class: "small-title" }, title), block(says), h("p", { class: "small" }, fill(labels.decideRule, { n: n + 1, rule: sayConditions(tool, n, labels, lang) })));
}

/** "If reach is “high” or “middle” and harm is “high”". */
function sayConditions({ rules, scales }, n, labels, lang) {
  const parts = scales
    .filter(({ id }) => rules[n].when[id])
    .map(({ id, label, levels }) => {
      const names = levelNames(levels, rules[n].when[id]).map((text) => fill(labels.wbQuoted, { text }));
      return fill(labels.decideIs, { scale: label, levels: sayNames(names, lang, "disjunction") });
    });
  return parts.length > 0 ? fill(labels.decideIf, { parts: sayNames(parts, lang) }) : labels.decideElse;
}

function levelNames(levels, ids) {
  return levels.filter(({ id }) => ids.includes(id)).map(({ text }) => text);
}

function showCourse(desk) {
  const { tool, labels, example, course } = desk;
  const levels = levelsOf(desk);
  if (!isWhole(desk, levels)) return course.replaceChildren(h("p", {}, labels.decideOpen));
  const name = (scale, id) => levelNames(scale.levels, [id])[0];
  const rows = tool.scales.map((scale) =>
    h("tr", {}, h("th", { scope: "row" }, scale.label), h("td", {}, name(scale, levels[scale.id])), h("td", {}, name(scale, example.levels[scale.id]))),
  );
  const advice = [levels, example.levels].map((one) => h("td", {}, titleFor(tool, one)));
  const last = h("tr", {}, h("th", { scope: "row" }, labels.decideAdvice), advice);
  const table = drawTable(labels.decideBeside, [labels.decideScale, labels.decideYours, labels.decideCourse], [...rows, last]);
  course.replaceChildren(table, block(example.says, "verdict"), ...drawNextCase(desk));
}

function titleFor({ rules, advice }, levels) {
  return advice[rules[ruleFor(rules, levels)].then].title;
}

function drawNextCase(desk) {
  const { tool, example, labels, select, text } = desk;
  const next = tool.examples[tool.examples.indexOf(example) + 1] ?? null;
  const go = () => {
    desk.example = next;
    select.value = next?.id ?? "";
    showCase(desk);
    moveTo(next ? text : select);
  };
  return [h("div", { class: "buttons" }, drawButton(next ? labels.decideNext : labels.decideOwn, go))];
}

function drawMatrixPart(desk) {
  const { tool, labels, lang } = desk;
  const rules = () => h("ol", {}, tool.rules.map(({ then }, n) => h("li", {}, fill(labels.decideThen, { rule: sayConditions(tool, n, labels, lang), title: tool.advice[then].title }))));
  const print = drawButton(labels.decidePrint, () => printSheet(tool.title, drawMatrix(desk), rules(), drawAdviceTexts(tool)));
  return h("details", {}, h("summary", {}, labels.decideAll), drawMatrix(desk), rules(), h("div", { class: "buttons" }, print));
}

function drawAdviceTexts({ advice }) {
  return Object.values(advice).map(({ title, says }) => h("div", {}, h("h2", {}, title), block(says)));
}

/** A row for each combination of the scales but the last, a column for each level of the last. */
function drawMatrix({ tool, labels }) {
  const first = tool.scales.slice(0, -1);
  const last = tool.scales.at(-1);
  const heads = [...first.map(({ label }) => label), ...last.levels.map(({ text }) => fill(labels.decidePair, { scale: last.label, level: text }))];
  const rows = combine(first).map((levels) => {
    const names = first.map(({ id, levels: all }) => h("th", { scope: "row" }, levelNames(all, [levels[id]])[0]));
    return h("tr", {}, names, last.levels.map(({ id }) => h("td", {}, titleFor(tool, { ...levels, [last.id]: id }))));
  });
  return drawTable(tool.title, heads, rows);
}
