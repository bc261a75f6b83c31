/** The size for which slides are laid out; the screen shows them larger or smaller as a whole. */
const SIZE = { width: 1280, height: 720 };

/** Starts reveal.js and tells everybody who waits for it: `window.coursekitDeck` and an event. */
export async function startDeck() {
  const deck = JSON.parse(document.getElementById("coursekit-deck").textContent);
  const reveal = new window.Reveal(document.querySelector(".reveal"), options());
  await reveal.initialize();
  window.coursekitDeck = { reveal, deck };
  document.dispatchEvent(new CustomEvent("coursekit-deck-ready"));
}

function options() {
  return { ...SIZE, margin: 0, center: false, hash: true, transition: "none", backgroundTransition: "none", scrollActivationWidth: null };
}
