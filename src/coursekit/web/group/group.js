import { fill, h, html, uniqueId } from "../dom.js";
import { drawDebrief, printPack } from "./pack.js";
import { drawRoles } from "./roles.js";
import { drawTimer } from "./timer.js";

/**
 * What a group needs beside its product: roles, time, questions for afterwards, paper. `getCode` promises
 * the drawer of codes.
 */
export function renderGroup({ model, el, getCode }) {
  const room = { model, getCode, task: model.get("task"), labels: model.get("labels"), lang: model.get("lang") ?? "en" };
  const timer = room.task.phases.length > 0 ? drawTimer(model) : null;
  el.append(drawGroupWork(room, timer));
  return () => timer?.stop();
}

/** Without Lumino's attribute JupyterLab takes arrows and letters for its own commands. */
function drawGroupWork(room, timer) {
  const { task, labels } = room;
  const id = uniqueId("group");
  const props = { class: "group-work controls", "aria-labelledby": id, "data-lm-suppress-shortcuts": "true" };
  const head = [h("h2", { id }, fill(labels.gwTitle, { title: task.title })), h("p", {}, sayGroupFacts(room))];
  const roles = task.roles.length > 0 && [h("h3", {}, labels.gwRolesTitle), drawRoles(room)];
  const phases = timer && [h("h3", {}, labels.gwTimer), timer.el];
  const debrief = task.debrief.length > 0 && [h("h3", {}, labels.gwDebrief), drawDebrief(task)];
  return h("section", props, head, roles, phases, debrief, drawForFacilitator(room));
}

function sayGroupFacts({ task, labels }) {
  return fill(labels.gwIntro, { n: task.minutes, roles: task.roles.length, phases: task.phases.length });
}

function drawForFacilitator(room) {
  const { task, labels } = room;
  const sheet = html(h("div", { class: "facilitator" }), task.facilitator);
  const details = task.facilitator && h("details", {}, h("summary", {}, labels.gwFacilitator), sheet);
  const print = h("button", { type: "button", onclick: () => printPack(room) }, labels.gwPrint);
  const about = h("p", { class: "small" }, labels.gwPrintAbout);
  return [details, h("div", { class: "actions" }, print), about];
}
