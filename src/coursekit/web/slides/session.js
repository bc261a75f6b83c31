/**
 * The time of a session, from moments on the clock and not from counted ticks: a window that sleeps, is loaded anew or
 * crashes loses nothing. All moments and spans are milliseconds; the minutes of `parts` are the plan.
 *
 * A session holds the `slide` and the `part` it is in, `since` when it runs there (null: it stands), what was `spent` in each part
 * before that, when it had `begun`, when it was `planned` to begin, the parts that are `leftOut`, and when somebody
 * last looked (`seen`). No function changes the session given to it.
 */

import { MINUTE, isRunning } from "../moments.js";

/** After so long without anybody looking the time did not go on: the computer was closed. */
export const LONGEST_GAP = 30 * MINUTE;

export function newSession() {
  return { slide: null, part: null, since: null, spent: {}, begun: null, planned: null, leftOut: [], seen: null };
}

/** Begins in the first part, or goes on after a pause. */
export function startSession(session, first, now) {
  if (isRunning(session)) return session;
  return { ...session, part: session.part ?? first, begun: session.begun ?? now, since: now, seen: now };
}

export function pauseSession(session, now) {
  return { ...banked(session, now), since: null };
}

export function enterPart(session, part, now) {
  if (part === session.part) return session;
  const { since } = session;
  return { ...banked(session, now), part, since: since === null ? null : now };
}

export function planStart(session, planned) {
  return { ...session, planned };
}

export function leaveOut(session, part, isOut) {
  const others = session.leftOut.filter((id) => id !== part);
  return { ...session, leftOut: isOut ? [...others, part] : others };
}

/** The session as somebody finds it who looks again; after a long gap it stands since the last look. */
export function resumeSession(session, now) {
  const isGap = isRunning(session) && now - session.seen > LONGEST_GAP;
  return isGap ? pauseSession(session, session.seen) : { ...session, seen: now };
}

function banked(session, now) {
  const spent = { ...session.spent };
  if (session.part !== null) spent[session.part] = spentIn(session, session.part, now);
  return { ...session, spent, seen: now };
}

/** A computer whose clock is set back must not take time away. */
export function spentIn(session, part, now) {
  const isHere = part === session.part && isRunning(session);
  return (session.spent[part] ?? 0) + (isHere ? Math.max(0, now - session.since) : 0);
}

export function elapsed(session, now) {
  const parts = new Set([...Object.keys(session.spent), ...(session.part === null ? [] : [session.part])]);
  return [...parts].reduce((sum, part) => sum + spentIn(session, part, now), 0);
}

export function plannedIn(parts) {
  return parts.reduce((sum, { minutes }) => sum + minutes, 0) * MINUTE;
}

/** What is still to come of each part by the plan: nothing of those before this one and of those left out. */
export function leftIn(parts, session, now) {
  const at = parts.findIndex(({ id }) => id === session.part);
  const isOver = ({ id }, place) => place < at || session.leftOut.includes(id);
  const left = (part) => Math.max(0, part.minutes * MINUTE - spentIn(session, part.id, now));
  return parts.map((part, place) => (isOver(part, place) ? 0 : left(part)));
}

function sumOf(spans) {
  return spans.reduce((sum, span) => sum + span, 0);
}

/** When it will be over if everything from now on takes as long as planned. */
export function endAt(parts, session, now) {
  const start = session.begun === null ? Math.max(now, session.planned ?? now) : now;
  return start + sumOf(leftIn(parts, session, now));
}

/** When it was to be over: pauses come on top of the plan, a late start does not. */
export function plannedEnd(parts, session, now) {
  const pauses = session.begun === null ? 0 : Math.max(0, now - session.begun - elapsed(session, now));
  return (session.planned ?? session.begun ?? now) + plannedIn(parts) + pauses;
}

/** How late it is; less than nothing is time in hand. */
export function lateBy(parts, session, now) {
  return endAt(parts, session, now) - plannedEnd(parts, session, now);
}
