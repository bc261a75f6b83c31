import { fill, h, uniqueId } from "./dom.js";
import { drawErase } from "./my-erase.js";
import { drawKeptItems } from "./my-items.js";
import { drawNotices, drawSection, listen } from "./my-parts.js";
import { mergeAttempts, mergePages } from "./review.js";
import { saveFile } from "./save-file.js";
import { LARGEST_EXPORT, nothingBut, readExport, writeExport } from "./stored.js";
import { mergeWorkbooks } from "./workbooks.js";

/** Everything kept about the learner, and the learner's power over it. */
export function drawMyData(model) {
  const labels = model.get("labels");
  const [state, items] = [h("div"), h("div")];
  const data = { model, labels, said: h("output", { class: "said", tabindex: -1 }) };
  const erase = drawErase(labels, () => eraseAll(data));
  const actions = h("div", { class: "actions" }, drawExport(data), erase.button);
  const el = drawSection(labels.myData, state, actions, erase.question, drawImport(data), data.said, items);
  const drawItems = () => items.replaceChildren(drawKeptItems(model));
  const stops = [
    ...["keep", "notices"].map((name) => listen(model, name, () => state.replaceChildren(...drawState(data)))),
    ...["keep", "attempts", "pages", "workbooks", "name", "unreadable"].map((name) => listen(model, name, drawItems)),
  ];
  return { el, stop: () => stops.forEach((stop) => stop()) };
}

function drawState(data) {
  const { model, labels } = data;
  const isKept = model.get("keep") === "yes";
  const text = h("p", {}, isKept ? labels.kept : labels.myNothingKept);
  const canKeep = !isKept && model.get("keep") !== "unavailable";
  const button = h("button", { type: "button", onclick: () => keepFromNow(data) }, labels.myKeep);
  return [...drawNotices(model), text, canKeep ? button : ""];
}

/** The button is gone afterwards, so the focus goes to what has happened. */
function keepFromNow(data) {
  setAll(data.model, { keep: "yes" });
  say(data, [data.model.get("keep") === "yes" ? data.labels.kept : data.labels.storageFull]);
  data.said.focus();
}

function eraseAll(data) {
  setAll(data.model, { attempts: [], pages: {}, workbooks: {}, keep: "unknown" });
  say(data, [data.labels.myErased]);
}

function setAll(model, values) {
  for (const [name, value] of Object.entries(values)) model.set(name, value);
  model.save_changes();
}

function say({ said }, sentences) {
  said.replaceChildren(...sentences.map((sentence) => h("p", {}, sentence)));
}

function drawExport(data) {
  return h("button", { type: "button", onclick: () => saveCopy(data) }, data.labels.myExport);
}

function saveCopy(data) {
  const { model, labels } = data;
  const at = new Date().toISOString();
  const names = ["attempts", "pages", "workbooks", "unreadable"];
  const kept = Object.fromEntries(names.map((name) => [name, model.get(name)]));
  const name = `my-course-${at.slice(0, 10)}.json`;
  saveFile(name, writeExport(kept, at), "application/json");
  say(data, [fill(labels.myExported, { name })]);
}

function drawImport(data) {
  const id = uniqueId("import");
  const input = h("input", { type: "file", id, accept: ".json,application/json" });
  input.addEventListener("change", () => takeCopy(data, input));
  return h("div", { class: "import" }, h("label", { for: id }, data.labels.myImport), input);
}

/** A file that is too big is not even read. */
async function takeCopy(data, input) {
  const [file] = input.files;
  if (!file) return;
  const isTooBig = file.size > LARGEST_EXPORT;
  const copy = isTooBig ? nothingBut("leftTooBig") : readExport(await file.text().catch(() => ""));
  input.value = "";
  say(data, mergeCopy(data, copy));
}

/** Takes in what is new, and tells what came in and what was left out. */
function mergeCopy({ model, labels }, copy) {
  const [oldAttempts, oldPages] = [model.get("attempts"), model.get("pages")];
  const attempts = mergeAttempts(oldAttempts, copy.attempts);
  const pages = mergePages(oldPages, copy.pages);
  const came = { n: attempts.length - oldAttempts.length, m: countNews(oldPages, pages) };
  const work = mergeWorkbooks(model.get("workbooks") ?? {}, copy.workbooks);
  setAll(model, { attempts, pages, workbooks: work.workbooks });
  const left = [...copy.left, ...work.left].map(({ why, n }) => fill(labels[why], { n }));
  const isNothing = [copy.attempts, copy.pages, copy.workbooks].every((part) => Object.keys(part).length === 0);
  return isNothing && left.length > 0 ? left : [fill(labels.myImported, came), ...sayWork(work, labels), ...left];
}

function sayWork({ came }, labels) {
  return came > 0 ? [fill(labels.myImportedWork, { n: came })] : [];
}

function countNews(old, merged) {
  return Object.keys(merged).filter((id) => JSON.stringify(merged[id]) !== JSON.stringify(old[id])).length;
}
