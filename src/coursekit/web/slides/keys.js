/** Fields in which every key belongs to what is typed or chosen. */
const TYPING = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button])";
const TICKED = "input[type=radio], input[type=checkbox]";
const PRESSED = "button, summary, a[href]";
const CLICKER = { PageDown: "next", PageUp: "prev" };
const ARROWS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
const PRESSING = ["Enter", " "];

/** What reveal.js may do with keys: nothing while somebody types, ticks or presses something on the slide. */
export function keyOptions() {
  return { keyboard: { 27: null, 79: null }, keyboardCondition: (event) => isFree(event) };
}

/** Whether a key is meant for the slides and not for what has the focus. */
export function isFree({ key, target }) {
  if (document.querySelector("dialog[open]")) return false;
  if (!(target instanceof Element)) return true;
  if (target.closest(TYPING)) return false;
  if (target.closest(PRESSED)) return !PRESSING.includes(key);
  if (isScrolling(target)) return !ARROWS.includes(key);
  return !target.closest(TICKED);
}

function isScrolling(target) {
  return target.tabIndex === 0 && target.scrollHeight > target.clientHeight + 1;
}

/** What reveal.js has no key for. `commands` maps the letter of a key to what it does. */
export function listenForKeys({ reveal }, commands) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const turn = CLICKER[event.key];
    if (turn && event.target instanceof Element && event.target.matches(TICKED)) {
      event.preventDefault();
      reveal[turn]();
      return;
    }
    const command = commands[event.key.toLowerCase()];
    if (!command || !isFree(event)) return;
    event.preventDefault();
    command();
  });
}
