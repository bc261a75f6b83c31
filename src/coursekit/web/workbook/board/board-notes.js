import { fill, h } from "../../dom.js";
import { drawAdder, drawBoardLine, drawBoardPart, drawSaid, drawUndo } from "./board-parts.js";

/** What people wrote in silence: one line a note, without a name. */
export function drawBoardNotes(board) {
  const { labels } = board;
  const [said, undo, list] = [drawSaid(), drawUndo(labels), h("ol", { class: "board-list" })];
  const part = { board, said, undo, list, rows: [] };
  const adder = { label: labels.wbBoardNew, help: labels.wbBoardNewHelp, rows: 2 };
  part.adder = drawAdder(labels, adder, (texts) => addNotes(part, texts));
  board.notes.forEach((note, place) => addNoteRow(part, note, place));
  renameNoteRows(part);
  const { el } = drawBoardPart(labels.wbBoardNotes, part.adder.el, said.el, list, undo.el);
  const pending = () => part.adder.pending().map((text) => ({ text, cluster: "" }));
  return { el, pending, update: () => {} };
}

function addNotes(part, texts) {
  const { board, said } = part;
  for (const text of texts) {
    const note = { text, cluster: "" };
    addNoteRow(part, note, board.notes.length);
    board.notes.push(note);
  }
  renameNoteRows(part);
  const values = { n: board.notes.length, k: texts.length, text: texts[0] };
  said.say(fill(texts.length === 1 ? board.labels.wbBoardAdded : board.labels.wbBoardAddedMany, values));
  board.changed();
}

function addNoteRow(part, note, place) {
  const { board, list, rows, adder } = part;
  const written = (text, isDone) => {
    note.text = text;
    if (isDone) board.changed();
  };
  const row = { note, ...drawBoardLine(note.text, { written, removed: () => removeNote(part, row), next: () => adder.input.focus() }) };
  row.el = h("li", { class: "board-line" }, row.input, row.remove);
  list.insertBefore(row.el, list.children[place] ?? null);
  rows.splice(place, 0, row);
  return row;
}

function renameNoteRows({ rows, board: { labels } }) {
  rows.forEach(({ input, remove }, place) => {
    input.setAttribute("aria-label", fill(labels.wbBoardNote, { n: place + 1 }));
    remove.setAttribute("aria-label", fill(labels.wbBoardRemoveNote, { n: place + 1 }));
  });
}

function removeNote(part, row) {
  const { board, rows, undo, said } = part;
  const place = rows.indexOf(row);
  rows.splice(place, 1);
  board.notes.splice(place, 1);
  row.el.remove();
  renameNoteRows(part);
  said.say(fill(board.labels.wbBoardRemoved, { text: row.note.text }));
  undo.offerBack(row.note.text, () => bringNoteBack(part, row.note, place));
  board.changed();
}

/** The cluster it was in may be gone by now. */
function bringNoteBack(part, note, wanted) {
  const { board, said } = part;
  const place = Math.min(wanted, board.notes.length);
  if (!board.clusters.some(({ id }) => id === note.cluster)) note.cluster = "";
  board.notes.splice(place, 0, note);
  const row = addNoteRow(part, note, place);
  renameNoteRows(part);
  said.say("");
  row.input.focus();
  board.changed();
}
