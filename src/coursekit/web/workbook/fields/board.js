import { fill } from "../../dom.js";
import { drawBoard } from "../board/draw-board.js";
import { asBoard, mergeBoards, notesIn, sortBallots } from "../board-answer.js";
import { isTieOpen, noteBlocks, sumOfDots, voteBlocks } from "../board-words.js";
import { drawGroup } from "../parts.js";

/** Notes, clusters and a vote. Large and seldom: only a page with a board fetches it. */
export const boardField = {
  draw(field, answer, context, changed) {
    const { el, read } = drawBoard(field, answer, context, changed);
    return { el: drawGroup(field, el), read };
  },

  isEmpty(answer) {
    const { notes, clusters } = asBoard(answer);
    return notes.length + clusters.length === 0;
  },

  blocks(field, answer, labels) {
    if (boardField.isEmpty(answer)) return [];
    const board = asBoard(answer);
    return [...noteBlocks(board, labels), ...voteBlocks(field, board, labels)];
  },

  remarks(field, answer, labels) {
    const board = asBoard(answer);
    const unsorted = notesIn(board, "").length;
    return [
      unsorted > 0 && fill(labels.wbBoardUnsortedLeft, { field: field.label, n: unsorted }),
      board.ballots.length === 0 && fill(labels.wbBoardNoVote, { field: field.label }),
      board.ballots.length > 0 && board.isOpen && fill(labels.wbBoardStillOpen, { field: field.label }),
      isTieOpen(field, board) && fill(labels.wbBoardTieOpen, { field: field.label }),
    ].filter(Boolean);
  },

  merge: mergeBoards,

  /** Only votes are ever in conflict; two of them are one when each person voted on one device only. */
  both: (mine, theirs) => sortBallots([...mine, ...theirs]),

  sayPart: (ballots, labels) => fill(labels.wbBoardBallots, { n: ballots.length, dots: sumOfDots(ballots) }),
};
