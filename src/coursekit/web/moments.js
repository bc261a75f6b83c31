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

/** Whether a value is the text of a day that there is. */
export function isDay(value) {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value) || value < "0001") return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** How days are written for readers of a language; English readers of this course are in Europe. */
export function dayFormat(lang, format) {
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, format);
}

/** A day such as `2026-02-02` in words, the same in every time zone. */
export function sayDay(day, lang, format = { dateStyle: "long" }) {
  return dayFormat(lang, { ...format, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}
