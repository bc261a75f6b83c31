import { readCompact } from "./compact.js";
import { isDay } from "../moments.js";
import { isSerial } from "./fields.js";
import { keyOf } from "./keys.js";
import { isSigned } from "./signature.js";

/** The list of what the town has revoked. */

const TYPE = "coursekit-revoked+jwt";

/** {issued, days: serial → day}; null where the list is missing, broken, or signed by nobody who may. */
export async function readRevoked(jws, keys) {
  const list = typeof jws === "string" && jws ? readCompact(jws.trim(), TYPE) : { verdict: "form" };
  const key = list.verdict ? null : keyOf(keys, list.kid);
  if (!key || key.compromised || !(await isSigned(key.jwk, list.text, list.signature))) return null;
  const { version, issued, revoked } = list.payload ?? {};
  if (version !== 1 || !isDay(issued) || !Array.isArray(revoked) || !revoked.every(isEntry)) return null;
  return { issued, days: new Map(revoked.map(({ serial, date }) => [serial, date])) };
}

function isEntry(entry) {
  return isSerial(entry?.serial) && isDay(entry?.date);
}
