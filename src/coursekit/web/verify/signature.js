/** Signatures on the curve P-256 with SHA-256 (ES256). */

const CURVE = { name: "ECDSA", namedCurve: "P-256" };
const HOW = { name: "ECDSA", hash: "SHA-256" };
const HALF_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n >> 1n;
export const SIGNATURE_BYTES = 64;
/** So many signs these bytes need as text. */
export const SIGNATURE_SIGNS = 86;

/** A browser hides what is needed here from pages that came without protection, by http from another machine. */
export function canVerify() {
  return Boolean(globalThis.crypto?.subtle);
}

/** Whether the key signed this text. Every signature has a twin that fits too; only the lower of the two counts. */
export async function isSigned({ kty, crv, x, y }, text, signature) {
  if (!isLow(signature)) return false;
  try {
    const key = await crypto.subtle.importKey("jwk", { kty, crv, x, y }, CURVE, false, ["verify"]);
    return await crypto.subtle.verify(HOW, key, signature, new TextEncoder().encode(text));
  } catch {
    return false;
  }
}

function isLow(signature) {
  const hex = Array.from(signature.subarray(SIGNATURE_BYTES / 2), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return BigInt(`0x${hex}`) <= HALF_ORDER;
}
