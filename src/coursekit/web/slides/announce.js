import { fill, h } from "../dom.js";

/**
 * Says where we are. The slide takes the focus and has the name of its heading, so the number is enough.
 * reveal.js would read out the whole slide each time: its own line goes.
 */
export function announceSlides({ reveal, labels }) {
  document.querySelector(".reveal > .aria-status")?.remove();
  const line = h("p", { class: "deck-said", role: "status" });
  document.body.append(line);
  const say = (text) => (line.textContent = text);
  const sayPlace = () => say(fill(labels.deckPlace, placeIn(reveal)));
  reveal.on("slidechanged", sayPlace);
  reveal.on("paused", () => say(labels.deckIsBlack));
  reveal.on("resumed", sayPlace);
}

/** `{n, m}`: the number of the slide and of all slides. */
export function placeIn(reveal) {
  return { n: reveal.getSlidePastCount() + 1, m: reveal.getTotalSlides() };
}
