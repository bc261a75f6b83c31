import { openChannel } from "./channel.js";

const SPEAKER = "coursekit-speaker";
const KEY = { keyCode: 83, key: "S" };

/** Links the deck of this page as soon as it is there; a preview only looks, and says nothing. */
export function linkWhenReady() {
  if (new URLSearchParams(location.search).has("preview")) return;
  const link = () => linkDeck(window.coursekitDeck.reveal, window.coursekitDeck.deck);
  document.addEventListener("coursekit-deck-ready", link, { once: true });
}

/**
 * The slides' side of the speaker view: tells where they are, follows what is asked, and opens the view with S.
 * `help` is what reveal.js writes beside the key in its own help.
 */
export function linkDeck(reveal, deck, help = "") {
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
  const open = () => openSpeaker(deck, channel);
  reveal.addKeyBinding({ ...KEY, description: help }, open);
  tell();
  return { open, close: channel.close };
}

function openSpeaker(deck, channel) {
  const opened = window.open(`speaker.html?deck=${encodeURIComponent(deck.topic)}`, SPEAKER, "popup,width=1100,height=800");
  if (!opened) return;
  channel.meet(opened);
  opened.focus();
}

function placeOf(reveal) {
  const slide = reveal.getCurrentSlide();
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
