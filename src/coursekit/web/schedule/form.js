import { h, uniqueId } from "../dom.js";
import { isDay } from "../moments.js";
import { EACH, LENGTH_NAMES, ROOMS } from "./choices.js";

/** The fields of the builder: {el, show(choices), read()}; `changed` is called after every choice. */
export function drawChoices(modules, labels, changed) {
  const length = choiceField(labels.schLength, LENGTH_NAMES.map((name) => [name, labels[`sch-${name}`]]));
  const each = choiceField(labels.schEach, EACH.map((name) => [name, name]));
  const room = choiceField(labels.schRoom, ROOMS.map((name) => [name, labels[`sch-${name}`]]));
  const people = inputField(labels.schPeople, { type: "number", min: 2, max: 60, step: 1, required: true });
  const start = inputField(labels.schStart, { type: "date", required: true });
  const time = inputField(labels.schTime, { type: "time", required: true });
  const guest = tickField(labels.schGuest);
  const read = tickField(labels.schRead);
  const ticks = modules.map(({ id, title }) => ({ id, ...tickField(title) }));
  const tickAll = (value) => {
    for (const { field } of ticks) field.checked = value;
    changed();
  };
  const buttons = [
    h("button", { type: "button", onclick: () => tickAll(true) }, labels.schAll),
    h("button", { type: "button", onclick: () => tickAll(false) }, labels.schNone),
  ];
  const named = (name, ...inner) => h("fieldset", {}, h("legend", {}, name), inner);
  const el = h(
    "form",
    { "aria-label": labels.schForm, onchange: changed, onsubmit: (event) => event.preventDefault() },
    h("div", { class: "fields" }, [length, each, start, time].map((one) => one.el)),
    named(labels.schModules, h("div", { class: "ticks" }, ticks.map((one) => one.el)), h("p", { class: "actions" }, buttons)),
    named(labels.schNeeds, h("div", { class: "fields" }, people.el, room.el), h("div", { class: "ticks" }, guest.el, read.el)),
  );
  const fields = { length, each, room, people, start, time };
  return { el, show: (choices) => show({ fields, guest, read, ticks }, choices), read: (last) => readFields({ fields, guest, read, ticks }, last) };
}

function show({ fields, guest, read, ticks }, choices) {
  for (const [name, { field }] of Object.entries(fields)) field.value = String(choices[name]);
  guest.field.checked = choices.guest;
  read.field.checked = choices.read;
  for (const { id, field } of ticks) field.checked = choices.modules.includes(id);
  fields.each.el.hidden = choices.length !== "weeks";
}

/** What is chosen; a field with no sensible value keeps the last one. */
function readFields({ fields, guest, read, ticks }, last) {
  const value = (name) => fields[name].field.value;
  return {
    length: value("length"),
    each: Number(value("each")),
    modules: ticks.filter(({ field }) => field.checked).map(({ id }) => id),
    guest: guest.field.checked,
    read: read.field.checked,
    people: fields.people.field.validity.valid ? Number(value("people")) : last.people,
    room: value("room"),
    start: isDay(value("start")) ? value("start") : last.start,
    time: value("time") || last.time,
  };
}

function choiceField(name, options) {
  const id = uniqueId("schedule");
  const field = h("select", { id }, options.map(([value, text]) => h("option", { value }, text)));
  return { field, el: h("p", {}, h("label", { for: id }, name), " ", field) };
}

function inputField(name, props) {
  const id = uniqueId("schedule");
  const field = h("input", { id, ...props });
  return { field, el: h("p", {}, h("label", { for: id }, name), " ", field) };
}

function tickField(name) {
  const field = h("input", { type: "checkbox" });
  return { field, el: h("label", { class: "option" }, field, h("span", {}, name)) };
}
