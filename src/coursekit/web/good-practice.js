/** The library of good practice: what to look for, kept in the address, and cards for paper. */
import { fill, h, html } from "./dom.js";
import { printAlone } from "./printing.js";
import { readJson } from "./read-page.js";

/** What is chosen, from an address such as `#problem=rumours&size=small`; unknown names are left out. */
export function readHash(hash, names) {
  const found = new URLSearchParams(hash.replace(/^#/, ""));
  return Object.fromEntries(names.filter((name) => found.get(name)).map((name) => [name, found.get(name)]));
}

/** The address for what is chosen; an empty text for nothing. */
export function writeHash(chosen) {
  const pairs = Object.entries(chosen).filter(([, value]) => value);
  return pairs.length ? `#${new URLSearchParams(pairs)}` : "";
}

/** Whether a case has every word that is chosen; `keys` maps a name to words with spaces between. */
export function fits(keys, chosen) {
  return Object.entries(chosen).every(([name, value]) => !value || keys[name].split(" ").includes(value));
}

/** Whether an address speaks of the choice: `#gp-table` leads to a place and changes nothing. */
export function isChoice(hash) {
  return hash.length < 2 || hash.includes("=");
}

export function startLibrary(page) {
  const library = page.querySelector(".library");
  if (!library) return;
  const form = library.querySelector("form");
  const { cards } = readJson(library.querySelector("script.data"));
  const parts = {
    form,
    fields: [...form.querySelectorAll("select")],
    output: form.querySelector("output"),
    print: form.querySelector(".print"),
    rows: [...library.querySelectorAll("tr[data-case]")],
    dots: [...library.querySelectorAll("svg [data-case]")],
    bodies: [...library.querySelectorAll("tbody")],
  };
  form.addEventListener("change", () => keep(parts));
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const field of parts.fields) field.value = "";
    keep(parts);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  parts.print.addEventListener("click", () => printCards(shown(parts), cards));
  window.addEventListener("hashchange", () => isChoice(location.hash) && followFilter(parts));
  form.hidden = false;
  followFilter(parts);
}

/** The choice of the address, as far as there are such words. */
function followFilter(parts) {
  const chosen = readHash(location.hash, parts.fields.map((field) => field.name));
  for (const field of parts.fields) {
    const isKnown = [...field.options].some(({ value }) => value === chosen[field.name]);
    field.value = isKnown ? chosen[field.name] : "";
  }
  show(parts);
}

function keep(parts) {
  const hash = writeHash(chosenIn(parts));
  history.replaceState(null, "", hash || location.pathname + location.search);
  show(parts);
}

function chosenIn({ fields }) {
  return Object.fromEntries(fields.map((field) => [field.name, field.value]));
}

function show(parts) {
  const chosen = chosenIn(parts);
  for (const row of parts.rows) row.hidden = !fits(row.dataset, chosen);
  for (const body of parts.bodies) body.hidden = !body.querySelector("tr[data-case]:not([hidden])");
  const names = shown(parts);
  for (const dot of parts.dots) dot.toggleAttribute("hidden", !names.includes(dot.dataset.case));
  const { output, print } = parts;
  const values = { n: names.length, m: parts.rows.length };
  output.textContent = fill(names.length ? output.dataset.words : output.dataset.none, values);
  print.textContent = fill(names.length === 1 ? print.dataset.one : print.dataset.words, values);
  print.hidden = names.length === 0;
}

function shown({ rows }) {
  return rows.filter((row) => !row.hidden).map((row) => row.dataset.case);
}

function printCards(names, cards) {
  const view = h("div", { class: "gp-cards" }, names.map((name) => html(h("div"), cards[name])));
  printAlone(view, { sign: "printing-cards" });
}
