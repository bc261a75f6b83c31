import { fill, h, html } from "../dom.js";
import { drawCards } from "../workbook/cards.js";
import { cardHash } from "./card-link.js";

/** A person with the role dealt to them; the card stays closed until they open it. */
export function drawSeat({ person, role }, room, name) {
  const { labels } = room;
  if (!role) return h("li", {}, fill(labels.gwSeat, { person, role: labels.gwObserver }));
  const summary = h("summary", {}, fill(labels.gwSeat, { person, role: role.title }));
  const seat = h("details", { name }, summary);
  seat.addEventListener("toggle", () => seat.open && fillSeat(seat, role, room), { once: true });
  return h("li", {}, seat);
}

/** A code takes a moment to draw, so it is drawn for those who look. */
function fillSeat(seat, role, room) {
  const hide = () => {
    seat.open = false;
    seat.querySelector("summary").focus();
  };
  const button = h("button", { type: "button", onclick: hide }, room.labels.gwHide);
  seat.append(h("div", { class: "role-card" }, drawRole(role, room), button));
}

function drawRole(role, room) {
  return [html(h("div", { class: "role-text" }), role.text), drawCards(cardsOf(role, room.task), room), drawOnPhone(role, room)];
}

/** What this role, and perhaps no other, may read. */
export function cardsOf({ sees }, { material }) {
  return sees.map((id) => material.find((card) => card.id === id)).filter(Boolean);
}

/** The code leads to the card, or where no phone reaches this page, holds the text itself. */
function drawOnPhone(role, room) {
  const { model, task, labels } = room;
  const [address, hash] = [model.get("address"), cardHash({ title: task.title, role: role.title, text: role.plain })];
  if (!hash) return h("p", { class: "small" }, labels.gwCardLong);
  const text = address ? address + hash : `${role.title}\n${task.title}\n\n${role.plain}`;
  const link = address && h("p", {}, h("a", { href: hash }, labels.gwCardHere));
  const figure = h("figure", { class: "on-phone" }, h("figcaption", {}, labels.gwScan, link));
  addCode(figure, text, role, room);
  return figure;
}

async function addCode(figure, text, role, { getCode, labels }) {
  try {
    const drawCode = await getCode();
    figure.prepend(drawCode(text, fill(labels.gwCode, { role: role.title })));
  } catch {
    figure.replaceChildren(h("p", { class: "small" }, labels.gwNoCode));
  }
}
