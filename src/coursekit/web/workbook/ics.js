/** A file for calendars (RFC 5545). It holds what it is given and nothing of the device it is made on. */

import { MINUTE } from "../moments.js";

const LONGEST_ICS_LINE = 75;
const LINE_END = "\r\n";
/** Versions of an entry are counted in seconds from here: whole numbers below 2^31, as calendars expect. */
const FIRST_SECOND = Date.UTC(2020, 0, 1);
const ALARM = ["BEGIN:VALARM", "ACTION:DISPLAY"];

/**
 * Whole days, each with a reminder at nine: entries are {id, day, title, text}. With `from` and `minutes`, counted from
 * midnight, an entry has its time, the same on every clock, and a reminder half an hour before. The same `name` and id give the
 * same entry again, and a later `at` a newer version of it: a calendar puts it in the place of the old one.
 */
export function toIcs(entries, { name, at }) {
  const time = Number.isNaN(Date.parse(at)) ? FIRST_SECOND : Date.parse(at);
  const version = { stamp: stampOf(time), sequence: Math.max(0, Math.floor((time - FIRST_SECOND) / 1000)) };
  const events = entries.flatMap((entry) => icsEvent(entry, name, version));
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//coursekit//coursekit//EN", "CALSCALE:GREGORIAN", ...events, "END:VCALENDAR"];
  return lines.map((line) => foldLine(line) + LINE_END).join("");
}

function stampOf(time) {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");
}

function icsEvent(entry, name, { stamp, sequence }) {
  const { id, title, text } = entry;
  const { start, end, transparency, trigger } = timesOf(entry);
  return [
    "BEGIN:VEVENT",
    `UID:${escapeIcs(`${name}.${id}@coursekit`)}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${sequence}`,
    `DTSTART${start}`,
    `DTEND${end}`,
    `SUMMARY:${escapeIcs(title)}`,
    ...(text ? [`DESCRIPTION:${escapeIcs(text)}`] : []),
    `TRANSP:${transparency}`,
    ...ALARM,
    `TRIGGER:${trigger}`,
    `DESCRIPTION:${escapeIcs(title)}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** The end of a whole day is the day after, and it leaves the day free for others. */
function timesOf({ day, from, minutes }) {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (from === undefined) {
    const dayOf = (time) => `;VALUE=DATE:${stampOf(time).slice(0, 8)}`;
    return { start: dayOf(midnight), end: dayOf(midnight + 1440 * MINUTE), transparency: "TRANSPARENT", trigger: "PT9H" };
  }
  const timeOf = (count) => `:${stampOf(midnight + count * MINUTE).slice(0, -1)}`;
  return { start: timeOf(from), end: timeOf(from + minutes), transparency: "OPAQUE", trigger: "-PT30M" };
}

/** Text as a value: what has a meaning of its own is marked, and control characters are left out. */
export function escapeIcs(text) {
  const plain = text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
  return plain.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

/** Lines of at most 75 bytes; those that go on begin with a space. No letter is cut in two. */
export function foldLine(line) {
  const encoder = new TextEncoder();
  let [folded, length] = ["", 0];
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (length + size > LONGEST_ICS_LINE) {
      folded += `${LINE_END} `;
      length = 1;
    }
    folded += letter;
    length += size;
  }
  return folded;
}
