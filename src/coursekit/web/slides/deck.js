import { readJson, readLabels } from "../read-page.js";
import { announceSlides } from "./announce.js";
import { drawDeckBar } from "./bar.js";
import { keepOneSlideReachable } from "./focus.js";
import { addHands } from "./hands.js";
import { keyOptions, listenForKeys } from "./keys.js";
import { followParent, isPreview } from "./preview-mode.js";
import { showInViews } from "./views.js";

/** The size for which slides are laid out, beside a bar of 48 px; the screen shows them larger or smaller as a whole. */
const SIZE = { width: 1280, height: 672 };
const LOOK = { display: "", margin: 0, center: false, transition: "none", backgroundTransition: "none" };
const LEFT_OUT = { controls: false, progress: false, overview: false, help: false, scrollActivationWidth: null };

/** Starts reveal.js and tells everybody who waits for it: `window.coursekitDeck` and an event. */
export async function startDeck() {
  const deck = readJson(document.getElementById("coursekit-deck"));
  const labels = readLabels();
  const root = document.querySelector(".deck-stage");
  document.documentElement.classList.add("playing");
  root.classList.add("reveal");
  const preview = isPreview();
  const keys = preview ? { keyboard: false, touch: false } : keyOptions();
  const reveal = new window.Reveal(root, { ...SIZE, ...LOOK, ...LEFT_OUT, ...keys, hash: true });
  if (preview) followParent(reveal);
  await reveal.initialize();
  root.removeAttribute("role"); // "application" would take the reading keys away from screen readers
  keepOneSlideReachable(reveal, preview);
  showInViews(reveal);
  if (!preview) addControls({ reveal, deck, labels });
  window.coursekitDeck = { reveal, deck };
  document.dispatchEvent(new CustomEvent("coursekit-deck-ready"));
}

function addControls(show) {
  addHands(show);
  announceSlides(show);
  listenForKeys(show, drawDeckBar(show));
}
