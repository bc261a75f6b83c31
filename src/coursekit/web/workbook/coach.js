import { fill } from "../dom.js";
import { FIELDS } from "./fields.js";

/** More than this at once is a list of complaints, not a hint. */
const REMARKS_AT_ONCE = 3;

/**
 * How far a step is: filled fields of all that are asked for, and what a friendly colleague would still ask.
 * Nothing is said about a step nobody has begun.
 */
export function coachStep({ fields }, answers, { labels, lang }) {
  const isOpen = ({ id, kind }) => FIELDS[kind].isEmpty(answers.fields[id]);
  const asked = fields.filter(({ optional }) => !optional);
  const open = asked.filter(isOpen);
  const remarks = fields
    .filter((field) => !isOpen(field))
    .flatMap((field) => FIELDS[field.kind].remarks?.(field, answers.fields[field.id], labels) ?? []);
  const progress = { n: asked.length - open.length, m: asked.length };
  const lines = fields.every(isOpen) ? [] : coachLines(open, remarks, labels, lang);
  return { ...progress, isDone: open.length + remarks.length === 0, lines };
}

function coachLines(open, remarks, labels, lang) {
  const lines = remarks.slice(0, REMARKS_AT_ONCE);
  const more = remarks.length - lines.length;
  if (more > 0) lines.push(fill(labels.wbCoachMore, { n: more }));
  if (open.length > 0) lines.unshift(fill(labels.wbCoachOpen, { fields: nameAll(open, lang) }));
  return lines.length > 0 ? lines : [labels.wbCoachDone];
}

function nameAll(fields, lang) {
  const names = fields.map(({ label }) => `“${label}”`);
  return new Intl.ListFormat(lang, { type: "conjunction" }).format(names);
}
