import { readClock } from "./clock.js";

/** A reload in the middle of a phase loses nothing, where the learner agreed to keep things on this device. */

const CLOCK_PREFIX = "coursekit/1/g/";

export function loadClock(model, id, minutes) {
  if (model.get("keep") !== "yes") return null;
  return readClock(inSession((session) => session.getItem(clockKey(id))), minutes);
}

export function keepClock(model, id, state) {
  const mayKeep = model.get("keep") === "yes";
  inSession((session) => {
    if (mayKeep) session.setItem(clockKey(id), JSON.stringify(state));
    else session.removeItem(clockKey(id));
  });
}

function clockKey(id) {
  return `${CLOCK_PREFIX}${id}`;
}

/** A browser may refuse storage, or have no room for it: the time runs on in memory. */
function inSession(step) {
  try {
    return step(window.sessionStorage);
  } catch {
    return null;
  }
}
