import { fill, h, setText } from "../dom.js";

/**
 * Who stands how close: three rings by trust, the closest one inside, with the numbers of the rows. The
 * names stand in the lists beside it, which say the same to people who do not see the picture.
 */

const SVG = "http://www.w3.org/2000/svg";
const SIZE = 320;
const RADIUS_OF_TRUST = { 1: 138, 2: 94, 3: 50 };
const LEVELS = [3, 2, 1];
const DOT = 14;

export function drawActorMap(labels) {
  const picture = drawSvg("svg", { viewBox: `0 0 ${SIZE} ${SIZE}`, "aria-hidden": "true", class: "rings" });
  const lists = LEVELS.map((level) => drawTrustLevel(level, labels));
  const caption = h("figcaption", {}, labels.wbActorMap);
  const legend = h("div", { class: "levels" }, lists.map(({ el }) => el));
  const el = h("figure", { class: "actor-map", hidden: true }, caption, picture, legend);
  const show = (actors) => showActors({ el, picture, lists }, actors, labels);
  return { el, show };
}

function drawTrustLevel(level, labels) {
  const list = h("ul", {});
  return { level, list, el: h("div", { class: "level" }, h("p", { class: "cell-name" }, labels[`wbTrust${level}`]), list) };
}

function showActors({ el, picture, lists }, actors, labels) {
  const placed = actors.map((actor, place) => ({ ...actor, place })).filter(({ trust }) => trust);
  el.hidden = placed.length === 0;
  picture.replaceChildren(...drawRings(), ...placed.map((actor, turn) => drawActor(actor, turn / placed.length)));
  for (const { level, list, el: whole } of lists) {
    const own = placed.filter(({ trust }) => trust === String(level));
    whole.hidden = own.length === 0;
    list.replaceChildren(...own.map((actor) => drawActorLine(actor, labels)));
  }
}

function drawRings() {
  const [centre, rings] = [SIZE / 2, Object.values(RADIUS_OF_TRUST)];
  const circle = (r, name) => drawSvg("circle", { cx: centre, cy: centre, r, class: name });
  return [...rings.map((r) => circle(r, "ring")), circle(5, "centre")];
}

/** All the way round from the top; rows that follow each other stand on different rings if trust differs. */
function drawActor({ place, trust }, share) {
  const [angle, radius] = [2 * Math.PI * share, RADIUS_OF_TRUST[trust]];
  const [x, y] = [SIZE / 2 + radius * Math.sin(angle), SIZE / 2 - radius * Math.cos(angle)].map(Math.round);
  const text = drawSvg("text", { x, y, dy: "0.35em", "text-anchor": "middle" });
  setText(text, String(place + 1));
  return drawSvg("g", { class: `actor trust-${trust}` }, drawSvg("circle", { cx: x, cy: y, r: DOT }), text);
}

function drawActorLine({ name, place }, labels) {
  return h("li", {}, fill(labels.wbActorLine, { n: place + 1, name: name ?? labels.wbActorUnnamed }));
}

function drawSvg(tag, attributes, ...children) {
  const el = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  el.append(...children);
  return el;
}
