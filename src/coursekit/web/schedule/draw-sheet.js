import { h } from "../dom.js";

/** The run sheet as elements of the page. */
export function drawSheet({ sessions, left }, labels) {
  return h(
    "div",
    { class: "sheet" },
    sessions.map((session) => drawSession(session, labels)),
    h("section", {}, drawLeft(left, labels)),
  );
}

function drawSession({ title, modules, rows, spare, materials, preparations }, labels) {
  const heads = [labels.schClock, labels.schMinutes, labels.schWhat, labels.schNeed, labels.schIfLate];
  const tasks = preparations.map(({ shown, who, text }) => h("tr", {}, h("th", { scope: "row" }, shown), [who, text].map((cell) => h("td", {}, cell))));
  return h(
    "section",
    {},
    h("h3", {}, title),
    h("p", {}, modules.join("; ")),
    drawTable("run", title, heads, rows.map(drawRow)),
    spare && h("p", { class: "spare" }, spare),
    h("h4", {}, labels.schMaterials),
    h("ul", {}, materials.map((text) => h("li", {}, text))),
    h("h4", {}, labels.schPrepare),
    drawTable("prepare", `${labels.schPrepare}: ${title}`, [labels.schUntil, labels.schWho, labels.schTask], tasks),
  );
}

/** On a narrow screen it scrolls sideways, so the keyboard must be able to reach it. */
function drawTable(kind, name, heads, rows) {
  const head = h("tr", {}, heads.map((text) => h("th", { scope: "col" }, text)));
  const table = h("table", { class: kind }, h("thead", {}, head), h("tbody", {}, rows));
  return h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": name }, table);
}

function drawRow({ kind, clock, minutes, text, need, late, url }) {
  const what = url ? h("a", { href: url }, text) : text;
  const cells = [String(minutes), what, need, late].map((cell) => h("td", {}, cell));
  return h("tr", { class: kind }, h("th", { scope: "row" }, clock), cells);
}

function drawLeft(left, labels) {
  if (left.length === 0) return [h("p", {}, labels.schLeftNone)];
  const items = left.map(({ text, url }) => h("li", {}, h("a", { href: url }, text)));
  return [h("h3", {}, labels.schLeft), h("ul", {}, items), h("p", { class: "small" }, labels.schLeftAbout)];
}
