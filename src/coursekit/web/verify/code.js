import { bytesOf, jsonOf } from "../base64url.js";
import { isDay } from "../moments.js";
import { isHours, isKeyId, isLang, isModules, isPlain, isSerial, LEVELS } from "./fields.js";
import { SIGNATURE_BYTES, SIGNATURE_SIGNS } from "./signature.js";

/** The code on a paper: `1.<payload>.<signature>`. */

const SHAPE = /^1\.([A-Za-z0-9_-]*)(?:\.([A-Za-z0-9_-]*))?$/;
const SIGNED_WITH = "coursekit-diploma-1.";
const LONGEST_CODE = 4000;

const ENTRIES = [
  ["serial", isSerial],
  ["name", (value) => isPlain(value)],
  ["issuer", (value) => isPlain(value)],
  ["course", (value) => isPlain(value)],
  ["awarded", isDay],
  ["expires", (value) => value === "" || isDay(value)],
  ["level", (value) => LEVELS.includes(value)],
  ["hours", isHours],
  ["modules", isModules],
  ["lang", isLang],
  ["kid", isKeyId],
];

/** What a code says: {verdict} if it cannot be one, else {text, signature, kid, diploma}, all still to be checked. */
export function readCode(code) {
  const [, payload, signed] = (code.length <= LONGEST_CODE && SHAPE.exec(code)) || [];
  if (payload === undefined) return { verdict: "form" };
  if ((signed ?? "").length < SIGNATURE_SIGNS) return { verdict: "cut" };
  const [bytes, signature] = [bytesOf(payload), bytesOf(signed)];
  const isWhole = signature?.length === SIGNATURE_BYTES;
  const diploma = bytes && isWhole && diplomaOf(jsonOf(bytes));
  if (!diploma) return { verdict: "form" };
  return { text: SIGNED_WITH + payload, signature, kid: diploma.kid, diploma };
}

function diplomaOf(entries) {
  if (!Array.isArray(entries) || entries.length !== ENTRIES.length) return null;
  if (!ENTRIES.every(([, fitting], place) => fitting(entries[place]))) return null;
  return Object.fromEntries(ENTRIES.map(([name], place) => [name, entries[place]]));
}
