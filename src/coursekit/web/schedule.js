/** The schedule builder: choices to a run sheet. They stand in the address and nowhere else. */
import { fill, h } from "./dom.js";
import { dateOf } from "./moments.js";
import { printAlone } from "./printing.js";
import { WORD_FILE, saveFile } from "./save-file.js";
import { readChoices, writeChoices } from "./schedule/choices.js";
import { drawSheet } from "./schedule/draw-sheet.js";
import { drawChoices } from "./schedule/form.js";
import { sheetBlocks, sheetEntries } from "./schedule/outputs.js";
import { sheetOf } from "./schedule/sheet.js";
import { toIcs } from "./workbook/ics.js";

/** `getDocx` is a promise of toDocx, which comes from elsewhere because it is large. */
export function renderSchedule({ model, el, getDocx }) {
  const [labels, modules] = [model.get("labels"), model.get("modules")];
  const builder = { labels, getDocx, lang: model.get("lang"), course: model.get("course"), modules };
  const form = drawChoices(modules, labels, () => take(builder, form.read(builder.choices)));
  builder.form = form;
  builder.said = h("output", { "aria-live": "polite" });
  builder.place = h("div", {});
  el.append(h("div", { class: "schedule controls" }, form.el, h("h2", {}, labels.schSheet), builder.said, drawButtons(builder), builder.place));
  const follow = () => showChoices(builder, readChoices(location.hash, modules.map(({ id }) => id), dateOf(Date.now())));
  window.addEventListener("hashchange", follow);
  follow();
}

function take(builder, choices) {
  history.replaceState(null, "", writeChoices(choices));
  showChoices(builder, choices);
}

function showChoices(builder, choices) {
  const { labels, form, said, place, buttons } = builder;
  builder.choices = choices;
  form.show(choices);
  builder.sheet = sheetOf(builder, choices, labels, { today: dateOf(Date.now()), lang: builder.lang });
  const { sessions, left } = builder.sheet;
  const isEmpty = choices.modules.length === 0;
  const n = sessions.reduce((sum, { rows }) => sum + rows.filter(({ kind }) => kind === "part").length, 0);
  said.textContent = isEmpty ? labels.schNoModule : fill(labels.schMade, { n: sessions.length, m: n, k: left.length });
  place.replaceChildren(...(isEmpty ? [] : [drawSheet(builder.sheet, labels)]));
  buttons.hidden = isEmpty;
}

function drawButtons(builder) {
  const { labels } = builder;
  const button = (text, onclick) => h("button", { type: "button", onclick }, text);
  const all = [
    button(labels.schPrint, () => printSheet(builder)),
    builder.getDocx && button(labels.schWord, () => saveWord(builder)),
    button(labels.schCalendar, () => saveCalendar(builder)),
  ];
  builder.buttons = h("div", {}, h("p", { class: "actions" }, all), h("p", { class: "small" }, labels.schShare));
  return builder.buttons;
}

function printSheet({ sheet, labels }) {
  const view = h("div", { class: "schedule-paper" }, h("h1", {}, labels.schSheet), drawSheet(sheet, labels));
  printAlone(view, { sign: "printing-schedule", title: fileName({ sheet, labels }) });
}

/** `run-sheet-2026-03-02` */
function fileName({ sheet, labels }) {
  return [labels.schFile, sheet.sessions[0]?.day].filter(Boolean).join("-");
}

async function saveWord(builder) {
  const { labels, lang, said } = builder;
  try {
    const toDocx = await builder.getDocx();
    const name = `${fileName(builder)}.docx`;
    const about = { title: labels.schSheet, lang, answers: { at: new Date().toISOString() } };
    saveFile(name, toDocx(sheetBlocks(builder.sheet, labels), about), WORD_FILE);
    tellSaved(builder, name);
  } catch {
    said.textContent = labels.schNoWord;
  }
}

/** Another file for the same days and time takes the place of the first in a calendar. */
function saveCalendar(builder) {
  const name = `${fileName(builder)}.ics`;
  const { length, start, time } = builder.choices;
  const series = `schedule-${length}-${start}-${time.replace(":", "")}`;
  saveFile(name, toIcs(sheetEntries(builder.sheet), { name: series, at: new Date().toISOString() }), "text/calendar");
  tellSaved(builder, name);
}

function tellSaved({ said, labels }, file) {
  said.textContent = fill(labels.schSaved, { file });
}

export default { render: renderSchedule };
