import { fill, h, uniqueId } from "./dom.js";
import { saveFile } from "./save-file.js";
import { LARGEST_EXPORT, nothingBut, readExport } from "./stored.js";
import { gatherPeople } from "./test/people.js";
import { figuresAsCsv, groupFigures, LEAST_PEOPLE } from "./test/statistics.js";

/** What a group has learned, from files that its members saved. They are read here, and nothing of them is kept. */
export function renderGroupResults({ model, el }) {
  const [tests, labels] = [model.get("tests"), model.get("labels")];
  const said = h("output", { class: "said", "aria-live": "polite" });
  const id = uniqueId("files");
  const input = h("input", { type: "file", id, multiple: true, accept: ".json,application/json" });
  input.addEventListener("change", () => takeFiles({ tests, labels, said }, input));
  const pick = h("div", { class: "import" }, h("label", { for: id }, labels.groupFiles), input);
  el.append(h("div", { class: "group-results controls" }, h("p", { class: "small" }, labels.groupFilesAbout), pick, said));
}

/** Each choice of files is a report of its own: nothing is added up behind the trainer's back. */
async function takeFiles({ tests, labels, said }, input) {
  const files = await Promise.all([...input.files].map(readFile));
  input.value = "";
  if (files.length === 0) return;
  const compared = tests.filter(({ after }) => tests.some(({ id }) => id === after));
  const reports = compared.map((test) => drawReport(tests.find(({ id }) => id === test.after), test, files, labels));
  said.replaceChildren(...(reports.length > 0 ? reports : [h("p", {}, labels.groupNoPair)]));
}

/** A file that is too big is not even read. */
async function readFile(file) {
  if (file.size > LARGEST_EXPORT) return { name: file.name, copy: nothingBut("leftTooBig") };
  return { name: file.name, copy: readExport(await file.text().catch(() => "")) };
}

function drawReport(earlier, test, files, labels) {
  const { pairs, without, told } = gatherPeople(earlier, test, files);
  const figures = groupFigures(earlier, test, pairs);
  const counts = fill(labels.groupCounts, { files: files.length, n: pairs.length, without });
  const notes = told.map(({ name, why, n }) => h("li", {}, h("strong", {}, name), ": ", fill(labels[why], { n })));
  return h(
    "div",
    {},
    h("h2", {}, fill(labels.groupTitle, { before: earlier.title, after: test.title })),
    h("p", {}, counts),
    notes.length > 0 && h("ul", { class: "notes" }, notes),
    figures.isHidden ? h("p", {}, fill(labels.groupHidden, { n: LEAST_PEOPLE })) : drawFigures(figures, labels),
  );
}

function drawFigures(figures, labels) {
  const heads = [labels.groupWhat, labels.groupPeople, labels.groupBefore, labels.groupAfter, labels.groupGain];
  const head = h("tr", {}, heads.map((text) => h("th", { scope: "col" }, text)));
  const rows = figures.rows.map((row) => drawRow(row, labels));
  const caption = h("caption", {}, labels.groupTable);
  const table = h("table", {}, caption, h("thead", {}, head), h("tbody", {}, rows));
  const save = h("button", { type: "button", onclick: () => saveFigures(figures, labels) }, labels.groupCsv);
  return [
    h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": labels.groupTable }, table),
    h("p", { class: "small" }, labels.groupAbout),
    h("p", { class: "actions" }, save),
  ];
}

function drawRow({ text, n, isHidden, before, after, gain }, labels) {
  const name = h("th", { scope: "row" }, text ?? labels.groupWhole);
  if (isHidden) return h("tr", {}, name, h("td", {}, String(n)), h("td", { colspan: 3 }, fill(labels.groupHidden, { n: LEAST_PEOPLE })));
  const cells = [
    drawSpread(before, labels.groupMean, labels),
    drawSpread(after, labels.groupMean, labels),
    drawSpread(gain, labels.groupMeanGain, labels),
  ];
  return h("tr", {}, name, h("td", {}, String(n)), cells);
}

function drawSpread({ mean, sd, low, middle, high }, meanText, labels) {
  const [spread, quarters] = [labels.groupSd, labels.groupQuartiles].map((text) => {
    return h("span", { class: "small" }, fill(text, { sd: oneDigit(sd), low: oneDigit(low), middle: oneDigit(middle), high: oneDigit(high) }));
  });
  return h("td", {}, h("strong", {}, fill(meanText, { mean: oneDigit(mean) })), spread, quarters);
}

function oneDigit(value) {
  const text = value.toFixed(1);
  return text === "-0.0" ? "0.0" : text.replace("-", "−");
}

function saveFigures(figures, labels) {
  const words = {
    what: labels.groupWhat,
    n: labels.groupPeople,
    before: labels.groupBefore,
    after: labels.groupAfter,
    gain: labels.groupGain,
    mean: labels.groupCsvMean,
    sd: labels.groupCsvSd,
    low: labels.groupCsvLow,
    middle: labels.groupCsvMiddle,
    high: labels.groupCsvHigh,
    whole: labels.groupWhole,
    hidden: labels.groupCsvHidden,
  };
  const name = `group-results-${new Date().toISOString().slice(0, 10)}.csv`;
  // The mark at the start tells spreadsheets that this is UTF-8.
  saveFile(name, `\ufeff${figuresAsCsv(figures, words)}`, "text/csv");
}

export default { render: renderGroupResults };
