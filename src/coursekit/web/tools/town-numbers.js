import { fill, h } from "../dom.js";
import { sayDay } from "../moments.js";
import { drawNumber, drawToolResult, drawTextField, numberText, whenResting } from "./parts.js";

/** Shares of two figures: per cent, per 1,000, and one in how many; null where they do not fit together. */
export function sharesOf(residents, foreign) {
  if (!(residents > 0) || !(foreign >= 0) || foreign > residents) return null;
  const percent = (foreign / residents) * 100;
  return { percent, perThousand: percent * 10, oneIn: foreign > 0 ? Math.round(residents / foreign) : null };
}

/**
 * The answers of a workbook with a town's figures put in: a table of two rows (residents, foreign citizens) and
 * three number fields. What stands in other fields, and in other columns of the rows, stays.
 */
export function putIntoCard(work, into, given, share, facts) {
  const fields = { ...(work?.fields ?? {}) };
  const rows = Array.isArray(fields[into.table]) ? fields[into.table] : [];
  const figures = [given.residents, given.foreign];
  fields[into.table] = figures.map((figure, n) => ({ ...rows[n], ...cells(figure) }));
  fields[into.residents] = given.residents.text;
  fields[into.foreign] = given.foreign.text;
  fields[into.share] = share;
  return { rubric: {}, ...work, ...facts, v: 1, fields };
}

function cells({ text, date, source }) {
  return { number: text, ...(date && { date }), ...(source && { source }) };
}

export function drawTownNumbers(tool) {
  const { labels } = tool;
  const parts = { ...tool, said: h("p", { class: "said", role: "status" }) };
  const update = () => updateResult(parts);
  const later = whenResting(update);
  parts.town = drawTextField(labels.toolTown, "text", later);
  parts.residents = drawFigure(labels.toolResidents, labels, later);
  parts.foreign = drawFigure(labels.toolForeign, labels, later);
  parts.result = drawToolResult();
  parts.actions = h("div", { class: "buttons" }, drawActions(parts));
  update();
  return h("div", {}, h("div", { class: "inputs" }, parts.town.el), parts.residents.el, parts.foreign.el, parts.result, parts.actions, parts.said);
}

/** A figure is a number with its day and its source. */
function drawFigure(name, labels, changed) {
  const number = drawNumber(labels.toolNumber, "", "", changed);
  const date = drawTextField(labels.toolDate, "date", changed);
  const source = drawTextField(labels.toolSource, "text", changed);
  const el = h("fieldset", {}, h("legend", {}, name), h("div", { class: "inputs" }, number.el, date.el, source.el));
  const read = () => ({ value: number.read(), text: number.field.value.trim(), date: date.read(), source: source.read() });
  return { el, read };
}

function drawActions(parts) {
  const { labels, model, tool } = parts;
  const copy = h("button", { type: "button", onclick: () => copySentence(parts) }, labels.toolCopy);
  const canPut = tool.workbook && model.get("work") !== undefined;
  const put = h("button", { type: "button", onclick: () => putFigures(parts) }, labels.toolIntoCard);
  return canPut ? [copy, put] : [copy];
}

function updateResult(parts) {
  const lines = linesOf(parts);
  parts.said.textContent = "";
  parts.actions.hidden = !lines.shares;
  parts.result.replaceChildren(...lines.all.map((line, n) => h("p", { class: n === 0 && lines.shares ? "verdict" : null }, line)));
}

function linesOf(parts) {
  const { labels, lang } = parts;
  const [residents, foreign] = [parts.residents.read(), parts.foreign.read()];
  if (residents.value === undefined || foreign.value === undefined) return { all: [labels.toolTwoNumbers] };
  const shares = sharesOf(residents.value, foreign.value);
  if (!shares) return { all: [labels.toolNotAPart] };
  return { shares, all: [sentenceOf(parts, residents, foreign, shares), ...mindOf(residents, foreign, shares, labels, lang)] };
}

function sentenceOf({ labels, lang, town }, residents, foreign, { perThousand, percent }) {
  const day = (figure) => (figure.date ? sayDay(figure.date, lang) : labels.toolNoDate);
  const source = (figure) => figure.source || labels.toolNoSource;
  return fill(labels.toolSentence, {
    town: town.read() || labels.toolTheTown,
    residents: numberText(residents.value, lang),
    day: day(residents),
    source: source(residents),
    foreign: numberText(foreign.value, lang),
    day2: day(foreign),
    source2: source(foreign),
    perThousand: numberText(perThousand, lang, 1),
    percent: numberText(percent, lang, 1),
  });
}

function mindOf(residents, foreign, { oneIn }, labels, lang) {
  const isDated = residents.date && foreign.date;
  return [
    oneIn > 1 && fill(labels.toolOneIn, { n: numberText(oneIn, lang) }),
    isDated && residents.date.slice(0, 4) !== foreign.date.slice(0, 4) && labels.toolTwoYears,
    !(isDated && residents.source && foreign.source) && labels.toolWaits,
  ].filter(Boolean);
}

async function copySentence({ result, labels, said }) {
  const text = result.querySelector("p").textContent;
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = labels.toolCopied;
  } catch {
    getSelection().selectAllChildren(result.querySelector("p"));
    said.textContent = labels.toolSelected;
  }
}

/** Put in only where nobody has worked yet, or after a second click. */
function putFigures(parts) {
  const { model, tool, labels, lang, said } = parts;
  const work = model.get("work");
  if (hasOtherFigures(work, tool.into) && said.dataset.asked !== "yes") {
    said.dataset.asked = "yes";
    said.textContent = labels.toolReplace;
    return;
  }
  const given = { residents: parts.residents.read(), foreign: parts.foreign.read() };
  const share = numberText(sharesOf(given.residents.value, given.foreign.value).percent, lang, 1);
  const facts = { task: tool.workbook, revision: tool.revision, at: new Date().toISOString() };
  model.set("work", putIntoCard(work, tool.into, given, share, facts));
  model.save_changes();
  said.dataset.asked = "no";
  said.textContent = labels.toolPut;
}

function hasOtherFigures(work, { residents, foreign }) {
  return Boolean(work?.fields?.[residents] || work?.fields?.[foreign]);
}
