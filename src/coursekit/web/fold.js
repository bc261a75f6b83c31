/** What people type, brought to a form that can be compared. Nothing here depends on the browser's language. */

const LETTERS = { ł: "l", ø: "o", đ: "d", ð: "d", ħ: "h", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th" };

/** Lower case, without diacritics, invisible characters and double spaces. */
export function plainText(text) {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\p{Cf}]/gu, "")
    .toLowerCase()
    .replace(/[łøđðħıßæœþ]/g, (letter) => LETTERS[letter])
    .replace(/\s+/g, " ")
    .trim();
}

/** Like plainText; hyphens count as spaces, quotes and the punctuation round words do not count. */
export function fold(text) {
  return plainText(text)
    .replace(/[\p{Pi}\p{Pf}„‚"'`´ʼ;:!?()]|[.,](?!\d)|(?<!\d)[.,]/gu, "")
    .replace(/[\s\p{Pd}_]+/gu, " ")
    .trim();
}

/** How many letters were missed, added, changed or swapped with their neighbour; 3 means "more than 2". */
export function distance(a, b) {
  const [from, to] = [[...a], [...b]];
  if (Math.abs(from.length - to.length) > 2) return 3;
  let rows = [[], to.map((_, j) => j + 1)];
  rows[1].unshift(0);
  for (let i = 1; i <= from.length; i += 1) rows = [rows[1], nextRow(rows, from, to, i)];
  return Math.min(rows[1][to.length], 3);
}

function nextRow([before, last], from, to, i) {
  const row = [i];
  for (let j = 1; j <= to.length; j += 1) {
    const change = last[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
    row[j] = Math.min(change, last[j] + 1, row[j - 1] + 1);
    const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
    if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
  }
  return row;
}

const GROUPED = /^[1-9]\d{0,2}([ .,])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/;
const UNGROUPED = /^\d*[.,]?\d+$/;
const LONGEST_NUMBER = 60;

/**
 * Every number the text can mean, thousands before decimals: "3.540" is [3540, 3.54].
 * Both readings are right somewhere in Europe, so the question decides, not the browser. Not a number: [].
 */
export function parseNumber(text, units = []) {
  if (text.length > LONGEST_NUMBER) return [];
  const [, sign, digits] = /^[≈~]? ?([+-]?) ?(.*)$/.exec(withoutUnit(plainNumber(text), units));
  const grouped = GROUPED.exec(digits);
  const readings = [];
  if (grouped) readings.push(digits.replaceAll(grouped[1], ""));
  if (UNGROUPED.test(digits)) readings.push(digits);
  return readings.map((reading) => Number(sign + reading.replace(",", ".")));
}

function plainNumber(text) {
  return plainText(text)
    .replace(/[−–‐‑]/g, "-")
    .replace(/(\d)['’ʼ](?=\d)/g, "$1 ")
    .replace(/[.,;!?]+$/, "");
}

function withoutUnit(text, units) {
  const longestFirst = units.map(plainText).sort((a, b) => b.length - a.length);
  const after = longestFirst.find((unit) => unit && text.endsWith(unit));
  if (after) return text.slice(0, -after.length).trim();
  const before = longestFirst.find((unit) => unit && text.startsWith(unit));
  return before ? text.slice(before.length).trim() : text;
}

/** A number in the course's way of writing, with its unit. */
export function showNumber(value, unit, lang) {
  const digits = new Intl.NumberFormat(lang, { maximumFractionDigits: 6 }).format(value);
  return unit ? `${digits}\u00a0${unit}` : digits;
}
