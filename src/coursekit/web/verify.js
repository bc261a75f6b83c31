import { fill, h, uniqueId } from "./dom.js";
import { dateOf } from "./moments.js";
import { pageLang } from "./read-page.js";
import { SELF_DECLARED } from "./verify/fields.js";
import { findInFile, findInHash, findInText } from "./verify/found.js";
import { judge } from "./verify/verdict.js";
import { drawResult, sayVerdict } from "./verify/result.js";
import { canVerify } from "./verify/signature.js";

/** The page that checks a diploma: here, in this browser, with what the town published when the site was built. */

const MOST_SHOWN = 20;

export function renderVerify({ model, el }) {
  const labels = model.get("labels");
  const said = h("output", { class: "said", "aria-live": "polite", tabindex: -1 });
  const results = h("div", { class: "results" });
  const page = { model, labels, said, results, turn: 0, lang: pageLang() };
  const drop = h("div", { class: "verify controls" }, ...drawStart(page), said, results);
  receiveFiles(page, drop);
  el.append(drop);
  followHash(page);
  window.addEventListener("hashchange", () => followHash(page));
}

function drawStart(page) {
  const { model, labels } = page;
  if (!canVerify()) return [h("p", { class: "cannot" }, labels.verifyNotHere)];
  const none = !model.get("keys") && h("p", { class: "cannot" }, labels.verifyNoKeys);
  return [none, drawForm(page), drawFileField(page), h("p", { class: "small" }, labels.verifyPrivacy)].filter(Boolean);
}

function drawForm(page) {
  const { labels } = page;
  const id = uniqueId("diploma");
  const field = h("input", { type: "text", id, autocomplete: "off", autocapitalize: "off", spellcheck: "false" });
  const check = (event) => {
    event.preventDefault();
    if (field.value.trim()) checkAll(page, findInText(field.value));
  };
  const button = h("button", { class: "main" }, labels.verifyCheck);
  return h("form", { onsubmit: check }, h("label", { for: id }, labels.verifyField), field, button);
}

function drawFileField(page) {
  const id = uniqueId("diploma");
  const input = h("input", { type: "file", id, accept: ".pdf,.png,.json,.jwt,.txt" });
  input.addEventListener("change", async () => {
    await checkFile(page, input.files[0]);
    input.value = "";
  });
  const about = h("p", { class: "small" }, page.labels.verifyDrop);
  return h("div", { class: "file" }, h("label", { for: id }, page.labels.verifyFile), input, about);
}

/** A file may be dropped anywhere on the page: a browser would open it in the place of the page. */
function receiveFiles(page, drop) {
  if (!canVerify()) return;
  const isOver = (is) => drop.classList.toggle("over", is);
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    isOver(true);
  });
  document.addEventListener("dragleave", () => isOver(false));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    isOver(false);
    checkFile(page, event.dataTransfer?.files[0]);
  });
}

function followHash(page) {
  const wanted = findInHash(location.hash);
  if (wanted.length > 0) checkAll(page, wanted);
}

async function checkFile(page, file) {
  if (!file) return;
  const turn = startTurn(page);
  const found = await findInFile(file).catch(() => ({ problem: "verifyUnreadable" }));
  if (turn !== page.turn) return;
  if (found.problem) show(page, [page.labels[found.problem]], []);
  else await checkAll(page, found);
}

/** Results come in the order in which they were asked for: an earlier one never takes the place of a later one. */
function startTurn(page) {
  show(page, [page.labels.verifyWorking], []);
  return (page.turn += 1);
}

async function checkAll(page, wanted) {
  const { model, labels, lang } = page;
  if (!canVerify()) return;
  const turn = startTurn(page);
  const known = { keys: model.get("keys"), revoked: model.get("revoked"), today: dateOf(Date.now()) };
  const found = [];
  for (const { kind, input } of wanted.slice(0, MOST_SHOWN)) {
    found.push(kind === SELF_DECLARED ? { verdict: SELF_DECLARED } : await judge(kind, input, known));
  }
  if (turn !== page.turn) return;
  const sentences = wanted.length > 1 ? [saySeveral(wanted, found, labels)] : found.map((one) => sayVerdict(one, labels, lang));
  show(page, sentences, found);
}

/** How many there are, and how many of each verdict. */
function saySeveral(wanted, found, labels) {
  const counts = new Map();
  for (const { verdict } of found) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const parts = [...counts].map(([verdict, n]) => `${labels[`verdict-${verdict}-short`]}: ${n}.`);
  return [fill(labels.verifySeveral, { n: wanted.length, m: found.length }), ...parts].join(" ");
}

/** What is read out stands above what is shown, once; on the screen the result itself says it. */
function show({ said, results, labels, lang }, sentences, found) {
  said.classList.toggle("only-read", found.length === 1);
  said.replaceChildren(...sentences.map((text) => h("p", {}, text)));
  results.replaceChildren(...found.map((one) => drawResult(one, labels, lang)));
  results.firstElementChild?.scrollIntoView({ block: "nearest" });
}
