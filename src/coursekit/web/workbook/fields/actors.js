import { asList, asMapping, atRest, drawGroup } from "../parts.js";
import { drawActorMap } from "../actor-map.js";
import { drawRows, filledRows, remarksOnFewRows, tableOfRows } from "../rows.js";

const TRUST_LEVELS = [1, 2, 3];

function actorsSpec({ min_rows: min, max_rows: max }, labels) {
  const options = TRUST_LEVELS.map((level) => ({ id: String(level), text: labels[`wbTrust${level}`] }));
  const columns = [
    { id: "name", kind: "text", label: labels.wbActorName },
    { id: "role", kind: "text", label: labels.wbActorRole },
    { id: "interest", kind: "text", label: labels.wbActorInterest },
    { id: "trust", kind: "choice", label: labels.wbActorTrust, options },
  ];
  return { columns, min: min ?? 3, max: max ?? Infinity };
}

/** Trust is a number in the answer and an option on the page. */
function asRows(answer) {
  return asList(answer).map((row) => {
    const { trust, ...others } = asMapping(row);
    return trust ? { ...others, trust: String(trust) } : others;
  });
}

function asActors(rows) {
  return rows.map((row) => (row.trust ? { ...row, trust: Number(row.trust) } : row));
}

export const actorsField = {
  draw(field, answer, { labels }, changed) {
    const spec = actorsSpec(field, labels);
    const map = drawActorMap(labels);
    const update = () => map.show(rows.readAll());
    const rows = drawRows({ ...spec, labels, changed: () => (update(), changed()) }, asRows(answer));
    rows.el.addEventListener("input", atRest(update));
    update();
    return { el: drawGroup(field, rows.el, map.el), read: () => asActors(rows.read()) };
  },

  isEmpty: (answer) => asList(answer).length === 0,

  blocks(field, answer, labels) {
    return actorsField.isEmpty(answer) ? [] : [tableOfRows(actorsSpec(field, labels), asRows(answer), labels)];
  },

  remarks: (field, answer, labels) =>
    remarksOnFewRows(field, filledRows(actorsSpec(field, labels), asRows(answer)), labels),
};
