/** Text that somebody else wrote and that the page shows. */

const MOST_SIGNS = 200;
/** Signs that steer a text or its direction and so can make it look like another one. */
const STEERING = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

export function isLine(value, longest = MOST_SIGNS) {
  return isWritten(value) && [...value].length <= longest && !STEERING.test(value);
}

/** Text of any length, of several lines too. */
export function isSafeText(value) {
  return isWritten(value) && !STEERING.test(value.replaceAll("\n", ""));
}

function isWritten(value) {
  return typeof value === "string" && value.trim() !== "";
}
