import { fill, h } from "../dom.js";
import { createDialog } from "./help.js";

/** All slides by part, as a list to choose from. */
export function createOverview({ reveal, deck, labels }) {
  const go = (id) => {
    dialog.el.close();
    const { h: at, v } = reveal.getIndices(document.getElementById(id));
    reveal.slide(at, v);
  };
  const list = h("div", { class: "deck-list" }, deck.parts.map((part) => drawPart(part, deck, labels, go)));
  const dialog = createDialog(labels, labels.deckOverview, list);
  const open = () => {
    dialog.open();
    const current = reveal.getCurrentSlide()?.id;
    for (const button of list.querySelectorAll("button")) {
      if (button.value === current) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
    list.querySelector("[aria-current]")?.focus();
  };
  return { el: dialog.el, open };
}

function drawPart(part, deck, labels, go) {
  const minutes = part.minutes > 0 && h("span", {}, fill(labels.aboutMinutes, { n: part.minutes }));
  const slides = deck.slides.filter((slide) => slide.part === part.id);
  const rows = slides.map(({ id, title }) => h("li", {}, h("button", { type: "button", value: id, onclick: () => go(id) }, title)));
  return h("section", {}, h("h3", {}, part.title, " ", minutes), h("ol", {}, rows));
}
