import { fill, h, html, rich, uniqueId } from "../dom.js";
import { showNumber } from "../fold.js";
import { readJson } from "../read-page.js";
import { closeVote, countsOf, newVotes, openVote, readVotes, sharesOf, startAgain } from "./votes.js";

const KINDS = ["opinion", "estimate", "choice"];
const BANDS = 5;

/** "Show of hands" on every slide with a question that a room can vote on. */
export function addHands({ deck, labels }) {
  for (const place of document.querySelectorAll('.slides .widget[data-widget="quiz"]')) {
    const question = readJson(place.querySelector("script.data")).question;
    if (KINDS.includes(question.kind)) addTo(place, question, deck, labels);
  }
}

function addTo(place, question, deck, labels) {
  const room = { place, question, labels, key: `coursekit-hands/${deck.topic}/${question.id}` };
  room.choices = choicesOf(question);
  room.votes = loadVotes(room);
  room.el = h("div", { class: "hands controls", role: "group", hidden: true, "aria-label": labels.handsTitle });
  room.button = h("button", { type: "button", class: "hands-open", onclick: () => showHands(room, true) }, labels.handsTitle);
  place.append(room.el, room.button);
}

/** What can be voted for: the options, or the scale of an estimate in bands of equal width. */
function choicesOf({ options, scale, lang }) {
  if (!scale) return options.map(({ id, text }) => ({ id, draw: () => rich(text) }));
  const width = (scale.max - scale.min) / BANDS;
  const name = (value) => showNumber(Math.round(value * 100) / 100, scale.unit, lang);
  return Array.from({ length: BANDS }, (_, place) => {
    const [low, high] = [scale.min + place * width, scale.min + (place + 1) * width];
    return { id: `band-${place}`, draw: () => h("span", {}, `${name(low)} – ${name(high)}`) };
  });
}

function showHands(room, isShown) {
  room.el.hidden = !isShown;
  room.place.classList.toggle("voting", isShown);
  if (!isShown) return room.button.focus();
  drawHands(room);
  focusFirst(room);
}

function focusFirst({ el }) {
  el.querySelector("input, button")?.focus();
}

function drawHands(room) {
  const { question, labels, votes, el } = room;
  const { isOpen, rounds } = votes;
  const heads = rounds.map((_, n) => h("th", { scope: "col" }, fill(labels.handsRound, { n: n + 1 })));
  const rows = room.choices.map((choice) => drawRow(room, choice));
  const head = h("tr", {}, h("th", { scope: "col" }, labels.handsAnswer), heads);
  const said = h("p", { class: "hands-said", role: "status" }, isOpen ? labels.handsHidden : sayTotal(room));
  el.replaceChildren(
    html(h("div", { class: "prompt" }), question.prompt),
    h("table", {}, h("thead", {}, head), h("tbody", {}, rows)),
    said,
    h("div", { class: "actions" }, drawButtons(room)),
  );
}

/** While a vote is open nothing shows how earlier hands went: people would follow them. */
function drawRow(room, { id, draw }) {
  const { votes } = room;
  const nameId = uniqueId("hands");
  const cells = votes.rounds.map((_, n) => {
    const isLast = n === votes.rounds.length - 1;
    if (votes.isOpen) return h("td", {}, isLast ? drawField(room, id, nameId) : "");
    return h("td", {}, drawHandsBar(room, n, id));
  });
  return h("tr", {}, h("th", { scope: "row", id: nameId }, draw()), cells);
}

function drawField(room, id, nameId) {
  const { votes } = room;
  const counts = votes.rounds.at(-1);
  const field = h("input", { type: "text", inputmode: "numeric", maxlength: 4, autocomplete: "off", "aria-labelledby": nameId });
  field.value = counts[id] ?? "";
  const note = () => {
    const count = Number.parseInt(field.value.replace(/\D/g, ""), 10);
    if (Number.isNaN(count)) delete counts[id];
    else counts[id] = count;
    saveVotes(room);
  };
  field.addEventListener("input", note);
  field.addEventListener("keydown", (event) => moveOn(event, room));
  return field;
}

/** Enter goes to the next field, and from the last one it closes the vote. */
function moveOn(event, room) {
  if (event.key !== "Enter") return;
  event.preventDefault();
  const fields = [...room.el.querySelectorAll("input")];
  const next = fields[fields.indexOf(event.target) + 1];
  if (next) next.select();
  else room.el.querySelector("button.main").click();
}

function drawHandsBar({ votes, labels }, round, id) {
  const count = countsOf(votes, round)[id] ?? 0;
  const share = sharesOf(votes, round)[id] ?? 0;
  const text = fill(labels.handsCount, { n: count, share: Math.round(share * 100) });
  const bar = h("progress", { max: 1, value: share, "aria-hidden": "true" });
  return h("div", { class: "count" }, bar, h("span", {}, text));
}

function sayTotal({ votes, labels }) {
  const totals = votes.rounds.map((_, n) => Object.values(countsOf(votes, n)).reduce((sum, count) => sum + count, 0));
  return fill(labels.handsTotal, { n: totals.join(" / ") });
}

function drawButtons(room) {
  const { labels, votes } = room;
  const change = (step) => () => {
    room.votes = step(room.votes);
    saveVotes(room);
    drawHands(room);
    focusFirst(room);
  };
  const button = (text, onclick, props = {}) => h("button", { type: "button", onclick, ...props }, text);
  const back = button(labels.handsBack, () => showHands(room, false));
  if (votes.isOpen) return [button(labels.handsClose, change(closeVote), { class: "main" }), back];
  return [button(labels.handsAgain, change(openVote), { class: "main" }), button(labels.handsReset, change(startAgain)), back];
}

/** Numbers of hands stay in this tab: nobody is named, and closing the tab forgets them. */
function loadVotes({ key }) {
  try {
    return readVotes(window.sessionStorage.getItem(key));
  } catch {
    return newVotes();
  }
}

function saveVotes({ key, votes }) {
  try {
    window.sessionStorage.setItem(key, JSON.stringify(votes));
  } catch {
    // A browser may refuse storage: the numbers stay in memory.
  }
}
