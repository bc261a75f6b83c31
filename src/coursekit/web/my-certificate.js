import { fill, h, uniqueId } from "./dom.js";
import { pageLang } from "./read-page.js";
import { showDay } from "./my-parts.js";
import { printAlone } from "./printing.js";
import { resultsFor } from "./results-file.js";
import { saveFile } from "./save-file.js";
import { writeExport } from "./stored.js";
import { isLine } from "./line.js";

/**
 * What a learner can take away: a certificate on paper once every condition is met, which says that nobody has
 * checked it; and at any time a file of results for the trainer, who can have it checked and signed.
 */
export function drawCertificate(model) {
  const labels = model.get("labels");
  const said = h("output", { class: "said", "aria-live": "polite" });
  const field = drawNameField(model, labels);
  const state = { model, labels, said, field: field.input, sentences: [] };
  const print = h("button", { type: "button", class: "main", onclick: () => withName(state, printCertificate) }, labels.certPrint);
  const save = h("button", { type: "button", onclick: () => withName(state, saveResults) }, labels.certResults);
  const [open, met] = [labels.certNotYet, labels.certReady].map((text) => h("p", {}, text));
  const about = [labels.certLevelAbout, labels.certResultsAbout].map((text) => h("p", { class: "small" }, text));
  const el = h("div", { class: "certificate-form" }, h("h3", {}, labels.certTitle), open, met, field.el, h("div", { class: "actions" }, print, save), about, said);
  const show = (conditions, sentences) => {
    state.sentences = sentences;
    const isMet = conditions.every((condition) => condition.isMet);
    [open.hidden, met.hidden, print.hidden, about[0].hidden] = [isMet, !isMet, !isMet, !isMet];
    return el;
  };
  return { show };
}

function drawNameField(model, labels) {
  const id = uniqueId("name");
  const input = h("input", { type: "text", id, autocomplete: "name", maxlength: 200, "aria-describedby": `${id}-about` });
  input.value = model.get("name") ?? "";
  const about = h("p", { class: "small", id: `${id}-about` }, labels.certNameAbout);
  return { input, el: h("div", {}, h("label", { for: id }, labels.certName), input, about) };
}

/** Goes on with a name that can be printed; else says so, and leads back to the field. */
function withName(state, next) {
  const { model, labels, said, field } = state;
  const name = field.value.trim().replace(/\s+/g, " ");
  const isGood = isLine(name);
  field.setAttribute("aria-invalid", String(!isGood));
  said.textContent = isGood ? "" : name ? labels.certNameStrange : labels.certNameMissing;
  if (!isGood) return field.focus();
  if (model.get("name") !== undefined && model.get("name") !== name) {
    model.set("name", name);
    model.save_changes();
  }
  next(state, name);
}

function saveResults({ model, labels, said }, name) {
  const at = new Date().toISOString();
  const file = `results-for-my-trainer-${at.slice(0, 10)}.json`;
  saveFile(file, writeResults(model, name, at), "application/json");
  said.textContent = fill(labels.certResultsSaved, { name: file });
}

/** A saved copy with nothing but what the conditions ask for, so that whatever reads a copy reads this as well. */
function writeResults(model, name, at) {
  const results = resultsFor(model.get("catalogue"), {
    attempts: model.get("attempts"),
    pages: model.get("pages"),
    workbooks: model.get("workbooks") ?? {},
  });
  return JSON.stringify({ ...JSON.parse(writeExport({ ...results, unreadable: {} }, at)), name }, null, 1);
}

function printCertificate(state, name) {
  const day = new Date().toISOString();
  const title = fill(state.labels.certFile, { date: day.slice(0, 10) });
  printAlone(drawPaper(state, name, day), { sign: "printing-certificate", title });
}

function drawPaper({ model, labels, sentences }, name, day) {
  const { title, topics, diploma } = model.get("catalogue");
  return h(
    "article",
    { class: "certificate", lang: pageLang() },
    h("h1", {}, diploma.title),
    h("p", { class: "level" }, labels["level-self-declared"]),
    h("p", {}, labels.certSays),
    h("p", { class: "name" }, h("bdi", {}, name)),
    h("p", {}, labels.certFinished, " ", h("strong", {}, title)),
    drawFacts([
      [labels.certTown, diploma.town],
      [labels.certDay, showDay(day)],
      [labels.certHours, fill(labels.certAbout, { n: hoursOf(topics) })],
    ]),
    h("h2", {}, labels.certRests),
    h("ul", {}, sentences.map((text) => h("li", {}, text))),
    h("p", { class: "small" }, labels.certMeans),
    drawAddress(labels),
    h("h2", { class: "annex" }, labels.certModules),
    h("ol", { class: "modules" }, topics.map((topic) => drawModule(topic))),
  );
}

function drawFacts(rows) {
  const known = rows.filter(([, value]) => value);
  return h("dl", {}, known.map(([what, value]) => h("div", {}, h("dt", {}, what), h("dd", {}, value))));
}

/** The title of a module begins with its number, which the list gives as well. */
function drawModule({ title, objectives }) {
  const texts = objectives.map(({ text }) => text).join("; ");
  return h("li", {}, h("strong", {}, title.replace(/^\d+\s+/, "")), texts && `: ${texts}.`);
}

function hoursOf(topics) {
  const minutes = topics.flatMap(({ pages }) => pages).reduce((sum, page) => sum + (page.minutes ?? 0), 0);
  return Math.round(minutes / 60);
}

/** A folder on somebody's own device has no address that helps others, and it may name its owner. */
function drawAddress(labels) {
  if (!/^https?:$/.test(location.protocol)) return null;
  const { href } = new URL("verify.html#self-declared", location.href);
  return h("p", { class: "small" }, `${labels.certAddress} `, h("a", { href }, href.replace(/#.*/, "")));
}
