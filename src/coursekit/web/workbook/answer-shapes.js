import { isId, isMapping } from "../stored.js";

/** Which shapes an answer may have. What storage or a file holds is checked here before anything reads it. */

const DEEPEST = 5;

const isLeaf = (value) => ["string", "number", "boolean"].includes(typeof value) || value === null;
const isText = (value) => typeof value === "string";
const listOf = (fits) => (value) => Array.isArray(value) && value.every(fits);
const mapOf = (fits) => (value) => isMapping(value) && Object.values(value).every(fits);
const isLeafOrList = (value) => isLeaf(value) || listOf(isLeaf)(value);

const SHAPES = {
  text: isText,
  "long-text": isText,
  number: isText,
  date: isText,
  choice: listOf(isText),
  choices: listOf(isText),
  table: listOf(mapOf(isLeaf)),
  checklist: listOf(isText),
  rating: mapOf(isScore),
  order: listOf(isText),
  actors: listOf(mapOf(isLeaf)),
  grid: mapOf(mapOf(isText)),
  calendar: listOf(mapOf(isLeafOrList)),
  budget: listOf(mapOf(isLeaf)),
  consent: mapOf(isLeafOrList),
  board: isBoard,
  message: mapOf(isText),
  correction: mapOf(isText),
};

function isBoard(value) {
  if (!isMapping(value)) return false;
  const { notes = [], clusters = [], ballots = [], open = false, decided = [] } = value;
  const areRows = listOf(mapOf(isLeaf));
  return [notes, clusters, ballots].every(areRows) && typeof open === "boolean" && listOf(isText)(decided);
}

/** Whether an answer has the shape of its kind; of a kind we do not know, any shape that is not too deep will do. */
export function fitsKind(kind, answer) {
  if (answer === null) return true;
  return isShallow(answer, DEEPEST) && (!Object.hasOwn(SHAPES, kind) || SHAPES[kind](answer));
}

/** A score of the rubric, 0–3. */
export function isScore(value) {
  return [0, 1, 2, 3].includes(value);
}

function isShallow(value, depth) {
  if (isLeaf(value)) return true;
  const isNamed = Array.isArray(value) || Object.keys(value).every(isId);
  return depth > 0 && isNamed && Object.values(value).every((part) => isShallow(part, depth - 1));
}
