/** Moments and spans in milliseconds, and days as `2026-02-02`. */

export const MINUTE = 60_000;

/** Whether a clock runs: `since` is the moment it was started, null while it stands. */
export function isRunning({ since }) {
  return since !== null;
}

/** Whether a span that somebody kept can be one. */
export function isSpan(value) {
  return Number.isFinite(value) && value >= 0;
}

/** The day of a moment where the reader is. */
export function dateOf(moment) {
  const day = new Date(moment);
  const numbers = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return numbers.map((number) => String(number).padStart(2, "0")).join("-");
}

/** Whether a text is a day that there is. */
export function isDay(text) {
  const time = /^\d{4}-\d\d-\d\d$/.test(text ?? "") ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
