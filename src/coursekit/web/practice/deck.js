import { fill, h, html } from "../dom.js";
import { shuffled } from "../kinds/shuffle.js";
import { block, drawButton, drawStage, printSheet } from "./parts.js";

export function drawDeck({ tool, labels }) {
  const deck = { tool, labels, order: [], at: -1, stage: drawStage() };
  const print = drawButton(labels.deckPrint, () => printDeck(deck));
  startDeck(deck, false);
  return h("div", {}, deck.stage.el, h("div", { class: "buttons" }, print));
}

function startDeck(deck, isMoved) {
  const { tool, labels, stage } = deck;
  Object.assign(deck, { order: shuffled(tool.cards, String(Math.random())), at: -1 });
  const pile = h("p", { class: "pile" }, fill(labels.deckPile, { m: tool.cards.length }));
  stage.show([pile, drawDeckButtons(drawButton(labels.deckDraw, () => nextCard(deck), { class: "main" }))], [pile], isMoved);
}

function nextCard(deck) {
  deck.at += 1;
  if (deck.at === deck.order.length) return showEmpty(deck);
  const front = drawFront(deck);
  const turn = drawButton(deck.labels.deckTurn, () => turnCard(deck), { class: "main" });
  deck.stage.show([front, drawDeckButtons(turn, drawNext(deck))], [front], true);
}

function turnCard(deck) {
  const { order, at, labels, stage } = deck;
  const back = h("div", { class: "verdict" }, h("p", { class: "small-title" }, labels.deckBack), block(order[at].back));
  stage.show([drawFront(deck), back, drawDeckButtons(drawNext(deck, "main"))], [back], true);
}

function showEmpty(deck) {
  const done = h("p", { class: "pile" }, fill(deck.labels.deckDone, { m: deck.order.length }));
  const again = drawButton(deck.labels.deckAgain, () => startDeck(deck, true), { class: "main" });
  deck.stage.show([done, drawDeckButtons(again)], [done], true);
}

function drawNext(deck, className = null) {
  const isLast = deck.at === deck.order.length - 1;
  return drawButton(isLast ? deck.labels.deckEnd : deck.labels.deckNext, () => nextCard(deck), { class: className });
}

function drawFront({ order, at, labels }) {
  const { who, front } = order[at];
  const count = h("p", { class: "small" }, fill(labels.deckCount, { n: at + 1, m: order.length }));
  return h("div", { class: "deck-card" }, count, h("p", { class: "who" }, who), block(front));
}

function drawDeckButtons(...buttons) {
  return h("div", { class: "buttons" }, buttons);
}

/** Front and back side by side: cut out and folded they are cards again. */
function printDeck({ tool, labels }) {
  const cards = tool.cards.map(({ who, front, back }) =>
    h("div", { class: "paper-card" }, h("div", {}, h("p", {}, h("strong", {}, who)), html(h("div"), front)), h("div", {}, h("p", {}, h("strong", {}, labels.deckBack)), html(h("div"), back))),
  );
  printSheet(tool.title, cards);
}
