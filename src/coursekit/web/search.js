/** The search page: asks the index, and fetches the text of the pages that it shows. */
import { fill, h } from "./dom.js";
import { addScript } from "./load.js";
import { contextOf, marked } from "./search/context.js";
import { find } from "./search/find.js";
import { openIndex } from "./search/open-index.js";
import { foldWord, queryWords, stemOf } from "./search/words.js";

const AT_ONCE = 10;

export function startSearch(page, root) {
  const form = page.querySelector("form.search");
  if (!form) return;
  const parts = {
    field: form.querySelector("input"),
    output: page.querySelector(".search-summary output"),
    list: page.querySelector("#search-results"),
    more: page.querySelector(".search-more"),
    root,
  };
  const data = globalThis.coursekitIndex;
  if (!data) {
    parts.output.textContent = parts.output.dataset.broken;
    return;
  }
  const tools = { index: openIndex(data), version: data.version, stem: stemWith(data.vowels) };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember(parts.field.value);
    show(parts, tools);
  });
  page.addEventListener("keydown", (event) => moveByArrow(event, parts));
  parts.field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (parts.field.value) show(parts, tools);
}

function stemWith(vowels) {
  return (word) => stemOf(word, globalThis.coursekitStemmer, vowels);
}

/** Keep the query in the address: whoever comes back from a result finds the others again. */
function remember(query) {
  try {
    history.replaceState(null, "", `?${new URLSearchParams({ q: query })}`);
  } catch {
    // some browsers do not let a page from a folder change its address
  }
}

async function show(parts, tools) {
  const query = parts.field.value.trim();
  const words = queryWords(query).map((word) => [word, tools.stem(word)]);
  const result = find(tools.index, words);
  const terms = new Set(result.terms);
  const isHit = (word) => terms.has(tools.stem(foldWord(word)));
  parts.more.hidden = true;
  parts.turn = (parts.turn ?? 0) + 1;
  const items = await itemsOf(result.hits.slice(0, AT_ONCE), parts, tools, isHit, parts.turn);
  if (!items) return;
  parts.list.replaceChildren(...items);
  parts.output.textContent = query ? summary(parts.output.dataset, query, result) : "";
  offerMore(result.hits.slice(AT_ONCE), parts, tools, isHit);
}

function offerMore(rest, parts, tools, isHit) {
  parts.more.hidden = rest.length === 0;
  parts.more.onclick = async () => {
    const items = await itemsOf(rest.slice(0, AT_ONCE), parts, tools, isHit, parts.turn);
    if (!items) return;
    parts.list.append(...items);
    items[0].querySelector("a").focus();
    offerMore(rest.slice(AT_ONCE), parts, tools, isHit);
  };
}

/** Entries for sections, when the texts of their pages are there; null if another query came between. */
async function itemsOf(sections, parts, tools, isHit, turn) {
  const pages = new Set(sections.map((section) => tools.index.pageOf[section]));
  await Promise.all([...pages].map((page) => fetchText(page.id, parts.root, tools.version)));
  if (turn !== parts.turn) return null;
  return sections.map((section) => item(section, tools.index.pageOf[section], parts, isHit));
}

/** The text of a page; without it (no network) the page is shown by its title alone. */
async function fetchText(id, root, version) {
  if (globalThis.coursekitTexts?.[id]) return;
  await addScript(new URL(`_static/search/${id}.js?v=${version}`, root).href).catch(() => {});
}

function item(section, page, { root, output }, isHit) {
  const text = globalThis.coursekitTexts?.[page.id]?.[section - page.first];
  const [anchor, heading, blocks] = text ?? ["", page.title, []];
  const address = new URL(`${page.id}.html`, root);
  address.hash = anchor;
  const isTitle = section === page.first;
  const place = [page.part, isTitle ? "" : page.title, page.kind === "solution" ? output.dataset.solution : ""];
  return h(
    "li",
    { class: `search-${page.kind}` },
    h("a", { href: address.href }, inMarks(marked(heading || page.title, isHit))),
    h("p", { class: "search-place" }, place.filter(Boolean).join(" · ")),
    blocks.length ? h("p", {}, inMarks(contextOf(blocks, isHit))) : null,
  );
}

function inMarks(parts) {
  return parts.map(([text, isMarked]) => (isMarked ? h("mark", {}, text) : text));
}

/** What is said of a result, also to a screen reader. */
export function summary(says, query, { hits, isWhole, near, common }) {
  const values = { n: hits.length, words: query };
  if (common.length && !hits.length) return fill(says.common, { words: common.join(", ") });
  if (!hits.length) return fill(says.none, values);
  const count = fill(hits.length === 1 ? says.one : says.found, values);
  const notes = [near.length ? fill(says.near, { words: near.join(", ") }) : "", isWhole ? "" : says.some];
  return [count, ...notes].filter(Boolean).join(" ");
}

/** Arrow keys: from the field to the results, from one to the next, and back. */
function moveByArrow(event, { field, list }) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const links = [...list.querySelectorAll("a")];
  const all = [field, ...links];
  const at = all.indexOf(document.activeElement);
  if (!step || at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const next = all[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
