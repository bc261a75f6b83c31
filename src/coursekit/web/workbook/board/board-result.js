import { fill, h, setText } from "../../dom.js";
import { drawOptions, tickedIn } from "../../kinds/options.js";
import { countDots, goingOn, putNames, topOf } from "../board-answer.js";
import { boardResult, namedClusters, sayTie, sayVoters } from "../board-words.js";
import { showPlain } from "../parts.js";
import { drawBoardPart, drawSaid } from "./board-parts.js";

/** What the dots say, and what the group makes of it. */
export function drawBoardResult(board) {
  const part = { board, voters: h("p", {}), table: h("div", {}), tie: h("div", {}), said: drawSaid(), key: null };
  const parts = [part.voters, part.table, part.tie, ...drawPut(part), part.said.el];
  const { el, heading } = drawBoardPart(board.labels.wbBoardResult, ...parts);
  board.showResult = () => heading.focus();
  return { el, update: () => updateBoardResult(part, el) };
}

function updateBoardResult(part, el) {
  const { board, said } = part;
  const { clusters, ballots, decided, isOpen, ballot } = board;
  el.hidden = ballots.length === 0 || isOpen || ballot !== null;
  const key = el.hidden ? "" : JSON.stringify([clusters, ballots, decided]);
  if (part.key === key) return;
  part.key = key;
  said.say("");
  if (el.hidden) part.table.replaceChildren();
  else showBoardResult(part, JSON.stringify([clusters, ballots]));
}

/** The boxes to tick stay while only the decision changes: the focus is on them. */
function showBoardResult({ board, voters, tie, ...part }, key) {
  setText(voters, sayVoters(board.field, board, board.labels));
  part.table.replaceChildren(drawResultTable(board));
  if (tie.dataset.key === key) return;
  tie.dataset.key = key;
  tie.replaceChildren(...drawTie(board));
}

function drawResultTable({ field, labels, ...board }) {
  const { head, rows } = boardResult(field, board, labels);
  const line = ([rank, name, dots, on]) => {
    const cells = [h("td", {}, rank), h("th", { scope: "row", dir: "auto" }, name), h("td", {}, dots), h("td", {}, on)];
    return h("tr", { class: on && "goes-on" }, cells);
  };
  const heads = h("tr", {}, head.map((text) => h("th", { scope: "col" }, text)));
  return h("table", { class: "board-result" }, h("thead", {}, heads), h("tbody", {}, rows.map(line)));
}

function drawTie(board) {
  const text = sayTie(board.field, board, board.labels);
  if (!text) return [];
  const { tied } = topOf(countDots(board.ballots, board.clusters), board.field.top);
  const names = namedClusters(board, board.labels).filter(({ id }) => tied.includes(id));
  const options = names.map(({ id, name }) => ({ id, text: name }));
  const boxes = drawOptions("checkbox", options, board.decided, showPlain);
  boxes.addEventListener("change", () => {
    board.decided = tickedIn(boxes);
    board.changed();
  });
  return [h("fieldset", { class: "board-tie" }, h("legend", {}, text), boxes)];
}

/** The names into a table of this exercise; what stands there stays. */
function drawPut(part) {
  const { board } = part;
  const { into } = board.field;
  const table = into && board.context.fieldNamed(into.table);
  if (!table) return [];
  const text = fill(board.labels.wbBoardInto, { field: table.label });
  return [h("div", { class: "actions" }, h("button", { type: "button", onclick: () => putIntoTable(part, table) }, text))];
}

function putIntoTable({ board, said }, table) {
  const { field, labels, decided } = board;
  const on = goingOn(countDots(board.ballots, namedClusters(board, labels)), field.top, decided);
  let put = null;
  board.context.put(table.id, (answer) => {
    put = putNames(answer, table, field.into.column, on.map(({ name }) => name));
    return put.n > 0 ? put.rows : answer;
  });
  const lines = [fill(labels.wbBoardPut, { field: table.label, n: put.n, same: put.same })];
  if (put.left.length > 0) lines.push(fill(labels.wbBoardNoRoom, { names: put.left.join(", ") }));
  said.say(lines.join(" "));
}
