/**
 * A role card as the last part of an address: no server knows it, the text travels with the address. What an
 * address holds may come from anybody: it is text, nothing else, and of the size of a card.
 */

import { bytesOf, jsonOf } from "../base64url.js";
import { isLine, isSafeText } from "../line.js";

const CARD_HASH = "#card=";
const LONGEST_CODE = 1500;
const LONGEST_TITLE = 200;

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
  const isSound = isLine(card?.t, LONGEST_TITLE) && isLine(card?.r, LONGEST_TITLE) && isSafeText(card?.x);
  return isSound ? { title: card.t, role: card.r, text: card.x } : null;
}

function parsedCard(code) {
  const bytes = bytesOf(code);
  return bytes && jsonOf(bytes);
}
