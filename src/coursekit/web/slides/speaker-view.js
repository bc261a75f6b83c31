import { h, setText } from "../dom.js";
import { nextSetup } from "./advice.js";
import { drawArea } from "./area.js";
import { slideAfter } from "./decks.js";
import { createPreview } from "./preview.js";
import { drawData } from "./speaker-data.js";
import { drawNotes } from "./speaker-notes.js";
import { drawParts } from "./speaker-parts.js";
import { drawTime } from "./speaker-time.js";

/** A deck that has said nothing for so long is taken for closed. */
const GONE = 9000;

/** The whole view: previews, time, notes, what comes. `update` brings it up to the moment. */
export function drawSpeaker(view, actions) {
  const { deck, labels } = view;
  const draw = (areas) => areas.map((area) => area(view, actions));
  const [top, left, right] = [[drawLink], [drawSlides, drawNotes, drawParts], [drawTime, drawSetup, drawData]].map(draw);
  const title = h("h1", {}, h("span", { class: "only-read" }, `${labels.spTitle}: `), deck.title);
  const column = (areas) => h("div", { class: "column" }, areas.map(({ el }) => el));
  const el = h("div", { class: "speaker controls" }, title, top.map((area) => area.el), column(left), column(right));
  return { el, update: (now) => [...top, ...left, ...right].forEach((area) => area.update(now)) };
}

/** Says whether the slides are there, and opens them where they are not. */
function drawLink(view, actions) {
  const { labels } = view;
  const said = h("p", { role: "status" });
  const open = h("button", { type: "button", onclick: actions.openDeck }, labels.spOpenSlides);
  const el = h("div", { class: "link" }, said, open);
  const update = (now) => {
    const isThere = now - view.heard < GONE;
    setText(said, isThere ? "" : labels.spNoSlides);
    open.hidden = isThere;
    el.classList.toggle("lost", !isThere);
  };
  return { el, update };
}

function drawSlides(view, actions) {
  const { deck, labels } = view;
  const [now, next] = [createPreview(deck.topic, labels.spNow), createPreview(deck.topic, labels.spNext)];
  const [nowTitle, nextTitle] = [h("p", { class: "slide-title" }), h("p", { class: "slide-title" })];
  const black = h("button", { type: "button", onclick: actions.black });
  const move = (step, text, kind) => h("button", { type: "button", class: kind, onclick: () => actions.go({ step }) }, text);
  const buttons = [move(-1, labels.spBack, ""), move(1, labels.spOn, "main"), black, drawFullScreen(labels)];
  const el = h("div", { class: "slides-now" }, [
    drawArea("now", labels.spNow, now.el, nowTitle),
    drawArea("next", labels.spNext, next.el, nextTitle),
    h("div", { class: "actions moves" }, buttons),
  ]);
  const update = () => {
    const [current, coming] = [deck.slides.find(({ id }) => id === view.slide), slideAfter(deck, view.slide)];
    now.show(current?.id ?? null);
    next.show(coming?.id ?? null);
    setText(nowTitle, current?.title ?? "");
    setText(nextTitle, coming?.title ?? labels.spLastSlide);
    setText(black, view.isBlack ? labels.spBlackOff : labels.spBlack);
  };
  return { el, update };
}

function drawFullScreen(labels) {
  const toggle = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  return h("button", { type: "button", onclick: () => toggle()?.catch?.(() => {}) }, labels.spFullScreen);
}

function drawSetup(view) {
  const { deck, labels } = view;
  const text = h("p");
  const el = drawArea("setup", labels.spSetup, text);
  const update = () => {
    const part = nextSetup(deck.parts, view.session);
    el.hidden = !part;
    setText(text, part ? `${part.title}: ${part.setup}` : "");
  };
  return { el, update };
}
