import { fill, h, html, setText } from "../dom.js";
import { isResting, setResting } from "../quiz-parts.js";
import { createAwake } from "./awake.js";
import { isRunning } from "../moments.js";
import { addMinutes, cueBetween, isLastMinute, leftIn, newClock, nextPhase, pauseClock, previousPhase, showLeft, startClock } from "./clock.js";
import { keepClock, loadClock } from "./kept-clock.js";
import { drawSound } from "./sound.js";

/** What the timer of a group has; another one may have other words, give more minutes at once, and make no sound. */
function groupOptions(model) {
  const { id, phases } = model.get("task");
  const labels = model.get("labels");
  return { id, phases, labels, more: 1, sound: drawSound(labels), onShow: () => {} };
}

/**
 * The phases and their time, big enough for the last row. When a phase ends is for the room to decide.
 * `onShow` hears of the clock whenever it is drawn.
 */
export function drawTimer(model, options = groupOptions(model)) {
  const timer = openTimer(model, options);
  const redraw = () => {
    showClock(timer);
    holdAwake(timer);
  };
  const onKeep = () => keepClock(model, timer.id, timer.clock);
  document.addEventListener("visibilitychange", redraw);
  model.on("change:keep", onKeep);
  showPhase(timer);
  holdAwake(timer);
  const stop = () => {
    clearTimeout(timer.waiting);
    document.removeEventListener("visibilitychange", redraw);
    model.off("change:keep", onKeep);
    timer.setAwake(false);
    timer.sound.stop();
  };
  return { el: timer.el, digits: timer.digits, stop };
}

function openTimer(model, options) {
  const minutes = options.phases.map((phase) => phase.minutes);
  const clock = loadClock(model, options.id, minutes) ?? newClock(minutes);
  const timer = { ...options, model, clock, waiting: null, setAwake: createAwake() };
  timer.left = leftIn(clock, Date.now());
  return Object.assign(timer, drawTimerParts(timer));
}

function drawTimerParts(timer) {
  const { labels, phases } = timer;
  const parts = {
    name: h("p", { class: "phase-name" }),
    digits: h("div", { class: "digits", role: "timer", "aria-label": labels.gwTimeLeft }),
    said: h("output", { class: "said", "aria-live": "polite" }),
    text: h("div", { class: "phase-text" }),
    buttons: drawTimerButtons(timer),
    list: h("ol", { class: "phases" }, phases.map((phase) => drawPhase(phase, labels))),
  };
  const actions = h("div", { class: "actions" }, Object.values(parts.buttons));
  const board = h("div", { class: "board" }, parts.name, parts.digits, parts.said, actions);
  return { ...parts, el: h("div", { class: "timer" }, board, parts.text, parts.list, timer.sound.el) };
}

function drawPhase({ title, minutes }, labels) {
  return h("li", {}, h("span", {}, title), " ", h("span", { class: "small" }, fill(labels.gwMinutes, { n: minutes })));
}

function drawTimerButtons(timer) {
  const { labels } = timer;
  const draw = (text, press, props = {}) => {
    const button = h("button", { type: "button", ...props, onclick: () => isResting(button) || press() }, text);
    return button;
  };
  return {
    toggle: draw(labels.gwStart, () => toggleClock(timer), { class: "main" }),
    more: draw(labels.gwMoreTime, () => giveMinutes(timer)),
    back: draw(labels.gwBack, () => changePhase(timer, previousPhase)),
    next: draw(labels.gwNext, () => changePhase(timer, nextPhase)),
  };
}

function toggleClock(timer) {
  const change = isRunning(timer.clock) ? pauseClock : startClock;
  setClock(timer, change(timer.clock, Date.now()));
}

function giveMinutes(timer) {
  setClock(timer, addMinutes(timer.clock, Date.now(), timer.more));
  sayInRoom(timer, timer.labels.gwMoreGiven);
}

function changePhase(timer, change) {
  setClock(timer, change(timer.clock, Date.now()));
  showPhase(timer);
  const { title, minutes } = timer.phases[timer.clock.phase];
  sayInRoom(timer, fill(timer.labels.gwPhaseNow, { title, n: minutes }));
}

/** What somebody pressed is not an event of the clock: it gives no cue. */
function setClock(timer, clock) {
  timer.clock = clock;
  timer.left = leftIn(clock, Date.now());
  sayInRoom(timer, "");
  keepClock(timer.model, timer.id, clock);
  showClock(timer);
  holdAwake(timer);
}

/** Draws the time and waits for the next second to begin. */
function showClock(timer) {
  const { clock, labels, digits, buttons } = timer;
  const left = leftIn(clock, Date.now());
  const cue = cueBetween(timer.left, left);
  timer.left = left;
  giveCue(timer, cue);
  timer.onShow(clock);
  setText(digits, showLeft(left));
  digits.classList.toggle("last-minute", isLastMinute(left));
  setText(buttons.toggle, isRunning(clock) ? labels.gwPause : labels.gwStart);
  clearTimeout(timer.waiting);
  if (isTicking(timer)) timer.waiting = setTimeout(() => showClock(timer), left % 1000 || 1000);
}

function isTicking({ clock, left }) {
  return isRunning(clock) && left > 0;
}

/** The screen may go dark again once the time is up. */
function holdAwake(timer) {
  timer.setAwake(isTicking(timer));
}

function giveCue(timer, cue) {
  if (!cue) return;
  holdAwake(timer);
  sayInRoom(timer, timer.labels[`gwCue-${cue}`]);
  timer.sound.play(cue);
}

/** A new element each time, so that the same words twice are told twice. */
function sayInRoom({ said }, text) {
  said.replaceChildren(...(text ? [h("span", {}, text)] : []));
}

function showPhase(timer) {
  const { clock, phases, labels, name, text, list, buttons } = timer;
  const phase = phases[clock.phase];
  name.textContent = fill(labels.gwPhase, { n: clock.phase + 1, m: phases.length, title: phase.title });
  html(text, phase.text);
  [...list.children].forEach((item, place) => {
    if (place === clock.phase) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
  });
  setResting(buttons.back, clock.phase === 0);
  setResting(buttons.next, clock.phase === phases.length - 1);
  showClock(timer);
}
