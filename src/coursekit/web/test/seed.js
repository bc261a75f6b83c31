import { fill, h, uniqueId } from "../dom.js";

/** The number of a drawing: shown, so that a whole group can take the same one. */

const SEED_KEY = "seed";
const LONGEST = 24;

/** The seed that a trainer's link asks for, or null. */
export function seedFromAddress() {
  const asked = new URLSearchParams(globalThis.location?.search ?? "").get(SEED_KEY);
  return asked?.trim().toLowerCase().slice(0, LONGEST) || null;
}

/** An address that names a drawing must not bring it back once there is another. */
export function showSeedInAddress(seed) {
  if (seedFromAddress() === null) return;
  const address = new URL(location.href);
  address.searchParams.set(SEED_KEY, seed);
  address.hash = "";
  history.replaceState(null, "", address);
}

/** Says which drawing this is, and takes another. */
export function drawSeed(seed, labels, use) {
  const id = uniqueId("seed");
  const field = h("input", { type: "text", id, maxlength: LONGEST, autocomplete: "off", value: seed });
  const onsubmit = (event) => {
    event.preventDefault();
    if (field.value.trim()) use(field.value);
  };
  const button = h("button", { type: "submit" }, labels.testUseSeed);
  const row = h("div", { class: "seed-row" }, field, button);
  const form = h("form", { class: "seed", onsubmit }, h("label", { for: id }, labels.testSeed), row);
  const summary = h("summary", {}, fill(labels.testSeedIs, { seed }));
  return h("details", {}, summary, h("p", { class: "small" }, labels.testSeedAbout), form);
}
