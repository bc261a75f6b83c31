/** The keys of a clicker, where no field wants them for itself. None of them is a letter or a sign. */
const STEPS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

export function listenToKeys(go) {
  document.addEventListener("keydown", (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey || target.closest("input, select, textarea") || !(key in STEPS)) return;
    event.preventDefault();
    go(STEPS[key]);
  });
}
