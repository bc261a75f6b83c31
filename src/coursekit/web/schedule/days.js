/** Days as `2026-03-02` and minutes of the day. */

const DAY_LENGTH = 86_400_000;

export function daysLater(day, n) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY_LENGTH).toISOString().slice(0, 10);
}

function weekday(day) {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The day itself, or the Monday after a weekend. */
export function workingDay(day) {
  return daysLater(day, { 6: 2, 0: 1 }[weekday(day)] ?? 0);
}

/** The day itself, or the Friday before a weekend. */
export function workingDayBefore(day) {
  return daysLater(day, { 6: -1, 0: -2 }[weekday(day)] ?? 0);
}

/** The Monday in four weeks: time enough to invite somebody. */
export function firstProposal(today) {
  return workingDay(daysLater(today, 28 + ((6 - weekday(today)) % 7)));
}

/** The day of each session: weeks apart, or one working day after another. */
export function sessionDays(start, n, isWeekly) {
  const days = [start];
  while (days.length < n) days.push(isWeekly ? daysLater(days.at(-1), 7) : workingDay(daysLater(days.at(-1), 1)));
  return days;
}

/** `09:00` as minutes, and back. */
export function minutesOf(clock) {
  const [hours, minutes] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

export function clockOf(minutes) {
  return [Math.floor(minutes / 60) % 24, minutes % 60].map((n) => String(n).padStart(2, "0")).join(":");
}
