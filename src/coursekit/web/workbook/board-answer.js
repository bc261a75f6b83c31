import { isId } from "../stored.js";
import { asList, asMapping, asText, isBlankText } from "./parts.js";

/** The answer of a board: {notes: [{text, cluster}], clusters: [{id, name}], ballots: [{cluster id: dots}]}. */

/**
 * Whatever was stored, as a board: every note in a known cluster or in none (""). While a vote is `open`, nobody
 * is shown the dots; `decided` are the clusters that the group has chosen where the dots are equal.
 */
export function asBoard(answer) {
  const { notes, clusters, ballots, open, decided } = asMapping(answer);
  const known = asClusters(clusters);
  const isKnown = (id) => known.some((cluster) => cluster.id === id);
  return {
    notes: asList(notes).map(asMapping).filter(({ text }) => !isBlankText(text)).map((note) => asNote(note, isKnown)),
    clusters: known,
    ballots: sortBallots(asList(ballots).map(asBallot)),
    isOpen: open === true,
    decided: asList(decided).filter(isKnown),
  };
}

function asClusters(clusters) {
  const all = asList(clusters).map(asMapping).filter(({ id }) => isId(id));
  const isFirst = ({ id }, place) => all.findIndex((other) => other.id === id) === place;
  return all.filter(isFirst).map(({ id, name }) => ({ id, name: asText(name) }));
}

function asNote({ text, cluster }, isKnown) {
  return { text: text.trim(), cluster: isKnown(cluster) ? cluster : "" };
}

function asBallot(ballot) {
  const isGiven = ([, dots]) => Number.isInteger(dots) && dots > 0;
  return Object.fromEntries(Object.entries(asMapping(ballot)).filter(isGiven));
}

/** What is stored: nothing that is empty, and no sign of a vote that is over. */
export function boardAnswer({ notes, clusters, ballots, isOpen, decided }) {
  const filled = notes.map(({ text, cluster }) => ({ text: text.trim(), ...(cluster && { cluster }) }));
  const answer = { notes: filled.filter(({ text }) => text !== ""), clusters, ballots };
  return { ...answer, ...(isOpen && { open: true }), ...(decided.length > 0 && { decided }) };
}

/** Ballots lie in an order of their own, so that nobody can tell from it who came when. */
export function sortBallots(ballots) {
  const key = (ballot) => JSON.stringify(Object.entries(ballot).sort());
  return ballots.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

export function notesIn({ notes }, id) {
  return notes.filter(({ cluster }) => cluster === id).map(({ text }) => text);
}

/** The sum of the ballots, most dots first: {id, name, dots, rank, shared}. Equal dots share a rank. */
export function countDots(ballots, clusters) {
  const sum = (id) => ballots.reduce((total, ballot) => total + (Object.hasOwn(ballot, id) ? ballot[id] : 0), 0);
  const counted = clusters.map(({ id, name }) => ({ id, name, dots: sum(id) })).toSorted((a, b) => b.dots - a.dots);
  const alike = (dots) => counted.filter((other) => other.dots === dots).length;
  const rank = (dots) => counted.filter((other) => other.dots > dots).length + 1;
  return counted.map((one) => ({ ...one, rank: rank(one.dots), shared: alike(one.dots) > 1 }));
}

/**
 * Which of the counted clusters go on: {sure, tied, places}. Where the last place falls among equals, these are
 * `tied` and `places` are left for them. A cluster without a dot does not go on.
 */
export function topOf(counted, top) {
  const chosen = counted.filter(({ dots }) => dots > 0);
  const ids = (found) => found.map(({ id }) => id);
  if (chosen.length <= top) return { sure: ids(chosen), tied: [], places: 0 };
  const last = chosen[top - 1].dots;
  if (chosen[top].dots < last) return { sure: ids(chosen.slice(0, top)), tied: [], places: 0 };
  const sure = chosen.filter(({ dots }) => dots > last);
  return { sure: ids(sure), tied: ids(chosen.filter(({ dots }) => dots === last)), places: top - sure.length };
}

/** The clusters that go on, with those that the group has decided on. */
export function goingOn(counted, top, decided) {
  const { sure, tied } = topOf(counted, top);
  return counted.filter(({ id }) => sure.includes(id) || (tied.includes(id) && decided.includes(id)));
}

/**
 * The rows of a table with these names in a column: in rows nobody has touched, then in new ones. What is filled
 * in stays, and a name that stands there already is not put in again: {rows, n, same, left}.
 */
export function putNames(answer, { rows: fixed = [], max_rows: max = Infinity }, column, names) {
  const rows = asList(answer).map(asMapping);
  const most = fixed.length || max;
  const isFree = (row) => Object.values(row ?? {}).every((value) => value === false || isBlankText(value));
  const result = { n: 0, same: 0, left: [] };
  for (const name of names) {
    const place = Array.from({ length: most === Infinity ? rows.length + 1 : most }).findIndex((_, at) => isFree(rows[at]));
    if (rows.some((row) => asText(row?.[column]).trim() === name)) result.same += 1;
    else if (place < 0) result.left.push(name);
    else {
      while (rows.length < place) rows.push({});
      rows[place] = { ...rows[place], [column]: name };
      result.n += 1;
    }
  }
  return { rows, ...result };
}

/**
 * Two boards as one. Clusters of the same name are one cluster, whatever their ids; no note is lost, and one that
 * both have stands there once. Two different votes are a conflict: only people know whether one is a part of the
 * other.
 */
export function mergeBoards(mine, theirs) {
  const [own, other] = [asBoard(mine), asBoard(theirs)];
  const { clusters, idOf } = joinClusters(own.clusters, other.clusters);
  const renamed = sortBallots(other.ballots.map((ballot) => mapKeys(ballot, idOf)));
  const isOther = own.ballots.length === 0 && renamed.length > 0;
  const ballots = isOther ? renamed : own.ballots;
  const votes = isOther ? { ...other, decided: other.decided.map(idOf) } : own;
  const notes = joinNotes(own.notes, other.notes.map(({ text, cluster }) => ({ text, cluster: cluster && idOf(cluster) })));
  const value = boardAnswer({ ...votes, notes, clusters, ballots });
  const isAsked = renamed.length > 0 && JSON.stringify(ballots) !== JSON.stringify(renamed);
  return { value, conflicts: isAsked ? [{ path: ["ballots"], mine: ballots, theirs: renamed }] : [] };
}

function joinClusters(own, other) {
  const clusters = [...own];
  const ids = new Map();
  for (const { id, name } of other) {
    const same = clusters.find((one) => one.name.trim() === name.trim() && (name.trim() !== "" || one.id === id));
    const joined = same ?? { id: freeClusterId(clusters, id), name };
    if (!same) clusters.push(joined);
    ids.set(id, joined.id);
  }
  return { clusters, idOf: (id) => ids.get(id) ?? id };
}

/** The id itself where nobody has it, or `c` and the next number. */
export function freeClusterId(clusters, wanted = "") {
  if (wanted && !clusters.some(({ id }) => id === wanted)) return wanted;
  const numbers = clusters.map(({ id }) => Number(/^c(\d{1,6})$/.exec(id)?.[1] ?? 0));
  return `c${Math.max(0, ...numbers) + 1}`;
}

/** Each text as often as the side has it that has it more often; a cluster is taken over where mine has none. */
function joinNotes(own, other) {
  const notes = own.map((note) => ({ ...note }));
  const met = new Set();
  for (const note of other) {
    const isLike = (one) => one.text === note.text && !met.has(one);
    const same = notes.find((one) => isLike(one) && one.cluster === note.cluster) ?? notes.find(isLike);
    if (same && same.cluster === "") same.cluster = note.cluster;
    met.add(same ?? note);
    if (!same) notes.push(note);
  }
  return notes;
}

function mapKeys(ballot, idOf) {
  return Object.fromEntries(Object.entries(ballot).map(([id, dots]) => [idOf(id), dots]));
}
