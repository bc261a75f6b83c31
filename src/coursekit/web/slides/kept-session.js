import { isSpan } from "../moments.js";
import { newSession } from "./session.js";

/** A session as text and back. What was stored is checked field by field; what is no session gives null. */

const VERSION = 1;
const PREFIX = "coursekit-speaker/1/";

export function sessionKey({ lang, topic }) {
  return `${PREFIX}${lang}/${topic}`;
}

export function writeSession(session) {
  return JSON.stringify({ v: VERSION, ...session });
}

export function readSession(text, parts) {
  const data = parsed(text);
  if (typeof data !== "object" || data === null || data.v !== VERSION) return null;
  const known = new Set(parts.map(({ id }) => id));
  const isPart = (id) => known.has(id);
  const { slide = null, part, since, spent, begun, planned, leftOut, seen } = data;
  const isSound =
    [slide, part].every((id) => id === null || typeof id === "string") &&
    [since, begun, planned, seen].every((moment) => moment === null || isSpan(moment)) &&
    typeof spent === "object" && spent !== null && Object.values(spent).every(isSpan) &&
    Array.isArray(leftOut) && (since === null || (begun !== null && seen !== null));
  if (!isSound) return null;
  const kept = Object.fromEntries(Object.entries(spent).filter(([id]) => isPart(id)));
  const place = isPart(part) ? part : null;
  return { ...newSession(), slide, part: place, since, spent: kept, begun, planned, leftOut: leftOut.filter(isPart), seen };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
