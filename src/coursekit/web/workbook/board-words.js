import { fill } from "../dom.js";
import { countDots, goingOn, notesIn, topOf } from "./board-answer.js";

/** A board in words: for the page, and for documents. */

const USUAL_TOP = 4;

export function clusterName({ name }, place, labels) {
  return name.trim() || fill(labels.wbBoardCluster, { n: place + 1 });
}

/** The clusters with a name to show, also where nobody has given them one. */
export function namedClusters({ clusters }, labels) {
  return clusters.map((cluster, place) => ({ ...cluster, name: clusterName(cluster, place, labels) }));
}

/** The notes by cluster; a cluster that somebody has named stands there without notes, too. */
export function noteBlocks(board, labels) {
  const named = board.clusters.filter(({ name }) => name.trim() !== "").map(({ id }) => id);
  const groups = [...namedClusters(board, labels), { id: "", name: labels.wbBoardUnsorted }];
  const filled = groups.map(({ id, name }) => ({ id, name, list: notesIn(board, id) }));
  const told = filled.filter(({ id, list }) => list.length > 0 || named.includes(id));
  return told.flatMap(({ name, list }) => [{ paragraph: name }, ...(list.length > 0 ? [{ list }] : [])]);
}

/** While people vote, no paper tells how it stands. */
export function voteBlocks(field, board, labels) {
  const { ballots, isOpen } = board;
  if (ballots.length === 0) return [];
  if (isOpen) return [{ paragraph: fill(labels.wbBoardVoteOpen, { n: ballots.length }) }];
  const { head, rows } = boardResult(field, board, labels);
  const tie = sayTie(field, board, labels);
  return [{ table: { head, rows } }, { paragraph: sayVoters(field, board, labels) }, ...(tie ? [{ paragraph: tie }] : [])];
}

/** The result as a table. */
export function boardResult({ top = USUAL_TOP }, board, labels) {
  const counted = countDots(board.ballots, namedClusters(board, labels));
  const on = goingOn(counted, top, board.decided).map(({ id }) => id);
  const rows = counted.map(({ id, name, dots, rank, shared }) => {
    const place = shared ? fill(labels.wbBoardShared, { n: rank }) : String(rank);
    return [place, name, String(dots), on.includes(id) ? labels.wbBoardOn : ""];
  });
  return { head: [labels.wbBoardRank, labels.wbBoardName, labels.wbBoardDots, labels.wbBoardGoesOn], rows };
}

export function sayVoters({ dots = 5 }, { ballots }, labels) {
  const given = sumOfDots(ballots);
  return fill(labels.wbBoardVoters, { n: ballots.length, dots: given, all: Math.max(given, ballots.length * dots) });
}

export function sumOfDots(ballots) {
  return ballots.flatMap((ballot) => Object.values(ballot)).reduce((total, dots) => total + dots, 0);
}

/** Where the last place falls among equals, dots do not decide. */
export function sayTie({ top = USUAL_TOP }, board, labels) {
  const { tied, places } = topOf(countDots(board.ballots, board.clusters), top);
  const names = namedClusters(board, labels).filter(({ id }) => tied.includes(id)).map(({ name }) => `“${name}”`);
  return tied.length > 0 ? fill(labels.wbBoardTie, { names: names.join(", "), n: places, top }) : "";
}

export function isTieOpen({ top = USUAL_TOP }, { ballots, clusters, decided, isOpen }) {
  const { tied } = topOf(countDots(ballots, clusters), top);
  return !isOpen && tied.length > 0 && !tied.some((id) => decided.includes(id));
}
