import { fill, h, uniqueId } from "../dom.js";
import { plainText } from "../fold.js";
import { WORD_FILE, saveFile } from "../save-file.js";
import { isTooLong } from "../stored.js";
import { blocksOf } from "./blocks.js";
import { drawConflicts } from "./conflicts.js";
import { toMarkdown } from "./markdown.js";
import { mergeAnswers } from "./merge.js";
import { printBook } from "./print.js";
import { LARGEST_FILE, restoreAnswers } from "./restore.js";
import { sayTooLong } from "./too-long.js";

/**
 * The bar with which the work leaves the page and comes back. `book` is
 *   task, lang
 *   read()             the answers as they stand now
 *   replace(answers)   shows and keeps other answers; must leave this bar alone; false where they are too long
 *   getDocx()          a promise of toDocx, which comes from elsewhere because it is large
 *   getIcs()           the same for calendarFile, where the task has a calendar
 */
export function drawFiles(book, labels) {
  const id = uniqueId("files");
  const files = { book, labels, said: h("output", { class: "said", tabindex: -1 }), conflicts: h("div", { class: "conflicts" }) };
  return h(
    "section",
    { class: "files", "aria-labelledby": id },
    h("h3", { id }, labels.files),
    h("p", { class: "small" }, labels.filesAbout),
    drawFileButtons(files),
    drawBringIn(files),
    files.said,
    files.conflicts,
  );
}

function drawFileButtons(files) {
  const button = (label, onclick) => h("button", { type: "button", onclick }, label);
  return h(
    "div",
    { class: "actions" },
    button(files.labels.fileWord, () => saveWord(files)),
    button(files.labels.fileMarkdown, () => saveMarkdown(files)),
    files.book.task.calendar && button(files.labels.fileCalendar, () => saveCalendar(files)),
    button(files.labels.filePrint, () => printBook(...documentOf(files))),
  );
}

/** The blocks of a document and what else its writer wants to know. */
function documentOf({ book, labels }) {
  const answers = book.read();
  return [blocksOf(book.task, answers, labels), { title: book.task.title, lang: book.lang, answers }];
}

/** A file that could not be brought in again is not made. */
function writeFile(files, write) {
  const [blocks, facts] = documentOf(files);
  if (isTooLong(facts.answers)) announce(files, [sayTooLong({ unsaved: facts.answers, labels: files.labels })]);
  else write(blocks, facts);
}

async function saveWord(files) {
  try {
    const toDocx = await files.book.getDocx();
    writeFile(files, (...work) => save(files, "docx", toDocx(...work), WORD_FILE));
  } catch {
    announce(files, [files.labels.fileNoWord]);
  }
}

function saveMarkdown(files) {
  writeFile(files, (blocks, { answers }) => save(files, "md", toMarkdown(blocks, answers), "text/markdown"));
}

/** Without a single entry there is no file, but the reason. */
async function saveCalendar(files) {
  const { book, labels } = files;
  try {
    const calendarFile = await book.getIcs();
    const { text, n, missing } = calendarFile(book.task, book.read(), labels);
    if (n === 0) return announce(files, [labels.icsNothing, ...missing]);
    save(files, "ics", text, "text/calendar");
    files.said.append(...[fill(labels.icsSaved, { n }), ...missing].map((line) => h("p", {}, line)));
  } catch {
    announce(files, [labels.fileNoCalendar]);
  }
}

function save(files, ending, content, type) {
  const name = `${fileStem(files.book.task)}-${new Date().toISOString().slice(0, 10)}.${ending}`;
  saveFile(name, content, type);
  announce(files, [fill(files.labels.fileSaved, { name })]);
}

function fileStem({ code, title }) {
  return plainText(`${code} ${title}`).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
}

function announce({ said }, sentences) {
  said.replaceChildren(...sentences.map((sentence) => h("p", {}, sentence)));
}

function drawBringIn(files) {
  const id = uniqueId("bring-in");
  const input = h("input", { type: "file", id, accept: ".docx,.md,.json" });
  input.addEventListener("change", () => bringIn(files, input));
  return h("div", { class: "import" }, h("label", { for: id }, files.labels.fileBringIn), input);
}

/** A file that is too big is not even read. */
async function bringIn(files, input) {
  const [file] = input.files;
  if (!file) return;
  const bytes = file.size > LARGEST_FILE ? null : await file.arrayBuffer().catch(() => new ArrayBuffer(0));
  input.value = "";
  const found = bytes ? await restoreAnswers(new Uint8Array(bytes), files.book.task) : { problem: "fileTooBig" };
  files.conflicts.replaceChildren();
  if (found.problem) announce(files, [files.labels[found.problem]]);
  else takeAnswers(files, file.name, found);
}

/** What only the file has comes in at once; where both have something different, the learner is asked. */
function takeAnswers(files, name, { answers, left }) {
  const { book, labels } = files;
  const mine = book.read();
  const { fields, rubric, conflicts } = mergeAnswers(mine, answers, book.task.steps.flatMap((step) => step.fields));
  const n = countChanges(mine.fields, fields) + countChanges(mine.rubric ?? {}, rubric);
  const isRefused = n > 0 && book.replace({ ...mine, fields, rubric, at: new Date().toISOString() }) === false;
  if (isRefused) return announce(files, [labels.fileTooLong]);
  if (conflicts.length > 0) files.conflicts.append(drawConflicts(files, conflicts, (text) => settled(files, text)));
  announce(files, [
    n > 0 ? fill(labels.fileCame, { name, n }) : conflicts.length === 0 && fill(labels.fileNothingNew, { name }),
    left > 0 && fill(labels.fileLeft, { n: left }),
    conflicts.length > 0 && fill(labels.fileConflicts, { n: conflicts.length }),
  ].filter(Boolean));
}

function countChanges(old, merged) {
  return Object.keys(merged).filter((id) => JSON.stringify(merged[id]) !== JSON.stringify(old[id])).length;
}

/** The choices are gone then, so the focus goes to what has happened. */
function settled(files, text) {
  files.conflicts.replaceChildren();
  announce(files, [text]);
  files.said.focus();
}
