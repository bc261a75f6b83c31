import { fill, h, html, setText, uniqueId } from "../dom.js";
import { atRest } from "./parts.js";
import { findTerms, lix, longestSentence, words } from "./text-stats.js";

/** Below this many words the index says nothing. */
const ENOUGH_FOR_LIX = 20;
const LONG_SENTENCE_FROM = 21;
const LIX_LEVELS = [30, 40, 50, 60];

/** What is counted while somebody types. The counts are quiet; a phrase to avoid is announced once. */
export function drawCounts(field, input, { labels, terms }) {
  const line = h("span", { class: "counts", id: uniqueId("counts") });
  const found = h("output", { class: "terms", "aria-atomic": "false" });
  const parts = { words: h("span"), sentence: h("span"), lix: h("span") };
  line.append(parts.words, parts.sentence, parts.lix);
  const update = () => {
    showCounts(parts, field, input.value, labels);
    showTerms(found, findTerms(input.value, terms), labels);
  };
  input.addEventListener("input", atRest(update));
  update();
  return { line, found };
}

function showCounts(parts, field, text, labels) {
  const n = words(text).length;
  const { tone, text: count } = countWords(field, n, labels);
  showCount(parts.words, count, tone);
  if (field.kind === "text") return;
  const longest = longestSentence(text);
  const isLong = longest >= LONG_SENTENCE_FROM;
  const sentence = fill(isLong ? labels.wbSentenceLong : labels.wbSentence, { n: longest });
  showCount(parts.sentence, longest > 0 ? sentence : "", isLong ? "mend" : "");
  showCount(parts.lix, n < ENOUGH_FOR_LIX ? "" : sayLix(lix(text), labels), "");
}

function showCount(el, text, tone) {
  setText(el, text);
  if (el.className !== tone) el.className = tone;
}

/** The number of words, and how it fits what the task asks for. */
export function countWords({ min_words: min, max_words: max }, n, labels) {
  if (max && n > max) return { tone: "mend", text: fill(labels.wbWordsOver, { n, max, over: n - max }) };
  if (min && n > 0 && n < min) return { tone: "", text: fill(labels.wbWordsUnder, { n, min }) };
  if (n === 0 && min && max) return { tone: "", text: fill(labels.wbWordsRange, { min, max }) };
  if (n === 0 && min) return { tone: "", text: fill(labels.wbWordsMin, { min }) };
  if (max) return { tone: "", text: fill(labels.wbWordsOf, { n, max }) };
  return { tone: "", text: fill(labels.wbWords, { n }) };
}

function sayLix(value, labels) {
  const level = LIX_LEVELS.filter((limit) => value >= limit).length + 1;
  return fill(labels.wbLix, { n: value, level: labels[`wbLix${level}`] });
}

/** Drawn anew only when another phrase is found or one has gone. */
function showTerms(el, terms, labels) {
  const key = terms.map((term) => term.avoid).join("|");
  if (el.dataset.key === key) return;
  el.dataset.key = key;
  el.replaceChildren(...terms.map((term) => drawTerm(term, labels)));
}

function drawTerm({ avoid, say, why }, labels) {
  const advice = h("p", {}, h("strong", {}, fill(labels.wbTermAvoid, { avoid })), " ", fill(labels.wbTermSay, { say }));
  return h("div", { class: "term" }, advice, html(h("div", { class: "small" }), why));
}
