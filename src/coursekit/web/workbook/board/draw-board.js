import { h } from "../../dom.js";
import { asBoard, boardAnswer } from "../board-answer.js";
import { drawBoardClusters } from "./board-clusters.js";
import { drawBoardNotes } from "./board-notes.js";
import { drawBoardResult } from "./board-result.js";
import { drawBoardVote } from "./board-vote.js";

/**
 * A board at work: notes, clusters, a vote, its result. Its four parts share `board` and tell the others with
 * `board.changed()`; each keeps what the hands are on.
 */
export function drawBoard(field, answer, context, changed) {
  const board = { field, labels: context.labels, context, ...asBoard(answer), ballot: null, handedIn: [], parts: [] };
  board.update = () => board.parts.forEach((part) => part.update());
  board.changed = () => {
    board.update();
    changed();
  };
  const notes = drawBoardNotes(board);
  board.parts = [notes, drawBoardClusters(board), drawBoardVote(board), drawBoardResult(board)];
  board.update();
  const read = () => boardAnswer({ ...board, notes: [...board.notes, ...notes.pending()] });
  return { el: h("div", {}, board.parts.map(({ el }) => el)), read };
}
