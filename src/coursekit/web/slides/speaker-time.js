import { fill, h, setText, uniqueId } from "../dom.js";
import { MINUTE, isRunning } from "../moments.js";
import { adviseOn } from "./advice.js";
import { drawArea } from "./area.js";
import { elapsed, endAt, plannedEnd, plannedIn, spentIn } from "./session.js";
import { showMoment, showSpan } from "./show-time.js";

/** The clock: this part, all of it, how late, when it ends, and what can be left out. */
export function drawTime(view, actions) {
  const { labels } = view;
  const [part, whole, end, gap] = [h("p", { class: "clock" }), h("p", { class: "whole" }), h("p"), h("p", { role: "status" })];
  const late = h("p", { class: "late", role: "status" });
  const hints = h("ul", { class: "hints" });
  const go = h("button", { type: "button", class: "main" });
  go.addEventListener("click", () => (isRunning(view.session) ? actions.pause() : actions.start()));
  const buttons = h("div", { class: "actions" }, go, drawStart(view, actions));
  const el = drawArea("time", labels.spTime, part, whole, late, hints, end, buttons, gap);
  const update = (now) => {
    setText(go, labels[buttonOf(view.session)]);
    setText(part, partText(view, now));
    setText(whole, wholeText(view, now));
    setText(end, endText(view, now));
    setText(gap, view.gap === null ? "" : fill(labels.spGap, { time: showMoment(view.gap) }));
    showAdvice(view, late, hints, now);
  };
  return { el, update };
}

function buttonOf(session) {
  if (isRunning(session)) return "spPause";
  return session.begun === null ? "spStart" : "spGoOn";
}

function partText({ deck, labels, session }, now) {
  const part = deck.parts.find(({ id }) => id === session.part) ?? deck.parts[0];
  return fill(labels.spPartTime, { title: part.title, time: showSpan(spentIn(session, part.id, now)), n: part.minutes });
}

function wholeText({ deck, labels, session }, now) {
  const n = plannedIn(deck.parts) / MINUTE;
  return fill(labels.spWholeTime, { time: showSpan(elapsed(session, now)), n });
}

function endText({ deck, labels, session }, now) {
  const [plan, pace] = [plannedEnd, endAt].map((end) => showMoment(end(deck.parts, session, now)));
  return fill(labels.spEnd, { plan, pace });
}

function showAdvice({ deck, labels, session }, late, hints, now) {
  const { minutes, hints: sentences, leaveOut } = adviseOn(deck.parts, session, now);
  const isBegun = session.begun !== null || session.planned !== null;
  setText(late, isBegun ? lateText(labels, minutes) : "");
  late.classList.toggle("is-late", minutes > 0);
  const lines = [
    ...sentences.map(({ title, late: text }) => `${title}: ${text}`),
    ...leaveOut.map(({ title, minutes: n }) => fill(labels.spCanLeaveOut, { title, n })),
  ];
  if (lines.join("\n") !== [...hints.children].map((line) => line.textContent).join("\n")) {
    hints.replaceChildren(...lines.map((line) => h("li", {}, line)));
  }
}

function lateText(labels, minutes) {
  const n = Math.abs(minutes);
  if (minutes === 0) return labels.spOnTime;
  const key = minutes > 0 ? "spLate" : "spAhead";
  return fill(labels[n === 1 ? `${key}One` : key], { n });
}

function drawStart(view, actions) {
  const id = uniqueId("start");
  const value = view.session.planned === null ? null : showMoment(view.session.planned);
  const input = h("input", { type: "time", id, value });
  input.addEventListener("change", () => actions.plan(input.value));
  return h("span", { class: "start" }, h("label", { for: id }, view.labels.spStartAt), input);
}
