import { bytesOf, jsonOf } from "../base64url.js";
import { SIGNATURE_BYTES, SIGNATURE_SIGNS } from "./signature.js";

/** A signed document in three parts with dots between them (JWS compact serialisation, RFC 7515). */

const JWS_SHAPE = /^(ey[A-Za-z0-9_-]*)(?:\.([A-Za-z0-9_-]*))?(?:\.([A-Za-z0-9_-]*))?$/;
const LONGEST_JWS = 100_000;
/** A head may hold no more than this: other entries would have it read in another way than here. */
const IN_HEAD = ["alg", "typ", "kid", "jwk"];

/** {text, signature, kid, payload}, still to be checked; else {verdict}. A key in the head counts for nothing. */
export function readCompact(jws, type) {
  const [, head, payload, signed] = (jws.length <= LONGEST_JWS && JWS_SHAPE.exec(jws)) || [];
  if (head === undefined) return { verdict: "form" };
  if (payload === undefined || (signed ?? "").length < SIGNATURE_SIGNS) return { verdict: "cut" };
  const [known, body, signature] = [bytesOf(head), bytesOf(payload), bytesOf(signed)];
  const kid = known && kidOf(jsonOf(known), type);
  const said = body ? jsonOf(body) : undefined;
  if (typeof kid !== "string" || said === undefined || signature?.length !== SIGNATURE_BYTES) return { verdict: "form" };
  return { text: `${head}.${payload}`, signature, kid, payload: said };
}

function kidOf(head, type) {
  if (typeof head !== "object" || head === null || Array.isArray(head)) return null;
  const isPlainHead = Object.keys(head).every((name) => IN_HEAD.includes(name));
  return isPlainHead && head.alg === "ES256" && head.typ === type ? head.kid : null;
}
