/** What the index has for a query: the sections, the best first. */
import { isCommon, placesOf } from "./open-index.js";
import { isOneLetterOff } from "./words.js";

const [TITLE, HEADING, GLOSSARY, TEXT] = [8, 6, 5, 1];
const RANK = { solution: 0.4, guide: 0.5, sources: 0.3 };
const [RELATED, NEAR] = [0.3, 0.5];
const [SHORTEST, ENDING] = [4, 3];

/** The terms of a word as [term, weight]: its stem, its relatives, or else what is one letter off. */
export function termsOf(terms, word, stem) {
  const found = [];
  let [isKnown, isNear] = [false, false];
  terms.forEach((term, number) => {
    if (term === stem) {
      found.push([number, 1]);
      isKnown = true;
    } else if (isRelated(term, stem, word)) {
      found.push([number, RELATED]);
    }
  });
  if (isKnown) return { found: found.filter(([n, weight]) => weight === 1 || isClose(terms[n], stem)), isNear };
  if (!found.length && word.length >= SHORTEST) {
    terms.forEach((term, number) => {
      if (isOneLetterOff(term, stem) || isOneLetterOff(term, word)) found.push([number, NEAR]);
    });
    isNear = found.length > 0;
  }
  return { found, isNear };
}

/** One begins with the other: a longer word was meant, or a form that the stemmer cuts elsewhere. */
function isRelated(term, stem, word) {
  if (stem.length >= SHORTEST && term.startsWith(stem)) return true;
  if (word.length >= SHORTEST - 1 && term.startsWith(word)) return true;
  return term.length >= SHORTEST && stem.startsWith(term) && stem.length - term.length <= ENDING;
}

function isClose(term, stem) {
  return Math.abs(term.length - stem.length) <= ENDING;
}

/** Whether the word itself, not only a relative of it, stands nearly everywhere. */
function isEverywhere(index, { found }) {
  return found.some(([term, weight]) => weight === 1 && isCommon(index, term));
}

/**
 * The sections for a query. `words` are pairs of a folded word and its stem. Words that stand nearly
 * everywhere count in headings only, and are not asked for beside others.
 */
export function find(index, words) {
  const asked = words.map(([word, stem]) => ({ word, ...termsOf(index.terms, word, stem) }));
  const rare = asked.filter((one) => !isEverywhere(index, one));
  const needed = rare.length ? rare : asked;
  const scores = new Map();
  for (const one of asked) addWord(scores, index, one.found, needed.includes(one));
  const hits = [...scores].map(([section, { sum, count }]) => ({
    section,
    count,
    score: sum * (RANK[index.pages[index.pageOf[section]].kind] ?? 1),
  }));
  const most = hits.reduce((max, hit) => Math.max(max, hit.count), 0);
  return {
    hits: hits.filter((hit) => hit.count === most && most > 0).sort(bestFirst).map((hit) => hit.section),
    terms: asked.flatMap(({ found }) => found.map(([term]) => index.terms[term])),
    isWhole: most === needed.length,
    near: asked.filter((one) => one.isNear).map((one) => one.word),
    common: rare.length ? [] : asked.map((one) => one.word),
  };
}

function bestFirst(a, b) {
  return b.score - a.score || a.section - b.section;
}

/** Add what one word of the query is worth in every section that has it, and count it if it is needed. */
function addWord(scores, index, found, isNeeded) {
  const best = new Map();
  for (const [term, weight] of found) {
    const [text, headings] = placesOf(index, term);
    const rare = Math.log(1 + index.pageOf.length / (text.length + headings.length + 1));
    const note = (section, worth) => {
      best.set(section, Math.max(best.get(section) ?? 0, worth * weight * rare));
    };
    for (const section of text) note(section, TEXT);
    for (const section of headings) note(section, worthOfHeading(index.pages[index.pageOf[section]], section));
  }
  for (const [section, worth] of best) {
    const { sum, count } = scores.get(section) ?? { sum: 0, count: 0 };
    scores.set(section, { sum: sum + worth, count: count + Number(isNeeded) });
  }
}

function worthOfHeading(page, section) {
  if (section === page.first) return TITLE;
  return page.kind === "glossary" ? GLOSSARY : HEADING;
}
