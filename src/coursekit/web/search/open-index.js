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

/** The index: pages, terms, and where each stands, still packed. `pageOf` numbers the page of a section. */
export function openIndex(data) {
  const pages = [];
  const pageOf = [];
  for (const [id, title, part, kind, count] of data.pages) {
    for (let i = 0; i < count; i += 1) pageOf.push(pages.length);
    pages.push({ id, title, part, kind, first: pageOf.length - count });
  }
  const terms = data.terms ? unfold(data.terms) : [];
  return { pages, pageOf, terms, text: data.text.split(" "), headings: data.headings.split(" ") };
}

/** Whether a term stands in so many sections that the index does not list them. */
export function isCommon(index, term) {
  return index.text[term] === COMMON;
}

/** The sections with a term: in their text, and in their headings. */
export function placesOf(index, term) {
  return [isCommon(index, term) ? [] : unpack(index.text[term]), unpack(index.headings[term])];
}
