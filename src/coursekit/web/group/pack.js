import { fill, h, html } from "../dom.js";
import { printAlone } from "../printing.js";
import { drawCards } from "../workbook/cards.js";
import { drawLevels, sayRule } from "../workbook/rubric.js";
import { drawTemplate } from "./template.js";

/** Everything on paper: a page for each card, the product to fill in, the rubric, the facilitator's sheet. */
export function printPack(room) {
  const pack = h("div", { class: "group-pack controls", lang: room.lang }, drawSheets(room));
  printAlone(pack, { sign: "printing-pack" });
}

function drawSheets(room) {
  const { task } = room;
  const roles = task.roles.map((role) => drawRoleSheet(role, room));
  const material = task.material.map((card) => drawMaterialSheet(card, room));
  return [...roles, ...material, drawTemplateSheet(room), drawRubricSheet(room), drawFacilitatorSheet(room)];
}

function drawSheet({ task }, title, ...children) {
  const place = h("p", { class: "small" }, `${task.code} · ${task.title}`);
  return h("section", { class: "sheet" }, place, h("h1", {}, title), ...children);
}

function drawRoleSheet(role, room) {
  const titles = titlesSeenBy(role, room.task);
  const material = titles && h("p", {}, fill(room.labels.gwMaterialOf, { cards: titles }));
  const name = h("p", { class: "name-line" }, room.labels.gwName);
  return drawSheet(room, role.title, html(h("div", { class: "role-text" }), role.text), material, name);
}

function titlesSeenBy({ sees }, { material }) {
  return material.filter(({ id }) => sees.includes(id)).map(({ title }) => title).join(" · ");
}

function drawMaterialSheet(card, room) {
  const shown = drawCards([card], room);
  shown.querySelector("details").open = true;
  return h("section", { class: "sheet" }, shown);
}

function drawTemplateSheet(room) {
  return drawSheet(room, room.labels.gwTemplate, html(h("div", {}), room.task.intro), drawTemplate(room));
}

function drawRubricSheet(room) {
  const { task, labels } = room;
  const marks = [0, 1, 2, 3];
  const heads = [labels.wbCriterion, ...marks, ...(task.points ? [labels.wbPoints] : [])];
  const head = h("tr", {}, heads.map((text) => h("th", { scope: "col" }, text)));
  const row = (criterion) => {
    const name = criterion.star ? `${criterion.text} ★` : criterion.text;
    const worth = criterion.points && h("td", {}, criterion.points);
    return h("tr", {}, h("td", {}, name, drawLevels(criterion, labels)), marks.map(() => h("td", {}, "☐")), worth);
  };
  const table = h("table", {}, h("thead", {}, head), h("tbody", {}, task.rubric.map(row)));
  const rules = [labels.rubric, sayRule(task, labels)].map((text) => h("p", {}, text));
  return drawSheet(room, labels.gwRubric, rules, table);
}

function drawFacilitatorSheet(room) {
  const { task, labels } = room;
  const phase = ({ title, minutes, text }) => {
    const begin = h("strong", {}, `${title} (${fill(labels.gwMinutes, { n: minutes })})`);
    return h("li", {}, begin, html(h("div", {}), text));
  };
  const role = (one) => h("li", {}, `${one.title}: ${titlesSeenBy(one, task)}`);
  const phases = [h("h2", {}, labels.gwTimer), h("ol", {}, task.phases.map(phase))];
  const material = [h("h2", {}, labels.gwMaterial), h("ul", {}, task.roles.filter(({ sees }) => sees.length > 0).map(role))];
  const debrief = [h("h2", {}, labels.gwDebrief), drawDebrief(task)];
  return drawSheet(room, labels.gwFacilitator, html(h("div", {}), task.facilitator), phases, material, debrief);
}

export function drawDebrief({ debrief }) {
  return h("ol", { class: "debrief" }, debrief.map((question) => html(h("li", {}), question)));
}
