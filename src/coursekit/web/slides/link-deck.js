import { h } from "../dom.js";
import { readLabels } from "../read-page.js";
import { openChannel } from "./channel.js";
import { isPreview } from "./preview-mode.js";

const SPEAKER = "coursekit-speaker";
const KEY = { keyCode: 83, key: "S" };

/** Links the deck of this page as soon as it is there; a preview only looks, and says nothing. */
export function linkWhenReady() {
  if (isPreview()) return;
  document.addEventListener("coursekit-deck-ready", () => linkDeck(window.coursekitDeck), { once: true });
}

/** The slides' side of the speaker view: tells where they are, follows what is asked, and opens the view with S. */
function linkDeck({ reveal, deck }) {
  const channel = openChannel(deck.lang, deck.topic, (message) => follow(message), window.opener);
  const tell = () => channel.send("state", placeOf(reveal));
  const follow = ({ kind, slide, step, black }) => {
    if (kind === "hello") tell();
    if (kind === "go") go(reveal, slide, step);
    if (kind === "black") reveal.togglePause(black ?? undefined);
  };
  for (const event of ["slidechanged", "paused", "resumed"]) reveal.on(event, tell);
  window.addEventListener("pagehide", () => channel.send("bye"));
  window.addEventListener("pageshow", (event) => event.persisted && tell());
  offerSpeaker(reveal, () => openSpeaker(deck, channel));
  tell();
}

/** By key, and by mouse in the line below the slides. */
function offerSpeaker(reveal, open) {
  const { deckSpeaker: name } = readLabels();
  reveal.addKeyBinding({ ...KEY, description: name }, open);
  const button = h("button", { type: "button", onclick: open, "aria-label": name, title: name }, "⧉");
  document.querySelector(".deck-bar")?.append(button);
}

function openSpeaker(deck, channel) {
  const opened = window.open(`speaker.html?deck=${encodeURIComponent(deck.topic)}`, SPEAKER, "popup,width=1100,height=800");
  if (!opened) return;
  channel.meet(opened);
  opened.focus();
}

function placeOf(reveal) {
  const slide = reveal.getCurrentSlide()?.closest("[data-part]");
  return { slide: slide?.id ?? null, part: slide?.dataset.part ?? null, black: reveal.isPaused() };
}

function go(reveal, slide, step) {
  if (step === 1) reveal.next();
  if (step === -1) reveal.prev();
  const wanted = slide && document.getElementById(slide);
  if (!wanted?.closest(".reveal .slides")) return;
  const { h, v } = reveal.getIndices(wanted);
  reveal.slide(h, v);
}
