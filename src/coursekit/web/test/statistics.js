import { compare } from "./scores.js";

/** What a group has learned, in figures. Nobody can be found in them: a small group has none. */

export const LEAST_PEOPLE = 8;

/** Mean, standard deviation (of a sample) and quartiles (interpolated) of at least two numbers. */
export function describe(values) {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const sorted = [...values].sort((a, b) => a - b);
  const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => quantile(sorted, part));
  return { mean, sd: Math.sqrt(squares / (n - 1)), low, middle, high };
}

function quantile(sorted, part) {
  const place = (sorted.length - 1) * part;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}

/** The figures of a group, in per cent: the whole test first (`id` is null), then each objective. */
export function groupFigures(earlier, test, pairs) {
  const people = pairs.map((pair) => compare(earlier, test, pair));
  const whole = { id: null, text: null, ...figuresOf(people) };
  const isHidden = people.length < LEAST_PEOPLE;
  const rows = Object.entries(test.objectives).map(([id, text]) => {
    const own = people.flatMap(({ objectives }) => objectives.filter((row) => row.id === id));
    return { id, text, ...figuresOf(own) };
  });
  return { n: people.length, isHidden, rows: isHidden ? [] : [whole, ...rows.filter((row) => row.n > 0)] };
}

/** An objective may have fewer people than the whole, and is then hidden by itself. */
function figuresOf(people) {
  const n = people.length;
  if (n < LEAST_PEOPLE) return { n, isHidden: true };
  const [before, after] = ["before", "after"].map((when) => people.map((one) => one[when].share * 100));
  const gain = after.map((value, place) => value - before[place]);
  return { n, isHidden: false, before: describe(before), after: describe(after), gain: describe(gain) };
}

const MEASURES = ["mean", "sd", "low", "middle", "high"];

/** The figures as a table in a text file; `words` names the columns, the whole test and what is hidden. */
export function figuresAsCsv({ rows }, words) {
  const times = ["before", "after", "gain"];
  const head = [words.what, words.n, ...times.flatMap((time) => MEASURES.map((name) => `${words[time]}: ${words[name]}`))];
  const lines = rows.map((row) => [row.text ?? words.whole, row.n, ...cellsOf(row, times, words)]);
  return [head, ...lines].map((cells) => cells.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

function cellsOf(row, times, words) {
  if (row.isHidden) return times.flatMap(() => MEASURES.map(() => words.hidden));
  return times.flatMap((time) => MEASURES.map((name) => row[time][name].toFixed(1)));
}

/** A cell that a spreadsheet would take for a formula is made a text. */
function csvCell(value) {
  const text = String(value);
  const isFormula = /^[=+\-@\t]/.test(text) && Number.isNaN(Number(text));
  return `"${(isFormula ? `'${text}` : text).replaceAll('"', '""')}"`;
}
