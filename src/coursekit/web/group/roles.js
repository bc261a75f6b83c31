import { fill, h, uniqueId } from "../dom.js";
import { deal, nextSeed, peopleIn, rolesLeftOut, rolesToDeal, seedOf } from "./deal.js";
import { drawSeat } from "./role-card.js";

/** Names become roles. They stay in this page: nothing here is kept or sent. */
export function drawRoles(room) {
  const { task, labels } = room;
  const people = h("textarea", { id: uniqueId("people"), rows: 5, spellcheck: "false", autocomplete: "off" });
  const seed = h("input", { id: uniqueId("seed"), type: "text", maxlength: 24, autocomplete: "off" });
  people.value = rolesToDeal(task.roles).map((role, place) => place + 1).join("\n");
  seed.value = firstSeed();
  const parts = { people, seed, said: h("output", { class: "said" }), list: h("ul", { class: "dealt" }) };
  const about = sayRoles(task, labels).map((text) => h("p", {}, text));
  return h("div", { class: "roles" }, about, drawDealForm(parts, room), parts.said, parts.list);
}

/** Which roles chance deals, and which it does not. */
function sayRoles({ roles }, labels) {
  const titlesOf = (some) => ({ roles: some.map(({ title }) => title).join(", ") });
  const invited = roles.filter((role) => role.invited);
  const told = [fill(labels.gwRoles, titlesOf(rolesToDeal(roles)))];
  return invited.length > 0 ? [...told, fill(labels.gwInvited, titlesOf(invited))] : told;
}

function drawDealForm(parts, room) {
  const { labels } = room;
  const { people, seed } = parts;
  const dealNow = (event) => {
    event.preventDefault();
    showDeal(parts, room);
  };
  const dealNext = () => {
    seed.value = nextSeed(seed.value);
    showDeal(parts, room);
  };
  const first = h("button", { type: "submit", class: "main" }, labels.gwDeal);
  const again = h("button", { type: "button", onclick: dealNext }, labels.gwDealAgain);
  const actions = h("div", { class: "actions" }, first, again);
  const fields = [drawDealField(people, labels.gwPeople, labels.gwPeopleHelp), drawDealField(seed, labels.gwSeed, labels.gwSeedHelp)];
  return h("form", { onsubmit: dealNow, autocomplete: "off" }, fields, actions);
}

function drawDealField(input, name, help) {
  const note = h("p", { class: "small", id: uniqueId("help") }, help);
  input.setAttribute("aria-describedby", note.id);
  return h("div", { class: "field" }, h("label", { for: input.id }, name), input, note);
}

function showDeal({ people, seed, said, list }, room) {
  const { task, labels } = room;
  const names = peopleIn(people.value);
  const [name, roles] = [uniqueId("seats"), new Map(task.roles.map((role) => [role.id, role]))];
  const seats = deal(task.roles, names, seed.value).map((seat) => ({ ...seat, role: roles.get(seat.role) }));
  seed.value = seedOf(seed.value);
  list.replaceChildren(...seats.map((seat) => drawSeat(seat, room, name)));
  said.replaceChildren(...sayDeal(task, names, seed.value, labels).map((text) => h("p", {}, text)));
}

function sayDeal({ roles }, names, seed, labels) {
  if (names.length === 0) return [labels.gwNobody];
  const left = rolesLeftOut(roles, names).map(({ title }) => title);
  const missing = left.length > 0 && fill(labels.gwLeftOut, { roles: left.join(", ") });
  return [fill(labels.gwDealt, { n: names.length, seed }), missing].filter(Boolean);
}

/** Chance only for the beginning: from here on every deal can be repeated. */
function firstSeed() {
  const [number] = crypto.getRandomValues(new Uint16Array(1));
  return String(100 + (number % 900));
}
