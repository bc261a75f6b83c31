import { fold } from "../fold.js";
import { findTerms, words } from "./text-stats.js";

/** What can be seen of a correction's structure: fact, warning, trick, fact. No DOM. */

const SENTENCE_BORDER = /[.!?…]+(?=[\s"'”’»)\]]|$)|\n+/u;
const CONTENT_WORD_FROM = 5;
const SHARED_WORDS = 2;
const WORDS_OF_A_TRICK = 4;

/**
 * A list of {id, state} in the order they are shown. A state is "ok", or names what is still to do; the rumour
 * also has `n`, how often it stands in the text. Without phrases of the rumour nothing is said of it.
 */
export function checkCorrection(parts, { rumour = [], max_words: max = null } = {}) {
  const text = (id) => parts[id] ?? "";
  const all = ["fact", "warning", "trick", "fact-again"].map(text);
  const isKnown = rumour.some((phrase) => fold(phrase) !== "");
  const times = all.map((one) => (isKnown ? countRumour(one, rumour) : 0));
  return [
    { id: "opens", state: hasWords(text("fact")) ? "ok" : "open" },
    { id: "closes", state: closingState(text("fact"), text("fact-again")) },
    { id: "rumour", ...rumourState(times, isKnown) },
    ...(isKnown ? [{ id: "frame", state: times[0] + times[3] === 0 ? "ok" : "open" }] : []),
    { id: "trick", state: words(text("trick")).length >= WORDS_OF_A_TRICK ? "ok" : "open" },
    ...(max ? [{ id: "length", state: words(all.join("\n")).length <= max ? "ok" : "open" }] : []),
  ];
}

function hasWords(text) {
  return words(text).length > 0;
}

function closingState(fact, again) {
  if (!hasWords(again)) return "open";
  return sharesFact(fact, again) ? "ok" : "other";
}

/** Whether two texts share a number, or at least two words that carry the content. */
export function sharesFact(one, other) {
  const shared = (found) => [...found(one)].filter((word) => found(other).has(word)).length;
  return shared(numbersIn) > 0 || shared(contentWordsIn) >= SHARED_WORDS;
}

function numbersIn(text) {
  return new Set((text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replace(/[.,](?=\d{3}(?!\d))/g, "")));
}

/** Short words are mostly grammar; a plural counts as its singular. */
function contentWordsIn(text) {
  const found = words(text).map(fold).filter((word) => word.length >= CONTENT_WORD_FROM && !/\d/.test(word));
  return new Set(found.map((word) => word.replace(/s$/, "")));
}

function rumourState([fact, warning, trick, again], isKnown) {
  const n = fact + warning + trick + again;
  if (!isKnown) return { state: "unknown", n };
  if (n === 0) return { state: "missing", n };
  if (n > 1) return { state: "many", n };
  return { state: warning === 1 ? "ok" : "elsewhere", n };
}

/** How often one of the phrases stands in a text, whatever the case, the accents and the quotation marks. */
export function countRumour(text, phrases) {
  const terms = [{ avoid: phrases.map(fold), say: "", why: "" }];
  const found = text.split(SENTENCE_BORDER).flatMap((sentence) => findTerms(fold(sentence), terms));
  return found.reduce((sum, { n }) => sum + n, 0);
}
