import { fill, h } from "../dom.js";
import { plannedMinutes } from "../group/clock.js";
import { drawTimer } from "../group/timer.js";
import { isResting, setResting } from "../quiz-parts.js";
import { block, drawButton } from "./parts.js";

const MINUTES_MORE = 5;
const NO_SOUND = { el: null, play: () => {}, stop: () => {} };

/** How many of the news are known: they come at their minute, and what was known once stays. */
export function knownNews(news, minutes, known = 0) {
  return Math.max(known, news.filter(({ minute }) => minute <= minutes).length);
}

/** The timer of a group with calmer words, and news that come while it runs. */
export function drawClockTool({ model, tool, labels, stops }) {
  const news = drawNews(tool, labels);
  const words = { ...labels, ...calmWords(labels) };
  const onShow = (clock) => news.showUntil(plannedMinutes(clock, Date.now()));
  const options = { id: `tool.${tool.id}`, phases: tool.parts, labels: words, more: MINUTES_MORE, sound: NO_SOUND, onShow };
  const timer = drawTimer(model, options);
  stops.push(timer.stop);
  return h("div", {}, timer.el, drawHide(timer.digits, labels), news.el);
}

function calmWords(labels) {
  const { clockLeft, clockMore, clockMoreGiven, clockBack, clockNext, clockUp } = labels;
  const own = { gwTimeLeft: clockLeft, gwMoreTime: clockMore, gwMoreGiven: clockMoreGiven, gwBack: clockBack, gwNext: clockNext };
  return { ...own, "gwCue-minute": "", "gwCue-up": clockUp };
}

function drawHide(digits, labels) {
  const box = h("input", { type: "checkbox", onchange: () => (digits.hidden = box.checked) });
  return h("label", { class: "tick" }, box, h("span", {}, labels.clockHide));
}

function drawNews({ news }, labels) {
  const list = h("ol", { class: "news" });
  const log = h("div", { role: "log", "aria-label": labels.clockNews }, list);
  const all = drawButton(labels.clockAll, () => isResting(all) || show(news.length));
  const show = (count) => {
    news.slice(list.children.length, count).forEach((one) => list.append(drawNewsCard(one, labels)));
    setResting(all, list.children.length === news.length);
  };
  const showUntil = (minutes) => show(knownNews(news, minutes, list.children.length));
  const title = h("p", { class: "small-title" }, labels.clockNews);
  const el = news.length > 0 ? h("div", {}, title, log, h("div", { class: "buttons" }, all)) : null;
  return { el, showUntil };
}

function drawNewsCard({ minute, text }, labels) {
  return h("li", {}, h("p", { class: "small" }, fill(labels.clockMinute, { n: minute })), block(text));
}
