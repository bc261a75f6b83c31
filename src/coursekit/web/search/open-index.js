/** The index as the build writes it (`hosts/search/index.py`), made ready to ask. */

const [FIRST, SMALL, COMMON] = [35, 80, "!"];

/** Rising numbers from their distances, one or two letters each. */
export function unpack(letters) {
  const numbers = [];
  let [previous, more] = [-1, 0];
  for (const letter of letters) {
    const value = letter.codePointAt(0) - FIRST;
    if (value >= SMALL) {
      more = value - SMALL;
    } else {
      previous += more * SMALL + value + 1;
      numbers.push(previous);
      more = 0;
    }
  }
  return numbers;
}

/** Sorted words from the number of letters each shares with the one before. */
export function unfold(text) {
  let previous = "";
  return text.split(" ").map((part) => {
    previous = previous.slice(0, Number(part[0])) + part.slice(1);
    return previous;
  });
}

/** The index: pages, terms, and where each stands. `pageOf` tells the page of a section. */
export function openIndex(data) {
  const pages = [];
  const pageOf = [];
  for (const [id, title, part, kind, count] of data.pages) {
    const page = { id, title, part, kind, first: pageOf.length };
    pages.push(page);
    for (let i = 0; i < count; i += 1) pageOf.push(page);
  }
  const [text, headings] = [data.text.split(" "), data.headings.split(" ")];
  return {
    pages,
    pageOf,
    terms: data.terms ? unfold(data.terms) : [],
    isCommon: (term) => text[term] === COMMON,
    inText: (term) => (text[term] === COMMON ? [] : unpack(text[term])),
    inHeadings: (term) => unpack(headings[term]),
  };
}
