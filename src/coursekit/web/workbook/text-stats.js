import { plainText } from "../fold.js";

/** What can be counted in a text. No DOM, no language of the browser. */

const WORD = /[\p{L}\p{M}\p{N}]+(?:(?:[’'‑-]|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{M}\p{N}]+)*/gu;
const SENTENCE_END = /[.!?…]+(?=[\s"'”’»)\]]|$)|\n+/u;
const LONG_WORD_FROM = 7;

export function words(text) {
  return text.match(WORD) ?? [];
}

function sentencesOf(text) {
  return text.split(SENTENCE_END).map(words).filter((sentence) => sentence.length > 0);
}

/** How many words the longest sentence has; a line break ends a sentence too. */
export function longestSentence(text) {
  return sentencesOf(text).reduce((longest, sentence) => Math.max(longest, sentence.length), 0);
}

/** Björnsson's readability index: words per sentence and the share of words of more than six letters. */
export function lix(text) {
  const sentences = sentencesOf(text);
  const all = sentences.flat();
  if (all.length === 0) return null;
  const long = all.filter((word) => word.length >= LONG_WORD_FROM && /\p{L}/u.test(word));
  return Math.round(all.length / sentences.length + (100 * long.length) / all.length);
}

/** The phrases to avoid that a text contains, in the order of their first place. */
export function findTerms(text, terms) {
  const { pattern, phrases } = compiled(terms);
  const found = new Map();
  for (const [whole, phrase] of pattern ? plainPhrase(text).matchAll(pattern) : []) {
    const { avoid, say, why } = phrases.get(phrase);
    const term = found.get(phrase) ?? { avoid, found: whole, say, why, n: 0 };
    found.set(phrase, { ...term, n: term.n + 1 });
  }
  return [...found.values()];
}

const compiledTerms = new WeakMap();

/** Made once per list: a list of all phrases is too much to build at every key. */
function compiled(terms) {
  if (!compiledTerms.has(terms)) compiledTerms.set(terms, compileTerms(terms));
  return compiledTerms.get(terms);
}

/** Whole words; "wave" is also found in "waves", and of two phrases at one place the longer one. */
function compileTerms(terms) {
  const phrases = new Map();
  for (const { avoid, say, why } of terms) {
    for (const whole of avoid) phrases.set(phraseOf(whole), { avoid: whole, say, why });
  }
  phrases.delete("");
  const longestFirst = [...phrases.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
  const pattern = `(?<![\\p{L}\\p{N}])(${longestFirst.join("|")})(?:e?s)?(?![\\p{L}\\p{N}])`;
  return { pattern: phrases.size > 0 ? new RegExp(pattern, "gu") : null, phrases };
}

/** A remark in brackets says when to avoid the phrase; it is not part of it. */
function phraseOf(avoid) {
  return plainPhrase(avoid.replace(/\([^)]*\)/g, " ")).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

function plainPhrase(text) {
  return plainText(text)
    .replace(/[’ʼ`´]/g, "'")
    .replace(/\p{Pd}/gu, "-");
}

function escapePattern(text) {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
