import { fill } from "../dom.js";
import { showDay } from "../my-parts.js";
import { FIELDS } from "./fields.js";
import { ratingsTable, sayVerdict } from "./ratings.js";

/**
 * The learner's work as plain pieces, for every kind of document: {heading, level} with 0 for the title,
 * {meta}, {paragraph}, {list, ordered?}, {table: {head, rows}}.
 */
export function blocksOf(task, answers, labels) {
  const about = [task.code, answers.at && showDay(answers.at)].filter(Boolean).join(" · ");
  return [
    { heading: task.title, level: 0 },
    ...(about ? [{ meta: about }] : []),
    ...fictionalMark(task.cards, labels),
    ...task.steps.flatMap((step) => stepBlocks(step, answers, labels)),
    ...selfCheckBlocks(task, answers, labels),
  ];
}

/** Invented material must not be taken for real by whoever finds the paper. */
function fictionalMark(cards = [], labels) {
  const titles = cards.filter((card) => card.fictional).map((card) => card.title);
  return titles.length > 0 ? [{ meta: fill(labels.docFictional, { cards: titles.join(", ") }) }] : [];
}

/** What is still empty is named, but nothing that nobody has to fill in. */
function stepBlocks({ title, cards, fields }, answers, labels) {
  if (fields.length === 0) return [];
  const isShown = ({ id, kind, optional }) => !optional || !FIELDS[kind].isEmpty(answers.fields[id]);
  const parts = fields.filter(isShown).flatMap((field) => labelledBlocks(field, answers.fields[field.id], labels));
  return [{ heading: title, level: 1 }, ...fictionalMark(cards, labels), ...parts];
}

function labelledBlocks(field, answer, labels) {
  const blocks = fieldBlocks(field, answer, labels);
  return [{ heading: field.label, level: 2 }, ...(blocks.length > 0 ? blocks : [{ paragraph: labels.docEmpty }])];
}

/** What stands in one field, without its name. */
export function fieldBlocks(field, answer, labels) {
  return Object.hasOwn(FIELDS, field.kind) ? FIELDS[field.kind].blocks(field, answer, labels) : [];
}

/** The ratings and what they come to. */
function selfCheckBlocks({ rubric = [], points }, answers, labels) {
  if (rubric.length === 0) return [];
  const { text } = sayVerdict({ rubric, points }, answers.rubric, labels);
  const table = ratingsTable(rubric, answers.rubric, labels);
  return [{ heading: labels.docSelfCheck, level: 1 }, table, ...(text ? [{ paragraph: text }] : [])];
}
