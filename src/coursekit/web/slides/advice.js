import { MINUTE } from "../moments.js";
import { lateBy, spentIn } from "./session.js";

/** Less than this is no reason to hurry anybody. */
const LATE = 2 * MINUTE;
const MOST_HINTS = 3;

/**
 * What a trainer can do about the time: `{minutes, hints, leaveOut}`. Minutes late, less than 0 in hand, 0 on time;
 * the sentences of this part and those after it; and of the optional parts not begun as many as would be enough.
 */
export function adviseOn(parts, session, now) {
  const late = lateBy(parts, session, now);
  const minutes = Math.abs(late) < LATE ? 0 : Math.trunc(late / MINUTE);
  if (minutes <= 0) return { minutes, hints: [], leaveOut: [] };
  const at = Math.max(0, parts.findIndex(({ id }) => id === session.part));
  const coming = parts.slice(at).filter(({ id }) => !session.leftOut.includes(id));
  const hints = coming.filter((part) => part.late).slice(0, MOST_HINTS);
  return { minutes, hints, leaveOut: enoughOf(coming, session, now, late) };
}

/** The next optional parts, until they make up for the delay. */
function enoughOf(coming, session, now, late) {
  const found = [];
  let gained = 0;
  for (const part of coming) {
    const isFree = part.optional && part.id !== session.part && spentIn(session, part.id, now) < MINUTE;
    if (!isFree || gained >= late) continue;
    found.push(part);
    gained += part.minutes * MINUTE;
  }
  return found;
}

/** This part or, where it needs no set-up, the next one that does and is not left out; null where there is none. */
export function nextSetup(parts, session) {
  const at = Math.max(0, parts.findIndex(({ id }) => id === session.part));
  return parts.slice(at).find(({ id, setup }) => setup && !session.leftOut.includes(id)) ?? null;
}
