import { isDay } from "../moments.js";
import { isKeyId } from "./fields.js";

/** The keys that the town has published. */

/** The key of this name with its time; null where the list has none that can be used. */
export function keyOf(list, kid) {
  const keys = list?.version === 1 && Array.isArray(list.keys) ? list.keys : [];
  return keys.find((key) => key?.kid === kid && isKey(key)) ?? null;
}

function isKey({ kid, from, until, compromised, jwk }) {
  const isDayOrNone = (value) => value === "" || isDay(value);
  return isKeyId(kid) && isDay(from) && isDayOrNone(until) && isDayOrNone(compromised) && jwk?.kty === "EC" && jwk.crv === "P-256";
}

/** Whether a diploma of this day can have been signed with the key. */
export function wasInUse({ from, until }, awarded) {
  return from <= awarded && (until === "" || awarded <= until);
}
