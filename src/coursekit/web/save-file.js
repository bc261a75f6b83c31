import { h } from "./dom.js";

export const WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Hands a file to the browser, as if it had been downloaded; works from `file:` too. */
export function saveFile(name, content, type) {
  const href = URL.createObjectURL(new Blob([content], { type }));
  h("a", { href, download: name }).click();
  // The browser has taken the file by then; taking the address away at once would stop some of them.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
