import { fill, h, setText, uniqueId } from "../../dom.js";
import { isResting, setResting } from "../../quiz-parts.js";
import { notesIn, sortBallots } from "../board-answer.js";
import { namedClusters, sumOfDots } from "../board-words.js";
import { drawBoardPart, drawSaid, drawUndo } from "./board-parts.js";

const FEWEST_CLUSTERS = 2;

/** A vote that goes from hand to hand; how it stands is seen by nobody before it is closed. */
export function drawBoardVote(board) {
  const { labels, field } = board;
  const [place, said, undo] = [h("div", { class: "board-vote" }), drawSaid(), drawUndo(labels)];
  const about = h("p", { class: "help" }, fill(labels.wbBoardVoteAbout, { n: field.dots }));
  said.el.tabIndex = -1;
  const { el, heading } = drawBoardPart(labels.wbBoardVote, about, said.el, place, undo.el);
  const part = { board, place, said, undo, heading, key: null };
  return { el, update: () => updateVote(part) };
}

/** Drawn anew only where there is something else to see: no button goes away under a finger. */
function updateVote(part) {
  const { board, place } = part;
  const { clusters, ballots, isOpen, ballot, handedIn } = board;
  const isReady = clusters.length >= FEWEST_CLUSTERS;
  const key = JSON.stringify([isReady, ballots.length, handedIn.length, isOpen, ballot !== null]);
  if (part.key === key) return;
  part.key = key;
  if (ballot) place.replaceChildren(...drawBallot(part));
  else if (ballots.length > 0 && !isOpen) place.replaceChildren(...drawClosed(part));
  else if (!isReady) place.replaceChildren(h("p", {}, board.labels.wbBoardNeedsTwo));
  else place.replaceChildren(...drawBetween(part));
}

function drawVoteButton(text, onclick, isMain = false) {
  return h("button", { type: "button", class: isMain && "main", onclick }, text);
}

/** Between two people: nothing of anybody's vote is on the page. */
function drawBetween(part) {
  const { board } = part;
  const { labels, ballots, handedIn } = board;
  const [n, isBegun] = [ballots.length, ballots.length > 0];
  return [
    h("p", { class: "board-count" }, fill(labels.wbBoardCount, { n })),
    h(
      "div",
      { class: "actions" },
      drawVoteButton(isBegun ? labels.wbBoardNext : labels.wbBoardFirst, () => beginBallot(part), true),
      handedIn.length > 0 && drawVoteButton(labels.wbBoardTakeBack, () => takeBack(part)),
      isBegun && drawVoteButton(labels.wbBoardClose, () => closeVote(part)),
    ),
  ];
}

function drawClosed(part) {
  const { labels } = part.board;
  const again = [drawVoteButton(labels.wbBoardReopen, () => reopenVote(part)), drawVoteButton(labels.wbBoardAnew, () => voteAnew(part))];
  return [h("p", {}, labels.wbBoardClosed), h("div", { class: "actions" }, again)];
}

function beginBallot(part) {
  const { board, said, undo, place } = part;
  board.ballot = {};
  said.say("");
  undo.clear();
  board.changed();
  place.querySelector("h5").focus();
}

function drawBallot(part) {
  const { board } = part;
  const { labels, ballots } = board;
  const id = uniqueId("board-ballot");
  const heading = h("h5", { id, tabindex: -1 }, fill(labels.wbBoardBallot, { n: ballots.length + 1 }));
  const left = h("p", { class: "board-left" });
  const told = h("span", { class: "only-read", role: "status" });
  const lines = namedClusters(board, labels).map((cluster) => drawBallotLine(board, cluster, (text) => {
    update();
    setText(told, text);
  }));
  const update = () => {
    setText(left, fill(labels.wbBoardLeft, { n: dotsLeft(board) }));
    lines.forEach((line) => line.update());
  };
  update();
  const list = h("ul", { class: "ballot", "aria-labelledby": id }, lines.map((line) => line.el));
  const actions = [drawVoteButton(labels.wbBoardHandIn, () => handIn(part), true), drawVoteButton(labels.wbBoardPutAway, () => putAway(part))];
  return [heading, left, list, told, h("div", { class: "actions" }, actions)];
}

function dotsLeft({ field, ballot }) {
  return field.dots - sumOfDots([ballot]);
}

/** A button that rests says why when it is pressed. */
function drawBallotLine(board, { id, name }, told) {
  const { labels, ballot } = board;
  const count = h("span", { class: "board-dots" });
  const give = (button, step) => {
    if (isResting(button)) return told(step > 0 ? fill(labels.wbBoardNoDots, { n: board.field.dots }) : fill(labels.wbBoardNone, { name }));
    ballot[id] = (ballot[id] ?? 0) + step;
    told(fill(labels.wbBoardGiven, { name, n: ballot[id], left: dotsLeft(board) }));
  };
  const button = (text, label, step) => {
    const el = h("button", { type: "button", class: "arrow", "aria-label": fill(label, { name }), onclick: () => give(el, step) }, text);
    return el;
  };
  const [less, more] = [button("−", labels.wbBoardLess, -1), button("+", labels.wbBoardMore, 1)];
  const update = () => {
    setText(count, String(ballot[id] ?? 0));
    setResting(less, !ballot[id]);
    setResting(more, dotsLeft(board) === 0);
  };
  const notes = notesIn(board, id);
  const about = h("div", { class: "ballot-name" }, h("strong", { dir: "auto" }, name), notes.length > 0 && h("p", { class: "small", dir: "auto" }, notes.join(" · ")));
  return { el: h("li", {}, about, h("span", { class: "arrows" }, less, count, more)), update };
}

/** Fewer dots than there are, or none, is a vote too. */
function handIn(part) {
  const { board, said } = part;
  const ballot = Object.fromEntries(Object.entries(board.ballot).filter(([, dots]) => dots > 0));
  board.ballots = sortBallots([...board.ballots, ballot]);
  board.handedIn.push(ballot);
  Object.assign(board, { ballot: null, isOpen: true });
  said.say(fill(board.labels.wbBoardIn, { n: board.ballots.length }));
  board.changed();
  said.el.focus();
}

function putAway({ board, said }) {
  board.ballot = null;
  said.say(board.labels.wbBoardAway);
  board.changed();
  said.el.focus();
}

/** Equal ballots are the same to everybody: one of them goes. Nobody is shown what was on it. */
function takeBack(part) {
  const { board, said, undo } = part;
  const ballot = board.handedIn.pop();
  board.ballots = board.ballots.toSpliced(placeOf(board.ballots, ballot), 1);
  board.isOpen = board.ballots.length > 0;
  said.say(fill(board.labels.wbBoardTaken, { n: board.ballots.length }));
  board.changed();
  undo.offer(board.labels.wbBoardPutBack, () => putBack(part, ballot));
}

function placeOf(ballots, ballot) {
  return ballots.findIndex((other) => JSON.stringify(sortBallots([other])) === JSON.stringify(sortBallots([ballot])));
}

function putBack({ board, said }, ballot) {
  board.ballots = sortBallots([...board.ballots, ballot]);
  board.handedIn.push(ballot);
  board.isOpen = true;
  said.say(fill(board.labels.wbBoardCount, { n: board.ballots.length }));
  board.changed();
  said.el.focus();
}

function closeVote({ board, undo, said }) {
  Object.assign(board, { isOpen: false, handedIn: [] });
  said.say("");
  undo.clear();
  board.changed();
  board.showResult();
}

function reopenVote({ board, heading }) {
  Object.assign(board, { isOpen: true, decided: [] });
  board.changed();
  heading.focus();
}

function voteAnew(part) {
  const { board, undo, heading } = part;
  const [ballots, decided] = [board.ballots, board.decided];
  Object.assign(board, { ballots: [], decided: [], handedIn: [], isOpen: false });
  board.changed();
  undo.offer(fill(board.labels.wbBoardAnewBack, { n: ballots.length }), () => {
    Object.assign(board, { ballots, decided, isOpen: false });
    board.changed();
    heading.focus();
  });
}
