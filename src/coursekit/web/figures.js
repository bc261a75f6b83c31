/** The page of all figures: a field that leaves only the entries with the words one looks for. */
import { fill } from "./dom.js";

/** Small letters without accents: "constanta" finds "Constanța". */
export function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether a text holds every word of a search. */
export function holds(text, search) {
  const here = plain(text);
  return plain(search).split(/\s+/).every((word) => here.includes(word));
}

export function startFilter(page) {
  const field = page.querySelector("#figures-filter");
  if (!field) return;
  const output = page.querySelector("output[for=figures-filter]");
  const entries = [...page.querySelectorAll("#figures > div")];
  const filter = () => {
    for (const entry of entries) entry.hidden = !holds(entry.textContent, field.value);
    const n = entries.filter((entry) => !entry.hidden).length;
    output.textContent = fill(output.dataset.words, { n, m: entries.length });
  };
  field.addEventListener("input", filter);
  field.closest("[hidden]").hidden = false;
  filter();
}
