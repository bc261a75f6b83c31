import { readJson } from "../read-page.js";

/** What the build put into the page of the speaker view: the decks with their parts, slides and notes. */

export function allDecks() {
  return [...document.querySelectorAll("script.deck")].map(readJson);
}

/** The part of a slide; slides before the first part count with it. */
export function partOf(deck, slide) {
  const found = deck.slides.find(({ id }) => id === slide);
  return deck.parts.find(({ id }) => id === found?.part) ?? deck.parts[0];
}

export function slideAfter(deck, slide) {
  const at = deck.slides.findIndex(({ id }) => id === slide);
  return deck.slides[at + 1] ?? null;
}

/** The notes of a slide and, where it has none, those of its part, as elements of the course's own making. */
export function notesOf(deck, slide) {
  const all = [...document.querySelectorAll("template.notes")].filter(({ dataset }) => dataset.deck === deck.topic);
  const own = all.filter(({ dataset }) => dataset.slide === slide);
  const part = partOf(deck, slide)?.id;
  const shown = own.length > 0 ? own : all.filter(({ dataset }) => dataset.part === part);
  return shown.map(({ content }) => content.cloneNode(true));
}
