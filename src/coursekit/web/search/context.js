/** What is shown of a section: the sentence with the word, and the word marked. */
import { pieces } from "./words.js";

const LONGEST = 220;
const BEFORE = 80;

/** The text as [piece, isMarked]; `isHit` says whether a word is one that was looked for. */
export function marked(text, isHit) {
  const parts = [];
  pieces(text).forEach((piece, i) => {
    const isMarked = i % 2 === 1 && isHit(piece);
    const last = parts.at(-1);
    if (last && last[1] === isMarked) last[0] += piece;
    else if (piece) parts.push([piece, isMarked]);
  });
  return parts;
}

/** The sentence round such a word, where most of them stand together; without one, how the section begins. */
export function contextOf(blocks, isHit) {
  let [best, most] = ["", 0];
  for (const block of blocks) {
    const count = new Set(pieces(block).filter((piece, i) => i % 2 && isHit(piece))).size;
    if (count > most) [best, most] = [block, count];
  }
  if (most) return marked(shortened(best, firstHit(best, isHit)), isHit);
  return blocks.length ? [[shortened(blocks[0], 0), false]] : [];
}

function firstHit(text, isHit) {
  let at = 0;
  for (const [i, piece] of pieces(text).entries()) {
    if (i % 2 && isHit(piece)) return at;
    at += piece.length;
  }
  return -1;
}

/** The sentence at a place of a text, cut at spaces where it is too long. */
export function shortened(text, at) {
  let [from, to] = [0, text.length];
  for (const { index } of text.matchAll(/[.!?…][”"»)]?\s+(?=[\p{Lu}„“"«\d])/gu)) {
    const next = index + text.slice(index).match(/^\S+\s+/)[0].length;
    if (next <= at) from = next;
    else if (to === text.length) to = next;
  }
  let [start, end] = ["", ""];
  if (to - from > LONGEST && at - from > BEFORE) {
    from = text.lastIndexOf(" ", at - BEFORE) + 1;
    start = "… ";
  }
  if (to - from > LONGEST) {
    const space = text.lastIndexOf(" ", from + LONGEST);
    to = space > at ? space : from + LONGEST;
    end = " …";
  }
  return start + text.slice(from, to).trim() + end;
}
