/** Text made of bytes as signed documents write it: base64url without padding. */

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** The bits of the last sign that stand for nothing, by the number of signs left over; one sign alone is no byte. */
const UNUSED = [0, null, 15, 3];

/** The bytes; null for a text that is not written in the one way in which these bytes can be written. */
export function bytesOf(text) {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return null;
  const unused = UNUSED[text.length % 4];
  if (unused === null || SIGNS.indexOf(text.at(-1)) & unused) return null;
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

/** What JSON in UTF-8 says; undefined for anything else. */
export function jsonOf(bytes) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
