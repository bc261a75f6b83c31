import { isLine } from "../line.js";

/** What may stand in a diploma. Nothing is believed because it is signed: a page shows it. */

export const LEVELS = ["attended", "supervised"];
export const SELF_DECLARED = "self-declared";
const MOST_HOURS = 1000;
const MOST_MODULES = 40;

/** A line that neither begins nor ends with a space. */
export function isPlain(value, longest) {
  return isLine(value, longest) && value === value.trim();
}

export function isHours(value) {
  return typeof value === "number" && value > 0 && value <= MOST_HOURS;
}

export function isSerial(value) {
  return fits(value, /^[23479CDFHJKLMNPQRTVWXY]{4}(-[23479CDFHJKLMNPQRTVWXY]{4}){2}$/);
}

/** `1-10` or `1,2,5`. */
export function isModules(value) {
  return fits(value, /^\d{1,2}(-\d{1,2})?(,\d{1,2}(-\d{1,2})?)*$/) && value.length <= MOST_MODULES;
}

export function isLang(value) {
  return fits(value, /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/);
}

export function isKeyId(value) {
  return fits(value, /^[A-Za-z0-9_-]{43}$/);
}

function fits(value, pattern) {
  return typeof value === "string" && pattern.test(value);
}
