import { h } from "../dom.js";
import { readJson, readLabels, whenReady } from "../read-page.js";
import { cardOfHash, isCardHash } from "./card-link.js";

/** Whoever opens the page with the address of a card sees that card and nothing else. */
export function followCardAddress() {
  whenReady(showCardOfAddress);
  window.addEventListener("hashchange", showCardOfAddress);
}

function showCardOfAddress() {
  const isWanted = isCardHash(location.hash);
  const former = document.querySelector(".phone-card");
  former?.remove();
  document.documentElement.classList.toggle("one-card", isWanted);
  if (!isWanted) return former && document.getElementById("content")?.focus();
  const card = drawPhoneCard(cardOfHash(location.hash), readLabels());
  document.body.append(card);
  card.querySelector("h1").focus();
}

/** Text only: an address can hold whatever somebody wrote into it. */
function drawPhoneCard(card, labels) {
  const back = h("p", {}, h("a", { href: "#" }, labels.gwCardWhole));
  if (!card) return h("main", { class: "phone-card controls" }, drawPhoneTitle(labels.gwCardNone), h("p", {}, labels.gwCardBroken), back);
  const lines = card.text.split("\n").map((line) => h("p", {}, line));
  const doubt = isOfThisPage(card) ? null : h("p", { class: "small" }, labels.gwCardOther);
  return h("main", { class: "phone-card controls" }, h("p", { class: "small" }, card.title), drawPhoneTitle(card.role), lines, doubt, back);
}

function drawPhoneTitle(text) {
  return h("h1", { tabindex: -1 }, text);
}

/** The readers of a card that somebody made up should know that it is not from this course. */
function isOfThisPage({ title, role, text }) {
  const datas = [...document.querySelectorAll('[data-widget="group"] script.data')];
  const tasks = datas.map((script) => readJson(script).task);
  return tasks.some((task) => task.title === title && task.roles.some((one) => one.title === role && one.plain === text));
}
