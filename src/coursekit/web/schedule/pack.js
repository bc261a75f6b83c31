/**
 * What of a course fits into the time there is, and when. The same rules stand in `timetable.py`, which makes the
 * ready run sheets of the page without JavaScript; a test compares the two.
 */

/** Minutes: how long people sit at most, with the last words; those words; a pause; lunch, from when on, on which days. */
export const RULES = { sitting: 90, close: 5, pause: 15, lunch: 60, lunchAfter: 150, longDay: 300 };
/** How a list may be laid out, the best first: exercises in one piece or not, and how long people sit at most. */
const WAYS = [true, false].flatMap((isTogether) => [RULES.sitting, RULES.sitting - RULES.close].map((most) => ({ isTogether, most })));
/** From the first meeting to the last it is ten weeks. */
export const MOST_MEETINGS = 11;

/** What comes first when time is short, by whether people have read the lecture before they come. */
const NEEDS = {
  new: { lecture: "core", guest: "core", group: "core", case: "skippable" },
  read: { group: "core", guest: "core", case: "skippable", lecture: "skippable" },
};

/** The parts of modules in the order of teaching, each with what it is worth: {...part, need, rank, steps}. */
export function unitsOf(modules, { guest, read }) {
  const order = Object.entries(NEEDS[read ? "read" : "new"]);
  const parts = modules.flatMap((one) => one.parts.map((part) => ({ ...part, topic: one.id })));
  const wanted = parts.filter(({ kind, topic }) => kind !== "guest" || guest.includes(topic));
  return wanted.map((part, place) => {
    const rank = part.optional ? order.length : order.findIndex(([kind]) => kind === part.kind);
    return { ...part, place, rank, need: part.optional ? "optional" : order[rank][1], steps: stepsOf(part) };
  });
}

function stepsOf({ phases, minutes }) {
  return phases.length > 0 ? phases.map((phase) => phase.minutes) : [minutes];
}

/**
 * What is worth most goes in first, in its short form if need be; what does not fit is in `left`. An exercise builds
 * on those that stand before it in its module.
 */
export function choose(units, lengths) {
  let chosen = [];
  const left = [];
  for (const unit of [...units].sort((a, b) => a.rank - b.rank || a.place - b.place)) {
    const needsMore = left.some(({ kind, topic }) => unit.kind === "group" && kind === "group" && topic === unit.topic);
    const tried = (needsMore ? [] : formsOf(unit)).map((form) => [...chosen, form].sort((a, b) => a.place - b.place));
    const fitting = tried.find((list) => layOut(list, lengths));
    if (fitting) chosen = fitting;
    else left.push(unit);
  }
  left.sort((a, b) => a.place - b.place);
  return { sessions: layOut(chosen, lengths).filter(({ items }) => items.length > 1), left };
}

/** A part as it is, and shortened where its author says how. */
function formsOf(unit) {
  return unit.short ? [unit, { ...unit, isShort: true, minutes: unit.short, steps: [unit.short] }] : [unit];
}

/** The list in this order in sessions of these lengths; null if it does not fit. */
export function layOut(list, lengths) {
  for (const way of WAYS) {
    const sessions = layOutAs(list, lengths, way);
    if (sessions) return sessions;
  }
  return null;
}

function layOutAs(list, lengths, way) {
  const full = [];
  let now = { length: lengths[0], at: 0, sat: 0, items: [] };
  for (const unit of list) {
    let next = place(now, unit, way);
    while (!next && full.length + 1 < lengths.length) {
      full.push(now);
      now = { length: lengths[full.length], at: 0, sat: 0, items: [] };
      next = place(now, unit, way);
    }
    if (!next) return null;
    now = next;
  }
  const all = [...full, now];
  return all.every(({ sat }) => sat + RULES.close <= RULES.sitting) ? all.map(closeSession) : null;
}

/** The session with one more part, or null where there is no room for it and the last words. */
function place(session, unit, { isTogether, most }) {
  const next = { ...session, items: [...session.items] };
  if (isTogether && next.sat + unit.minutes > most && unit.minutes <= most) rest(next);
  for (const [step, minutes] of unit.steps.entries()) {
    if (minutes > most) return null;
    if (next.sat + minutes > most) rest(next);
    add(next, { kind: "part", unit, step, minutes });
  }
  return next.at + RULES.close <= next.length ? next : null;
}

/** On a long day the first pause after some hours is lunch. Nobody rests before the first part. */
function rest(session) {
  if (session.sat === 0) return;
  const hadLunch = session.items.some(({ kind }) => kind === "lunch");
  const isLunch = session.length > RULES.longDay && !hadLunch && session.at >= RULES.lunchAfter;
  add(session, isLunch ? { kind: "lunch", minutes: RULES.lunch } : { kind: "pause", minutes: RULES.pause });
  session.sat = 0;
}

function add(session, item) {
  session.items.push({ ...item, from: session.at });
  session.at += item.minutes;
  session.sat += item.minutes;
}

function closeSession(session) {
  const items = [...session.items, { kind: "close", minutes: RULES.close, from: session.at }];
  const end = session.at + RULES.close;
  return { items, end, spare: session.length - end };
}

/** Meetings with one module each; where that leaves out more of the core, one module after the other without a gap. */
export function chooseByWeek(modules, minutes, choices) {
  const [apart, flowing] = [chooseApart(modules, minutes, choices), choose(unitsOf(modules, choices), Array(MOST_MEETINGS).fill(minutes))];
  return coreMinutes(flowing) < coreMinutes(apart) ? flowing : apart;
}

function coreMinutes({ left }) {
  return left.filter(({ need }) => need === "core").reduce((sum, unit) => sum + unit.minutes, 0);
}

/** A meeting a week for each module; who has core parts left gets more meetings, as long as there are weeks. */
function chooseApart(modules, minutes, choices) {
  const counts = modules.map(() => 1);
  const plans = modules.map((one) => choose(unitsOf([one], choices), [minutes]));
  for (let total = modules.length; total < MOST_MEETINGS; total += 1) {
    const missing = plans.map(coreMinutes);
    const most = missing.indexOf(Math.max(...missing));
    if (!(missing[most] > 0)) break;
    counts[most] += 1;
    plans[most] = choose(unitsOf([modules[most]], choices), Array(counts[most]).fill(minutes));
  }
  return { sessions: plans.flatMap(({ sessions }) => sessions), left: plans.flatMap(({ left }) => left) };
}

/** The minutes of one session for each kind of plan; a day is from nine to five. */
export const LENGTHS = { 45: [45], 90: [90], 180: [180], days: [480, 480] };

/** The whole plan for what was chosen: {sessions: [{items, end, spare}], left}. */
export function planOf(modules, choices) {
  const wanted = modules.filter(({ id }) => choices.modules.includes(id));
  const kinds = { guest: choices.guest ? choices.modules : [], read: choices.read };
  if (choices.length === "weeks") return chooseByWeek(wanted, choices.each, kinds);
  return choose(unitsOf(wanted, kinds), LENGTHS[choices.length]);
}
