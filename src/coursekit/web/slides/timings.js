import { MINUTE } from "../moments.js";
import { spentIn } from "./session.js";

/** Slides that were only leafed through say nothing of the time they take. */
const SHORTEST = MINUTE / 2;

/**
 * What each part really took, as the text of a file: topic, language, day, minutes. `coursekit timings` reads it.
 * Nothing of it tells who taught, where or whom.
 */
export function writeTimings({ topic, lang, parts }, session, now, date) {
  const taken = parts.filter(({ id }) => spentIn(session, id, now) >= SHORTEST && !session.leftOut.includes(id));
  const minutes = ({ id }) => Math.round(spentIn(session, id, now) / (MINUTE / 10)) / 10;
  const timed = taken.map((part) => ({ id: part.id, planned: part.minutes, minutes: minutes(part) }));
  return JSON.stringify({ coursekit: "timings", v: 1, topic, lang, date, parts: timed }, null, 1);
}
