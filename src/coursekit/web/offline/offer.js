import { fill, h, uniqueId } from "../dom.js";
import { pageLang } from "../read-page.js";
import { fetchList } from "./fetch-one.js";
import { filesOf, sizeOf, stateOf, stillThere, toFetch } from "./plan.js";
import { canSave, endSaving, startSaving } from "./registration.js";
import { save } from "./save.js";
import { heldDigests, readNote } from "./saved.js";

/** The offer to take the course offline; nothing is shown where it cannot be done, or there is nothing to save. */
export async function showOffer(place, { up, lang, labels }) {
  const root = new URL(up, location.href).href;
  if (!canSave()) return;
  const offer = { root, lang, labels, list: await fetchList(root), chosen: [], stop: null };
  await readState(offer);
  if (!offer.list && !offer.current) return;
  build(offer, place);
  await draw(offer);
  addManifest();
  place.hidden = false;
}

/** The page becomes part of an app that can be installed; not from a folder, where browsers refuse the file. */
function addManifest() {
  const up = document.documentElement.dataset.content_root ?? "./";
  document.head.append(h("link", { rel: "manifest", href: `${up}manifest.webmanifest` }));
}

async function readState(offer) {
  const [current, wanted] = [await readNote(offer.root, "current"), await readNote(offer.root, "wanted")];
  const parts = (wanted ?? current)?.parts ?? [offer.lang];
  offer.chosen = offer.list ? stillThere(offer.list, parts) : parts;
  Object.assign(offer, { current, state: stateOf(offer.list, current, wanted) });
}

function build(offer, place) {
  const { labels } = offer;
  const button = (onclick, text) => h("button", { type: "button", onclick }, text);
  offer.intro = h("p");
  offer.choice = offer.list ? drawChoice(offer) : h("div");
  offer.size = h("p", { class: "small" });
  offer.barId = uniqueId("offline");
  offer.bar = h("progress", { "aria-labelledby": offer.barId });
  offer.share = h("div", { class: "share" }, offer.bar, h("p", { class: "small", id: offer.barId }));
  offer.start = button(() => onStart(offer), "");
  offer.pause = button(() => offer.stop?.abort(), labels.offlinePause);
  offer.remove = button(() => onRemove(offer), labels.offlineRemove);
  offer.said = h("output", { class: "said", tabindex: -1 });
  offer.start.classList.add("main");
  const actions = h("div", { class: "actions" }, offer.start, offer.pause, offer.remove);
  const title = h("h2", {}, labels.offlineTitle);
  place.replaceChildren(title, offer.intro, offer.choice, offer.size, offer.share, actions, offer.said);
}

function drawChoice(offer) {
  const boxes = offer.list.parts.map((part) => drawPart(offer, part));
  return h("fieldset", {}, h("legend", {}, offer.labels.offlineWhat), h("div", { class: "options" }, boxes));
}

/** Another list has other parts and sizes. */
function renewChoice(offer) {
  const former = offer.choice;
  offer.choice = drawChoice(offer);
  former.replaceWith(offer.choice);
}

function drawPart(offer, part) {
  const { list, labels } = offer;
  const text = part.slides ? labels.offlineSlides : labels.offlineLanguage;
  const size = megabytes(offer, sizeOf(filesOf(list, [part.id])));
  const box = h("input", { type: "checkbox", value: part.id, checked: offer.chosen.includes(part.id) });
  box.addEventListener("change", () => onChoose(offer));
  return h("label", { class: "option" }, box, h("span", {}, fill(text, { name: part.name, size })));
}

async function onChoose(offer) {
  const boxes = [...offer.choice.querySelectorAll("input")];
  offer.chosen = boxes.filter((box) => box.checked).map((box) => box.value);
  say(offer, "");
  await draw(offer);
}

function megabytes({ labels }, bytes) {
  const format = new Intl.NumberFormat(pageLang(), { maximumFractionDigits: 1 });
  return fill(labels.offlineMegabytes, { n: format.format(bytes && Math.max(bytes / 1e6, 0.1)) });
}

/** Show what fits the state: what there is, what it would take, and what can be done. */
async function draw(offer) {
  const { list, labels, state, current, stop, chosen } = offer;
  const isSame = current && String(stillThere(list ?? { parts: [] }, current.parts)) === String(chosen);
  const files = list ? filesOf(list, chosen) : {};
  const missing = toFetch(files, await heldDigests(offer.root));
  const names = { none: "offlineIntro", partly: "offlinePartly", saved: "offlineSaved", newer: "offlineNewer" };
  offer.intro.textContent = fill(labels[names[state]], { size: megabytes(offer, current?.bytes ?? 0) });
  offer.size.textContent = drawSize(offer, sizeOf(files), missing);
  offer.start.textContent = labels[{ partly: "offlineContinue", newer: "offlineUpdate" }[state] ?? "offlineSave"];
  offer.start.hidden = Boolean(stop) || !list || chosen.length === 0 || (state === "saved" && isSame);
  offer.size.hidden = offer.start.hidden;
  offer.remove.hidden = Boolean(stop) || state === "none";
  offer.pause.hidden = offer.share.hidden = !stop;
  offer.choice.disabled = Boolean(stop);
}

function drawSize(offer, bytes, missing) {
  const rest = missing.reduce((sum, file) => sum + file.bytes, 0);
  const values = { size: megabytes(offer, bytes), rest: megabytes(offer, rest) };
  return fill(rest < bytes ? offer.labels.offlineSizeRest : offer.labels.offlineSize, values);
}

async function onStart(offer) {
  const { root, list, chosen, labels } = offer;
  offer.stop = new AbortController();
  const { signal } = offer.stop;
  say(offer, labels.offlineSaving);
  await draw(offer);
  offer.pause.focus();
  const why = await attempt(async () => {
    await startSaving(root);
    await save(root, list, chosen, signal, teller(offer));
  });
  offer.stop = null;
  if (why === "changed") offer.list = (await fetchList(root, "reload")) ?? list; // servers tell versions by the second
  await readState(offer);
  if (offer.list !== list) renewChoice(offer);
  if (why === "full" && !offer.current) await endSaving(root);
  await finish(offer, why ? labels[reason(why, signal)] : labels.offlineDone);
}

/** Why it did not work, or nothing. */
async function attempt(work) {
  try {
    await work();
    return "";
  } catch (error) {
    return error.why ?? "refused";
  }
}

function reason(why, signal) {
  if (signal.aborted) return "offlinePaused";
  const names = { network: "offlineNoNetwork", changed: "offlineChanged", full: "offlineFull" };
  return names[why] ?? "offlineRefused";
}

/** Moves the bar with every file; says it in words at each tenth, so that nobody hears a hundred numbers. */
function teller(offer) {
  const all = sizeOf(filesOf(offer.list, offer.chosen));
  const text = offer.share.querySelector("p");
  let tenth = 0;
  offer.bar.max = Math.max(all, 1);
  return (bytes) => {
    offer.bar.value = bytes;
    text.textContent = fill(offer.labels.offlineProgress, { size: megabytes(offer, bytes), all: megabytes(offer, all) });
    const now = Math.floor((10 * bytes) / Math.max(all, 1));
    if (now > tenth && now < 10) say(offer, fill(offer.labels.offlineShare, { n: now * 10 }));
    tenth = Math.max(tenth, now);
  };
}

async function onRemove(offer) {
  await endSaving(offer.root);
  await readState(offer);
  await finish(offer, offer.labels.offlineRemoved);
}

/** The button that was pressed may be gone, so the focus goes to what has happened. */
async function finish(offer, text) {
  for (const box of offer.choice.querySelectorAll("input")) box.checked = offer.chosen.includes(box.value);
  await draw(offer);
  say(offer, text);
  offer.said.focus();
}

function say(offer, text) {
  offer.said.textContent = text;
}
