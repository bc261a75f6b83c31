/** What the build put into the page, and the moment when the page is there to be read. */

/** Starts at once, or when the whole page has come. */
export function whenReady(start) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => start(), { once: true });
  else start();
}

/** The data that a `<script type="application/json">` holds. */
export function readJson(script) {
  return JSON.parse(script.textContent);
}

/** The words of the interface. */
export function readLabels() {
  return readJson(document.getElementById("coursekit-labels"));
}

/** The language of the page. */
export function pageLang() {
  return document.documentElement.lang || "en";
}
