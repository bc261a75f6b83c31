/**
 * The time of a phase, from moments on the clock and not from counted ticks: a tab that sleeps loses nothing.
 * A state holds minutes of each phase, the phase, and in milliseconds `extra` given to it, `spent` before the
 * last start, and `since` when it runs (null: it stands). No function changes the state given to it.
 */

import { MINUTE, isRunning, isSpan } from "../moments.js";

export function newClock(minutes) {
  return { minutes, phase: 0, extra: 0, spent: 0, since: null };
}

export function startClock(state, now) {
  return isRunning(state) ? state : { ...state, since: now };
}

export function pauseClock(state, now) {
  return { ...state, spent: spentIn(state, now), since: null };
}

/** Counted from now on where the time is up already. */
export function addMinutes(state, now, minutes) {
  const over = Math.max(0, spentIn(state, now) - givenTo(state));
  return { ...state, extra: state.extra + over + minutes * MINUTE };
}

export function nextPhase(state, now) {
  return toPhase(state, state.phase + 1, now);
}

export function previousPhase(state, now) {
  return toPhase(state, state.phase - 1, now);
}

/** A new phase begins with all its time, and goes on running where the one before ran. */
function toPhase(state, phase, now) {
  if (state.minutes[phase] === undefined) return state;
  return { ...state, phase, extra: 0, spent: 0, since: isRunning(state) ? now : null };
}

/** Milliseconds left in the phase, never less than none. */
export function leftIn(state, now) {
  return Math.max(0, givenTo(state) - spentIn(state, now));
}

/** How far the plan has come, in minutes: time added to a phase does not move what is planned after it. */
export function plannedMinutes(state, now) {
  const before = state.minutes.slice(0, state.phase).reduce((sum, minutes) => sum + minutes, 0);
  return before + Math.min(spentIn(state, now) / MINUTE, state.minutes[state.phase]);
}

function givenTo({ minutes, phase, extra }) {
  return minutes[phase] * MINUTE + extra;
}

/** A device whose clock is set back must not give time away. */
function spentIn({ spent, since }, now) {
  return spent + (since === null ? 0 : Math.max(0, now - since));
}

/** What the room should hear of between two looks at the time left: "minute", "up" or null. */
export function cueBetween(before, after) {
  if (before > 0 && after === 0) return "up";
  return before > MINUTE && isLastMinute(after) && after > 0 ? "minute" : null;
}

export function isLastMinute(left) {
  return left <= MINUTE;
}

/** Minutes and seconds, as a room reads them. */
export function showLeft(left) {
  const seconds = Math.ceil(left / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** A state that was put away as text, or null where it is none of these phases. */
export function readClock(text, minutes) {
  const state = parsedClock(text);
  if (!state || JSON.stringify(state.minutes) !== JSON.stringify(minutes)) return null;
  const { phase, extra, spent, since } = state;
  const isSound = Number.isInteger(phase) && phase in minutes && [extra, spent, since ?? 0].every(isSpan);
  return isSound ? { minutes, phase, extra, spent, since: since ?? null } : null;
}

function parsedClock(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
