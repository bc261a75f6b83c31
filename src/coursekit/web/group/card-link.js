/**
 * A role card as the last part of an address: no server knows it, the text travels with the address. What an
 * address holds may come from anybody: it is text, nothing else, and of the size of a card.
 */

import { bytesOf, jsonOf } from "../base64url.js";

const CARD_HASH = "#card=";
const LONGEST_CODE = 1500;
const LONGEST_TITLE = 200;

/** Signs that no text of ours holds: control signs, and those that turn the direction of text round. */
const UNWANTED_SIGNS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** `#card=…` of a card {title, role, text}, or null where it is too long for an address that can be scanned. */
export function cardHash({ title, role, text }) {
  const bytes = new TextEncoder().encode(JSON.stringify({ t: title, r: role, x: text }));
  const code = btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return code.length <= LONGEST_CODE ? CARD_HASH + code : null;
}

export function isCardHash(hash) {
  return hash.startsWith(CARD_HASH);
}

/** The card in the last part of an address, or null where there is none that can be shown. */
export function cardOfHash(hash) {
  const code = hash.slice(CARD_HASH.length);
  if (!isCardHash(hash) || code.length > LONGEST_CODE) return null;
  const card = parsedCard(code);
  const isSound = isTitle(card?.t) && isTitle(card?.r) && isCardText(card?.x);
  return isSound ? { title: card.t, role: card.r, text: card.x } : null;
}

function parsedCard(code) {
  const bytes = bytesOf(code);
  return bytes && jsonOf(bytes);
}

function isTitle(value) {
  return isCardText(value) && value.length <= LONGEST_TITLE && !value.includes("\n");
}

function isCardText(value) {
  return typeof value === "string" && value.trim() !== "" && !UNWANTED_SIGNS.test(value);
}
