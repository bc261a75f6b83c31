import { readCode } from "./code.js";
import { readCredential } from "./credential.js";
import { keyOf, wasInUse } from "./keys.js";
import { readRevoked } from "./revoked.js";
import { isSigned } from "./signature.js";

/** What a diploma is worth, from what the town has published. No clock, no request. */

const READERS = { code: readCode, credential: readCredential };

/**
 * {verdict, diploma, day, checked}. The diploma is left out where nobody stands for what it says; `day` is that of
 * the verdict, and `checked` the one up to which it is known what the town has revoked.
 */
export async function judge(kind, input, { keys, revoked, today }) {
  const read = READERS[kind](input);
  if (read.verdict) return { verdict: read.verdict };
  const key = keyOf(keys, read.kid);
  if (!key) return { verdict: "key-unknown" };
  if (!(await isSigned(key.jwk, read.text, read.signature))) return { verdict: "signature" };
  if (read.address !== undefined && read.address !== key.issuer) return { verdict: "form" };
  if (key.compromised) return { verdict: "key-compromised", day: key.compromised };
  const { diploma } = read;
  if (!wasInUse(key, diploma.awarded) || diploma.awarded > today) return { verdict: "not-in-key-time", diploma };
  return { ...verdictOf(diploma, await readRevoked(revoked, keys), today), diploma };
}

function verdictOf({ serial, expires }, list, today) {
  const checked = list?.issued;
  if (serial && list?.days.has(serial)) return { verdict: "revoked", day: list.days.get(serial), checked };
  if (expires && expires < today) return { verdict: "expired", day: expires, checked };
  return list ? { verdict: "valid", checked } : { verdict: "unlisted" };
}
