/** Words as the index has them; `hosts/search/words.py` does the same when the index is made. */

/** Small letters without diacritics. */
export function foldWord(word) {
  return word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

/** A text in pieces: words and what stands between them, in turn. `between word between word between`. */
export function pieces(text) {
  return text.split(/([\p{L}\p{N}\p{M}]+)/u);
}

/** The folded words of a query, each once; single letters are none. */
export function queryWords(text) {
  const words = pieces(text).filter((_, i) => i % 2).map(foldWord);
  return [...new Set(words.filter((word) => word.length > 1))];
}

/** The stem of a folded word; `vowels` are pairs of letters that change inside of stems. */
export function stemOf(word, stemmer, vowels) {
  const stem = stemmer ? stemmer.stemWord(word) : word;
  return vowels.reduce((text, [before, after]) => text.replaceAll(before, after), stem);
}

/** Whether two words differ by one letter: missed, added, changed, or swapped with its neighbour. */
export function isOneLetterOff(a, b) {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (Math.max(restA.length, restB.length) === 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
