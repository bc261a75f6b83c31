import { h } from "../dom.js";
import { dateOf, isRunning } from "../moments.js";
import { readLabels } from "../read-page.js";
import { saveFile } from "../save-file.js";
import { openChannel } from "./channel.js";
import { allDecks, partOf } from "./decks.js";
import { listenToKeys } from "./speaker-keys.js";
import { drawSpeaker } from "./speaker-view.js";
import { enterPart, newSession, pauseSession, resumeSession, startSession } from "./session.js";
import { leaveOut, planStart } from "./session.js";
import { openKeeper } from "./keeper.js";
import { momentAt } from "./show-time.js";
import { writeTimings } from "./timings.js";

const TICK = 1000;
/** A deck that has said nothing for so long is asked. */
const QUIET = 3000;

/** The speaker view of the deck that the address names, or the list of decks. */
export function showSpeaker() {
  const labels = readLabels();
  const main = document.querySelector("main");
  const wanted = new URLSearchParams(location.search).get("deck");
  const decks = allDecks();
  const deck = decks.find(({ topic }) => topic === wanted);
  if (deck) startSpeaker(main, deck, labels);
  else main.append(h("h1", {}, labels.spTitle), drawChoice(decks));
}

function drawChoice(decks) {
  const link = ({ topic, title }) => h("a", { href: `?deck=${encodeURIComponent(topic)}` }, title);
  return h("ul", {}, decks.map((deck) => h("li", {}, link(deck))));
}

function startSpeaker(main, deck, labels) {
  document.title = `${labels.spTitle}: ${deck.title}`;
  const keeper = openKeeper(deck);
  const kept = keeper.read() ?? newSession();
  const session = resumeSession(kept, Date.now());
  const known = deck.slides.find(({ id }) => id === session.slide) ?? deck.slides[0];
  const place = { slide: known.id, back: session.begun === null ? null : known.id };
  const view = { deck, labels, keeper, session, ...place, isBlack: false, heard: 0, gap: gapIn(kept, session) };
  view.channel = openChannel(deck.lang, deck.topic, (message) => hear(view, message), window.opener);
  view.drawn = drawSpeaker(view, actionsOf(view));
  main.append(view.drawn.el);
  listenToKeys((step) => view.channel.send("go", { step }));
  view.channel.send("hello");
  tick(view);
  setInterval(() => tick(view), TICK);
}

/** The moment at which the time was stopped because nobody had looked, or null. */
function gapIn(before, after) {
  return isRunning(before) && !isRunning(after) ? before.seen : null;
}

function hear(view, { kind, slide, black }) {
  if (kind === "bye") view.heard = 0;
  if (kind !== "state") return;
  view.heard = Date.now();
  view.isBlack = black ?? view.isBlack;
  const isKnown = view.deck.slides.some(({ id }) => id === slide);
  if (isKnown && !leadsBack(view, slide)) arrive(view, slide);
  view.drawn.update(Date.now());
}

function arrive(view, slide) {
  view.slide = slide;
  change(view, enterPart({ ...view.session, slide }, partOf(view.deck, slide).id, Date.now()));
}

/** After a crash the slides begin at the first one, and the session goes on where it was: they are taken back once. */
function leadsBack(view, slide) {
  const { back, deck, channel } = view;
  view.back = null;
  const isLost = back !== null && slide === deck.slides[0].id && slide !== back;
  if (isLost) channel.send("go", { slide: back });
  return isLost;
}

function change(view, session) {
  view.session = session;
  view.keeper.write(session);
  view.drawn.update(Date.now());
}

function tick(view) {
  const now = Date.now();
  const before = view.session;
  const session = resumeSession(before, now);
  view.gap = gapIn(before, session) ?? view.gap;
  if (now - view.heard > QUIET) view.channel.send("hello");
  change(view, session);
}

function black(view) {
  view.channel.send("black", { black: !view.isBlack });
}

function actionsOf(view) {
  const step = (next) => change(view, next(view.session, Date.now()));
  return {
    go: (fields) => view.channel.send("go", fields),
    black: () => black(view),
    openDeck: () => openDeck(view),
    start: () => {
      view.gap = null;
      step((session, now) => startSession(session, partOf(view.deck, view.slide).id, now));
    },
    pause: () => step(pauseSession),
    plan: (time) => step((session, now) => planStart(session, momentAt(time, session.begun ?? now))),
    leaveOut: (part, isOut) => step((session) => leaveOut(session, part, isOut)),
    restart: () => step(({ slide }) => ({ ...newSession(), slide })),
    keep: (isKept) => view.keeper.agree(isKept, view.session),
    save: () => save(view),
  };
}

function openDeck({ deck, slide, channel }) {
  const place = slide ? `#/${encodeURIComponent(slide)}` : "";
  const opened = window.open(`${encodeURIComponent(deck.topic)}.html${place}`, "coursekit-deck");
  if (opened) channel.meet(opened);
}

function save({ deck, session }) {
  const now = Date.now();
  const date = dateOf(session.begun ?? now);
  const name = `timings-${deck.topic}-${date}.json`;
  saveFile(name, writeTimings(deck, session, now, date), "application/json");
  return name;
}
