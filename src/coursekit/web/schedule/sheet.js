/** A plan with days, clock times and words: what the page, the paper, Word and the calendar show. */
import { fill } from "../dom.js";
import { sayDay } from "../moments.js";
import { clockOf, daysLater, minutesOf, sessionDays, workingDayBefore } from "./days.js";
import { planOf } from "./pack.js";
import { materialsFor, partsIn, preparationsFor } from "./prepare.js";

/** {sessions: [{day, from, minutes, title, name, rows, spare, materials, preparations}], left} */
export function sheetOf({ modules, course }, choices, labels, { today, lang }) {
  const plan = planOf(modules, choices);
  const days = sessionDays(choices.start, plan.sessions.length, choices.length === "weeks");
  const begun = new Set();
  const sessions = plan.sessions.map((session, place) => {
    const own = modules.map((one) => ({ ...one, isFirst: !begun.has(one.id) }));
    for (const { topic } of partsIn(session)) begun.add(topic);
    const when = { day: days[place], n: place + 1, m: plan.sessions.length, today, lang };
    return sessionSheet(session, { course, modules: own, choices, labels, when });
  });
  const left = plan.left.map((unit) => leftItem(unit, modules, labels));
  return { sessions, left };
}

function sessionSheet(session, { course, modules, choices, labels, when }) {
  const start = minutesOf(choices.time);
  const clock = { from: clockOf(start), to: clockOf(start + session.end) };
  const title = when.m > 1 ? labels.schSession : labels.schOneSession;
  const topics = new Set(partsIn(session).map(({ topic }) => topic));
  const names = modules.filter(({ id }) => topics.has(id)).map((one) => one.title);
  return {
    day: when.day,
    from: start,
    minutes: session.end,
    title: fill(title, { ...when, ...clock, day: sayLongDay(when.day, when.lang) }),
    name: `${course}: ${names.join("; ")}`,
    modules: names,
    rows: session.items.map((item) => rowOf(item, start, labels)),
    spare: session.spare > 0 ? fill(labels.schSpare, { n: session.spare }) : "",
    materials: materialsFor(session, choices, labels),
    preparations: preparationsFor(session, modules, choices, labels).map((one) => dated(one, labels, when)),
  };
}

const OTHERS = { pause: "schPause", lunch: "schLunch", close: "schClose" };

function rowOf({ kind, unit, step, from, minutes }, start, labels) {
  const clock = clockOf(start + from);
  if (kind !== "part") return { kind, clock, minutes, text: labels[OTHERS[kind]], need: "", late: "", url: "" };
  const [phase] = unit.isShort ? [] : unit.phases.slice(step, step + 1);
  const title = unit.isShort ? fill(labels.schShort, { title: unit.title }) : unit.title;
  const text = phase ? `${title}: ${phase.title}` : title;
  const need = labels[`need-${unit.need}`];
  return { kind, clock, minutes, text, need, late: step === 0 ? unit.late : "", url: unit.url };
}

function leftItem({ topic, title, minutes, need, url }, modules, labels) {
  const module = modules.find(({ id }) => id === topic).title;
  return { url, text: fill(labels.schLeftItem, { module, title, n: minutes, need: labels[`need-${need}`] }) };
}

function dated({ days, who, text }, labels, { day, today, lang }) {
  const until = workingDayBefore(daysLater(day, days));
  const shown = sayLongDay(until, lang);
  return { day: until, shown: until < today ? fill(labels.schPast, { day: shown }) : shown, who: labels[who], text };
}

/** A day in words: `Monday, 2 March 2026`. */
export function sayLongDay(day, lang) {
  return sayDay(day, lang, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}
