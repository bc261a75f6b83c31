/** Runs a step in an idle moment of the browser, or after `patience` milliseconds where none comes before. */
export function whenIdle(step, patience) {
  if (window.requestIdleCallback) window.requestIdleCallback(step, { timeout: patience });
  else window.setTimeout(step);
}
