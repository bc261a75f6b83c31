import { fill, h, setText } from "../dom.js";
import { drawArea } from "./area.js";
import { spentIn } from "./session.js";
import { showSpan } from "./show-time.js";

/** Every part with its planned and its real time; optional ones can be left out, and each can be gone to. */
export function drawParts(view, actions) {
  const { deck, labels } = view;
  const hasOptional = deck.parts.some(({ optional }) => optional);
  const rows = deck.parts.map((part) => drawRow(view, actions, part, hasOptional));
  const head = [labels.spPart, labels.spPlanned, labels.spSpent, ...(hasOptional ? [labels.spLeaveOut] : [])];
  const table = h("table", {}, [
    h("thead", {}, h("tr", {}, head.map((text) => h("th", { scope: "col" }, text)))),
    h("tbody", {}, rows.map(({ el }) => el)),
  ]);
  const el = drawArea("parts", labels.spParts, h("div", { class: "wide" }, table));
  return { el, update: (now) => rows.forEach(({ update }) => update(now)) };
}

function drawRow(view, actions, part, hasOptional) {
  const { deck, labels } = view;
  const slide = deck.slides.find((one) => one.part === part.id)?.id;
  const go = h("button", { type: "button", class: "as-link", onclick: () => actions.go({ slide }) }, part.title);
  const spent = h("td");
  const out = part.optional && drawLeaveOut(labels, part, (isOut) => actions.leaveOut(part.id, isOut));
  const name = h("th", { scope: "row" }, slide ? go : part.title);
  const planned = h("td", {}, fill(labels.spMinutes, { n: part.minutes }));
  const el = h("tr", {}, name, planned, spent, hasOptional && h("td", {}, out));
  const update = (now) => {
    const { session } = view;
    setText(spent, showSpan(spentIn(session, part.id, now)));
    const isOut = session.leftOut.includes(part.id);
    if (out) out.querySelector("input").checked = isOut;
    el.classList.toggle("out", isOut);
    if (session.part === part.id) el.setAttribute("aria-current", "step");
    else el.removeAttribute("aria-current");
  };
  return { el, update };
}

function drawLeaveOut(labels, part, change) {
  const box = h("input", { type: "checkbox" });
  box.addEventListener("change", () => change(box.checked));
  const name = fill(labels.spLeaveOutPart, { title: part.title });
  return h("label", { class: "leave-out" }, box, h("span", { class: "only-read" }, name));
}
