import { fill, h, uniqueId } from "../dom.js";
import { fieldBlocks } from "./blocks.js";
import { drawBlocks } from "./draw-blocks.js";
import { FIELDS } from "./fields.js";
import { canKeepBoth, settleConflict } from "./merge.js";

/** Where the learner's answer and the one of a file differ: both side by side, and a choice for each. */
export function drawConflicts({ book, labels }, conflicts, done) {
  const fields = new Map(book.task.steps.flatMap((step) => step.fields).map((field) => [field.id, field]));
  const lines = conflicts.map((conflict) => drawConflict(book.task, fields.get(conflict.field), conflict, labels));
  const use = (event) => {
    event.preventDefault();
    done(useChoices(book, lines, labels));
  };
  return h(
    "form",
    { onsubmit: use },
    h("h4", {}, labels.conflictTitle),
    lines.map((line) => line.el),
    h("button", { type: "submit" }, labels.conflictUse),
  );
}

/** The learner may have written on in the meantime, so the answers are read again. */
function useChoices(book, lines, labels) {
  const made = lines.map((line) => ({ ...line, choice: line.read() }));
  const answers = made.reduce((now, { field, conflict, choice }) => settleConflict(now, field, conflict, choice), book.read());
  const count = (wanted) => made.filter(({ choice }) => choice === wanted).length;
  const isChanged = count("mine") < made.length;
  if (isChanged && book.replace({ ...answers, at: new Date().toISOString() }) === false) return labels.fileTooLong;
  return fill(labels.conflictDone, { mine: count("mine"), theirs: count("theirs"), both: count("both") });
}

function drawConflict(task, field, conflict, labels) {
  const choices = canKeepBoth(field, conflict) ? ["mine", "theirs", "both"] : ["mine", "theirs"];
  const group = uniqueId("conflict");
  const radios = choices.map((choice) => drawSide(group, choice, field, conflict, labels));
  const legend = h("legend", {}, nameOfConflict(task, field, conflict, labels));
  const el = h("fieldset", { class: "conflict" }, legend, h("div", { class: "sides" }, radios));
  return { el, field, conflict, read: () => el.querySelector("input:checked").value };
}

function drawSide(group, choice, field, conflict, labels) {
  const input = h("input", { type: "radio", name: group, value: choice, checked: choice === "mine" });
  const label = h("label", {}, input, " ", h("strong", {}, labels[`conflict-${choice}`]));
  const text = choice === "both" ? null : drawSideValue(field, conflict, choice, labels);
  return h("div", { class: `side ${choice}` }, label, text);
}

/** A whole answer looks as it does in a document; a cell is its text. Long ones scroll, with the keyboard too. */
function drawSideValue(field, conflict, choice, labels) {
  const value = conflict[choice];
  const column = columnOf(field, conflict);
  const text = (column?.options ?? []).find(({ id }) => id === value)?.text ?? String(value);
  const isWhole = field && conflict.path.length === 0;
  const part = FIELDS[field?.kind]?.sayPart?.(value, labels) ?? text;
  const blocks = isWhole ? fieldBlocks(field, value, labels) : [{ paragraph: part }];
  const props = { class: "value", role: "group", tabindex: 0, "aria-label": labels[`conflict-${choice}`] };
  return h("div", props, drawBlocks(blocks.length > 0 ? blocks : [{ paragraph: JSON.stringify(value) }]));
}

function columnOf(field, { path }) {
  return field?.columns?.find(({ id }) => id === path.at(-1));
}

/** The field, and for a cell its row and column. */
function nameOfConflict(task, field, conflict, labels) {
  if (conflict.field === null) return `${labels.docSelfCheck}: ${nameIn([task.rubric], conflict.path[0])}`;
  const lists = [field?.rows, field?.columns, field?.criteria, field?.parts, [{ id: "ballots", text: labels.wbBoardVote }]];
  return [field?.label ?? conflict.field, ...conflict.path.map((key) => nameIn(lists, key))].join(" · ");
}

function nameIn(lists, key) {
  if (typeof key === "number") return lists[0]?.[key] ?? String(key + 1);
  const found = lists.flatMap((list) => list ?? []).find(({ id }) => id === key);
  return found?.text ?? found?.label ?? key;
}
