/** The page of codes: type what stands on the paper, and the question opens. */
import { fill } from "./dom.js";

/** A code as it is kept: capital letters, without the spaces and hyphens somebody may type. */
export function readCode(typed) {
  return typed.replace(/[\s-]/g, "").toUpperCase();
}

export function startCodes(page) {
  const form = page.querySelector(".codes form");
  if (!form) return;
  const field = form.querySelector("input");
  const output = form.querySelector("output");
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const code = readCode(field.value);
    const link = linkOf(page, code);
    output.textContent = link || !code ? "" : fill(output.dataset.unknown, { code });
    if (link) location.assign(link.href);
  });
  followHash(page);
  window.addEventListener("hashchange", () => followHash(page));
}

/** An address that ends in a code, as a scanned one does, leads on at once. */
function followHash(page) {
  const link = linkOf(page, readCode(location.hash.slice(1)));
  if (link) location.replace(link.href);
}

function linkOf(page, code) {
  const entries = [...page.querySelectorAll(".codes dl > div")];
  return entries.find((entry) => entry.id === code)?.querySelector("a");
}
