import { isId, isMapping, isTime, isTooLong } from "../stored.js";
import { ANSWERS_XMLNS } from "./answers-xml.js";
import { fitsKind, isScore } from "./answer-shapes.js";
import { problemOf, refuse } from "./file-problem.js";
import { readZipTexts } from "./unzip.js";

export const LARGEST_FILE = 10 * 1024 * 1024;

const ANSWERS_VERSION = 1;
const ZIP_START = [0x50, 0x4b];
/** What Word wraps around a document with a password, and what old .doc files are. */
const OLD_OFFICE_START = [0xd0, 0xcf, 0x11, 0xe0];
const CUSTOM_XML = /^customXml\/item\d{1,3}\.xml$/;
const FENCED = /\n```coursekit\r?\n([^\n]*)\n```/g;

/**
 * The answers in a file saved from the workbook (Word, Markdown or bare JSON): `answers` or `problem`,
 * the label that tells why not; `left` counts answers that fit no field. Never throws.
 */
export async function restoreAnswers(bytes, task) {
  try {
    if (bytes.length > LARGEST_FILE) refuse("fileTooBig");
    const json = await findJson(bytes);
    const found = JSON.parse(json);
    if (isTooLong(found)) refuse("fileTooBig");
    return { ...checkAnswers(found, task), problem: null };
  } catch (error) {
    return { answers: null, left: 0, problem: problemOf(error) };
  }
}

async function findJson(bytes) {
  const startsWith = (start) => start.every((byte, place) => bytes[place] === byte);
  if (startsWith(OLD_OFFICE_START)) refuse("filePassword");
  if (startsWith(ZIP_START)) return jsonInXml(await readZipTexts(bytes, CUSTOM_XML));
  const text = new TextDecoder().decode(bytes).trim();
  return text.startsWith("{") ? text : ([...text.matchAll(FENCED)].at(-1)?.[1] ?? refuse("fileNotOurs"));
}

/** A part with a document type could make the browser's reader work for long, and ours has none. */
function jsonInXml(texts) {
  const ours = texts.find((text) => text.includes(ANSWERS_XMLNS) && !text.includes("<!"));
  if (!ours) refuse("fileNotOurs");
  const root = new DOMParser().parseFromString(ours, "application/xml").documentElement;
  if (root.namespaceURI !== ANSWERS_XMLNS) refuse("fileBroken");
  return root.textContent;
}

/** What is known to be sound of the answers; an unknown field is kept: another revision may have it. */
export function checkAnswers(found, task) {
  if (!isMapping(found) || !Number.isInteger(found.v) || !isMapping(found.fields)) refuse("fileNotOurs");
  if (found.v > ANSWERS_VERSION) refuse("fileNewer");
  if (found.task !== task.id) refuse("fileForeign");
  const kinds = new Map(task.steps.flatMap((step) => step.fields).map(({ id, kind }) => [id, kind]));
  const all = Object.entries(found.fields);
  const sound = all.filter(([id, answer]) => isId(id) && fitsKind(kinds.get(id), answer));
  const scores = Object.entries(isMapping(found.rubric) ? found.rubric : {}).filter(([id, score]) => isId(id) && isScore(score));
  const facts = { v: ANSWERS_VERSION, task: task.id, revision: revisionOf(found, task), at: timeOf(found) };
  const answers = { ...facts, fields: Object.fromEntries(sound), rubric: Object.fromEntries(scores) };
  return { answers, left: all.length - sound.length };
}

function revisionOf({ revision }, task) {
  return Number.isInteger(revision) && revision >= 1 ? revision : task.revision;
}

function timeOf({ at }) {
  return isTime(at) ? at : null;
}
