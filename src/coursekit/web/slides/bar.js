import { fill, h } from "../dom.js";
import { placeIn } from "./announce.js";
import { createHelp } from "./help.js";
import { createOverview } from "./overview.js";

/** The line below the slides: where we are, and everything that keys can do, for mouse and touch. Gives the commands. */
export function drawDeckBar(show) {
  const { reveal, deck, labels } = show;
  const [overview, help] = [createOverview(show), createHelp(labels)];
  const commands = { o: overview.open, h: help.open, "?": help.open, d: changeScheme };
  const part = h("span", { class: "deck-part" });
  const number = h("span", { class: "deck-number" });
  const button = (sign, name, onclick) => h("button", { type: "button", onclick, "aria-label": name, title: name }, sign);
  const buttons = [
    button("‹", labels.deckPrevious, () => reveal.prev()),
    number,
    button("›", labels.deckNextSlide, () => reveal.next()),
    button("☰", labels.deckOverview, overview.open),
    button("◐", labels.deckScheme, changeScheme),
    button("●", labels.deckBlack, () => reveal.togglePause(true)),
    button("?", labels.deckHelp, help.open),
  ];
  const bar = h("nav", { class: "deck-bar", "aria-label": labels.deckControls }, part, buttons);
  document.body.append(bar, overview.el, help.el);
  const update = () => {
    const slide = reveal.getCurrentSlide();
    part.textContent = deck.parts.find(({ id }) => id === slide.dataset.part)?.title ?? "";
    number.textContent = fill("{n} / {m}", placeIn(reveal));
  };
  reveal.on("slidechanged", update);
  reveal.on("paused", () => (bar.inert = true));
  reveal.on("resumed", () => (bar.inert = false));
  update();
  return commands;
}

/** Projectors differ: dark and light by hand, until the page is closed. */
function changeScheme() {
  const { style } = document.documentElement;
  const isDark = style.colorScheme ? style.colorScheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  style.colorScheme = isDark ? "light" : "dark";
}
