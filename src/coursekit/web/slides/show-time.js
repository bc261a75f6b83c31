import { MINUTE } from "../moments.js";

/** Time as a trainer reads it, at a glance. */

/** Hours where there are any, minutes and seconds: 4:05, 1:02:09. */
export function showSpan(span) {
  const seconds = Math.max(0, Math.floor(span / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (number) => String(number).padStart(2, "0");
  const rest = `${two(minutes)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest.replace(/^0/, "");
}

/** The time of day: 09:05. */
export function showMoment(moment) {
  const day = new Date(Math.round(moment / MINUTE) * MINUTE);
  return [day.getHours(), day.getMinutes()].map((number) => String(number).padStart(2, "0")).join(":");
}

/** The moment of a time of day (`09:05`) on the day of another moment; null where it is none. */
export function momentAt(time, day) {
  const match = /^(\d\d):(\d\d)$/.exec(time);
  return match ? new Date(day).setHours(Number(match[1]), Number(match[2]), 0, 0) : null;
}
