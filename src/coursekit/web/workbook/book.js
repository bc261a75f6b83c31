import { parseNumber } from "../fold.js";
import { whenIdle } from "../idle.js";
import { isTooLong } from "../stored.js";
import { FIELDS } from "./fields.js";
import { asMapping } from "./parts.js";

/** At most this much typing (in milliseconds) is not written yet: first a rest, then the next quiet moment. */
const SAVE_AFTER = { rest: 250, quiet: 150 };
const ANSWERS_FORM = 1;

/**
 * One workbook at work: the answers, and an entry for each field drawn. Only what was touched is read again.
 * `later` are the parts that come from elsewhere because few need them.
 * An entry is {field, el, read, redraw}; the one without a field is the rubric. `unsaved` are the answers that
 * are too long to be written, until they are shorter; `answers` and the store stay as they were.
 */
export function openBook(model, later) {
  const [task, labels, lang] = [model.get("task"), model.get("labels"), model.get("lang") ?? "en"];
  const book = { model, task, labels, lang, entries: new Map(), touched: new Set(), timer: null, followers: [], unsaved: null };
  book.answers = storedAnswers(book);
  book.context = makeContext(book);
  const read = () => {
    saveBook(book);
    return book.unsaved ?? book.answers;
  };
  return Object.assign(book, { ...later, read, replace: (answers) => replaceAnswers(book, answers) });
}

/** Whatever stands in the store, in the shape everything here relies on. */
function storedAnswers({ model, task }) {
  const found = asMapping(model.get("answers"));
  const { id, revision } = task;
  const parts = { fields: asMapping(found.fields), rubric: asMapping(found.rubric) };
  return { revision, at: "", ...found, v: ANSWERS_FORM, task: id, ...parts };
}

/** What fields know of each other. */
function makeContext(book) {
  const checks = new Map();
  const checkAll = () => checks.forEach((check) => check());
  const readings = (name) => readingsOfName(book, name);
  const [put, fieldNamed] = [(name, change) => putInto(book, name, change), (name) => fieldOf(book, name)];
  const { labels, lang, model } = book;
  return { labels, lang, terms: model.get("terms") ?? [], checks, checkAll, readings, put, fieldNamed };
}

function fieldOf({ task }, name) {
  return task.steps.flatMap((step) => step.fields).find(({ id }) => id === name);
}

/** One field fills in another: `change` makes its new answer from the one that stands there now. */
function putInto(book, name, change) {
  const entry = book.entries.get(name);
  entry.redraw(change(entry.read()));
  touch(book, entry);
}

function readingsOfName({ task, entries }, name) {
  if (Object.hasOwn(task.values ?? {}, name)) return [Number(task.values[name])].filter(Number.isFinite);
  const entry = entries.get(name);
  if (entry?.field.kind !== "number") return [];
  return parseNumber(entry.read(), entry.field.unit ? [entry.field.unit] : []);
}

/** Puts an entry on the page; `draw` makes its content from an answer. */
export function addEntry(book, field, el, draw) {
  const entry = { field, el, read: () => undefined };
  const changed = () => touch(book, entry);
  entry.redraw = (answer) => {
    const drawn = draw(answer, changed);
    entry.read = drawn.read;
    el.replaceChildren(drawn.el);
  };
  el.addEventListener("input", changed);
  book.entries.set(field?.id ?? null, entry);
  entry.redraw(answerOf(book.answers, entry));
}

function answerOf(answers, { field }) {
  return field ? answers.fields[field.id] : answers.rubric;
}

function touch(book, entry) {
  book.touched.add(entry);
  book.timer ??= setTimeout(() => whenIdle(() => saveBook(book), SAVE_AFTER.quiet), SAVE_AFTER.rest);
}

/** Another tab may have written other fields meanwhile: only what was touched here is put over it. */
export function saveBook(book) {
  clearTimeout(book.timer);
  book.timer = null;
  if (book.touched.size === 0) return;
  const answers = storedAnswers(book);
  const { revision } = book.task;
  const next = { ...answers, revision, at: new Date().toISOString(), fields: { ...answers.fields } };
  const touched = [...book.touched];
  for (const entry of touched) putAnswer(next, entry);
  book.unsaved = isTooLong(next) ? next : null;
  if (book.unsaved) return tellFollowers(book, touched);
  book.answers = next;
  book.touched.clear();
  writeAnswers(book, next, touched);
}

function putAnswer(answers, { field, read }) {
  const answer = read();
  if (!field) answers.rubric = answer;
  else if (FIELDS[field.kind].isEmpty(answer)) delete answers.fields[field.id];
  else answers.fields[field.id] = answer;
}

function writeAnswers(book, answers, touched) {
  book.model.set("answers", answers);
  book.model.save_changes();
  tellFollowers(book, touched);
}

/** Followers hear which fields have changed, so that they need not look at all of them. */
function tellFollowers({ followers }, entries) {
  const fields = entries.map(({ field }) => field);
  for (const follower of followers) follower(fields);
}

/** All answers at once, from a file; null erases them. False: they are too long, and nothing has changed. */
function replaceAnswers(book, answers) {
  const { id: task, revision } = book.task;
  const facts = { v: ANSWERS_FORM, task, revision, at: new Date().toISOString() };
  const next = { ...answers, ...facts, fields: asMapping(answers?.fields), rubric: asMapping(answers?.rubric) };
  if (isTooLong(next)) return false;
  clearTimeout(book.timer);
  book.touched.clear();
  Object.assign(book, { timer: null, unsaved: null, answers: next });
  redrawAll(book, () => true);
  writeAnswers(book, answers && next, [...book.entries.values()]);
  return true;
}

function redrawAll(book, isWanted) {
  for (const entry of book.entries.values()) if (isWanted(entry)) entry.redraw(answerOf(book.answers, entry));
  book.context.checkAll();
}

/** Another tab has written. A field the learner is at work on here is not taken away. */
export function followStore(book) {
  const stored = storedAnswers(book);
  if (stored.at === book.answers.at) return;
  const old = book.answers;
  book.answers = stored;
  const isOther = (entry) => JSON.stringify(answerOf(old, entry)) !== JSON.stringify(answerOf(stored, entry));
  const isFree = ({ el }) => !el.contains(document.activeElement);
  redrawAll(book, (entry) => isOther(entry) && isFree(entry) && !book.touched.has(entry));
  tellFollowers(book, [...book.entries.values()]);
}
