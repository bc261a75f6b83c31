import { fill, h, setText, uniqueId } from "../../dom.js";
import { drawSelect } from "../../kinds/options.js";
import { isResting, setResting } from "../../quiz-parts.js";
import { freeClusterId } from "../board-answer.js";
import { clusterName, namedClusters } from "../board-words.js";
import { drawAdder, drawBoardLine, drawBoardPart, drawSaid, drawUndo } from "./board-parts.js";

/** Names for what belongs together, and the cluster of every note. */
export function drawBoardClusters(board) {
  const { labels } = board;
  const [said, undo, list] = [drawSaid(), drawUndo(labels), h("ol", { class: "board-list" })];
  const locked = h("p", { class: "help" }, labels.wbBoardLocked);
  const sorting = h("div", { class: "board-sorting" });
  const part = { board, said, undo, list, locked, sorting, rows: [], gone: [] };
  part.adder = drawAdder(labels, { label: labels.wbBoardNewCluster, rows: 1 }, (names) => addClusters(part, names));
  board.clusters.forEach((cluster, place) => addClusterRow(part, cluster, place));
  sorting.addEventListener("focusout", ({ relatedTarget }) => !sorting.contains(relatedTarget) && arrange(part));
  const sortTitle = h("p", { class: "name" }, labels.wbBoardSort);
  const sortPart = h("div", { class: "board-sort" }, sortTitle, sorting);
  const { el } = drawBoardPart(labels.wbBoardClusters, locked, list, part.adder.el, undo.el, said.el, sortPart);
  return { el, update: () => updateClusters(part, sortPart) };
}

/** What was voted on cannot become something else. */
function isVotedOn({ ballots, ballot }) {
  return ballots.length > 0 || ballot !== null;
}

function updateClusters(part, sortPart) {
  const { board, rows, locked, adder, sorting } = part;
  const { labels } = board;
  locked.hidden = !isVotedOn(board);
  adder.el.hidden = isVotedOn(board);
  rows.forEach(({ cluster, input, remove }, place) => {
    input.setAttribute("aria-label", fill(labels.wbBoardClusterName, { n: place + 1 }));
    remove.setAttribute("aria-label", fill(labels.wbBoardRemoveCluster, { name: clusterName(cluster, place, labels) }));
    setResting(remove, isVotedOn(board));
  });
  sortPart.hidden = board.clusters.length === 0 || board.notes.length === 0;
  if (!sorting.contains(document.activeElement)) arrange(part);
}

function addClusters(part, names) {
  const { board } = part;
  for (const name of names) {
    const cluster = { id: freeClusterId([...board.clusters, ...part.gone]), name };
    addClusterRow(part, cluster, board.clusters.length);
    board.clusters.push(cluster);
    part.said.say(fill(board.labels.wbBoardClusterAdded, { n: board.clusters.length, name }));
  }
  board.changed();
}

function addClusterRow(part, cluster, place) {
  const { board, list, rows, adder } = part;
  const written = (name, isDone) => {
    cluster.name = name;
    if (isDone) board.changed();
  };
  const next = () => (adder.el.hidden ? null : adder.input.focus());
  const row = { cluster, ...drawBoardLine(cluster.name, { written, removed: () => removeCluster(part, row), next }) };
  row.el = h("li", { class: "board-line" }, row.input, row.remove);
  list.insertBefore(row.el, list.children[place] ?? null);
  rows.splice(place, 0, row);
  return row;
}

/** Its notes lie unsorted then; the way back brings them in again. */
function removeCluster(part, row) {
  const { board, rows, undo, said } = part;
  if (isResting(row.remove)) return;
  const place = rows.indexOf(row);
  const notes = board.notes.filter(({ cluster }) => cluster === row.cluster.id);
  const name = clusterName(row.cluster, place, board.labels);
  notes.forEach((note) => (note.cluster = ""));
  rows.splice(place, 1);
  board.clusters.splice(place, 1);
  row.el.remove();
  part.gone.push(row.cluster);
  said.say(fill(board.labels.wbBoardRemoved, { text: name }));
  undo.offerBack(name, () => bringClusterBack(part, row.cluster, place, notes));
  board.changed();
}

function bringClusterBack(part, cluster, wanted, notes) {
  const { board, said } = part;
  const place = Math.min(wanted, board.clusters.length);
  board.clusters.splice(place, 0, cluster);
  notes.filter((note) => note.cluster === "").forEach((note) => (note.cluster = cluster.id));
  said.say("");
  addClusterRow(part, cluster, place).input.focus();
  board.changed();
}

/**
 * The notes by cluster, those without one first. A note stays where it is until the hands leave the list: with the
 * keyboard, a drop-down passes over every cluster on the way to the right one.
 */
function arrange({ board, sorting, said }) {
  const groups = [{ id: "", name: board.labels.wbBoardUnsorted }, ...namedClusters(board, board.labels)];
  const counts = new Map();
  const retell = () => counts.forEach((el, { id, name }) => setText(el, groupTitle(board, id, name)));
  const chosen = (note) => {
    retell();
    const values = { text: note.text, name: groups.find(({ id }) => id === note.cluster).name, n: countIn(board, "") };
    said.say(fill(board.labels.wbBoardSorted, values));
  };
  const drawn = groups.map((group) => {
    const id = uniqueId("board-group");
    const title = h("p", { id, class: "board-group" }, groupTitle(board, group.id, group.name));
    counts.set(group, title);
    const notes = board.notes.filter(({ cluster, text }) => cluster === group.id && text.trim() !== "");
    return [title, h("ul", { "aria-labelledby": id }, notes.map((note) => drawSorted(board, groups, note, chosen)))];
  });
  sorting.replaceChildren(...drawn.flat());
}

function countIn({ notes }, wanted) {
  return notes.filter(({ cluster, text }) => cluster === wanted && text.trim() !== "").length;
}

function groupTitle(board, id, name) {
  return fill(board.labels.wbBoardGroup, { name, n: countIn(board, id) });
}

function drawSorted(board, [unsorted, ...clusters], note, chosen) {
  const options = clusters.map(({ id, name }) => ({ id, text: name }));
  const name = fill(board.labels.wbBoardSortOf, { text: note.text });
  const select = drawSelect(options, note.cluster, unsorted.name, { "aria-label": name });
  const choose = () => {
    note.cluster = select.value;
    chosen(note);
    board.changed();
  };
  select.addEventListener("change", choose);
  return h("li", {}, h("span", { dir: "auto" }, note.text), select);
}
