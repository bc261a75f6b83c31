import { fill, h, html } from "../dom.js";
import { showNumber } from "../fold.js";

/** Material to work with. That it is invented is told in words, also on paper. */
export function drawCards(cards, { labels, lang }) {
  if (!cards?.length) return null;
  return h("div", { class: "cards" }, cards.map((card) => drawCard(card, labels, lang)));
}

function drawCard(card, labels, lang) {
  const isTold = card.title.includes(labels.wbFictional);
  const mark = card.fictional && !isTold && h("span", { class: "fictional" }, labels.wbFictional);
  const summary = h("summary", {}, h("span", { class: "card-title" }, card.title), " ", mark);
  const values = card.values?.length ? h("dl", {}, card.values.map((value) => drawCardValue(value, lang))) : null;
  const inner = h("div", { class: "card-inner" }, drawPicture(card), html(h("div", {}), card.text), values);
  return h("details", { class: "card", "data-card": card.id }, summary, inner);
}

function drawPicture({ image }) {
  return image ? h("img", { src: image.file, alt: image.alt, loading: "lazy" }) : null;
}

function drawCardValue({ label, value, unit }, lang) {
  const isNumber = value !== "" && Number.isFinite(Number(value));
  const shown = isNumber ? showNumber(Number(value), unit, lang) : fill("{value} {unit}", { value, unit: unit ?? "" });
  return h("div", {}, h("dt", {}, label), h("dd", {}, shown.trim()));
}
