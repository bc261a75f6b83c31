import { h, html } from "../dom.js";

/** Material to work with. That it is invented is told in words, also on paper. */
export function drawCards(cards, { labels }) {
  if (!cards?.length) return null;
  return h("div", { class: "cards" }, cards.map((card) => drawCard(card, labels)));
}

function drawCard(card, labels) {
  const isTold = card.title.includes(labels.wbFictional);
  const mark = card.fictional && !isTold && h("span", { class: "fictional" }, labels.wbFictional);
  const summary = h("summary", {}, h("span", { class: "card-title" }, card.title), " ", mark);
  const values = card.values?.length ? h("dl", {}, card.values.map(drawCardValue)) : null;
  const inner = h("div", { class: "card-inner" }, drawPicture(card), html(h("div", {}), card.text), values);
  return h("details", { class: "card", "data-card": card.id }, summary, inner);
}

function drawPicture({ image }) {
  return image ? h("img", { src: image.file, alt: image.alt, loading: "lazy" }) : null;
}

function drawCardValue({ label, shown }) {
  return h("div", {}, h("dt", {}, label), h("dd", {}, shown));
}
