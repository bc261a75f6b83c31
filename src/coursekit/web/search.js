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
  const tools = { index: openIndex(data), version: data.version, texts: new Map(), stem: stemWith(data.vowels) };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember(parts.field.value);
    show(parts, tools);
  });
  page.addEventListener("keydown", (event) => moveByArrow(event, parts));
  parts.field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (parts.field.value) show(parts, tools);
  else setTimeout(() => warmUp(tools));
}

/** Ask once for nothing: the browser prepares the code before somebody waits for it. */
function warmUp({ index, stem }) {
  const result = find(index, [["warming", stem("warming")]]);
  contextOf(["Warming up."], (word) => result.terms.includes(stem(foldWord(word))));
}

/** The stem of a folded word; long texts repeat their words, so each is kept. */
function stemWith(vowels) {
  const known = new Map();
  return (word) => {
    if (!known.has(word)) known.set(word, stemOf(word, globalThis.coursekitStemmer, vowels));
    return known.get(word);
  };
}

/** Keep the query in the address: whoever comes back from a result finds the others again. */
function remember(query) {
  try {
    history.replaceState(null, "", `?${new URLSearchParams({ q: query })}`);
  } catch {
    // some browsers do not let a page from a folder change its address
  }
}

function show(parts, tools) {
  const query = parts.field.value.trim();
  const result = find(tools.index, queryWords(query).map((word) => [word, tools.stem(word)]));
  const terms = new Set(result.terms);
  parts.isHit = (word) => terms.has(tools.stem(foldWord(word)));
  parts.turn = (parts.turn ?? 0) + 1;
  parts.list.replaceChildren();
  parts.output.textContent = query ? summary(parts.output.dataset, query, result) : "";
  showNext(result.hits, parts, tools);
}

/** Show the first of these sections; each stands there as soon as the text of its page does. */
async function showNext(sections, parts, tools) {
  const [next, rest] = [sections.slice(0, AT_ONCE), sections.slice(AT_ONCE)];
  const turn = parts.turn;
  parts.more.hidden = true;
  const loads = next.map((section) => fetchText(pageOf(tools, section).id, parts.root, tools));
  for (const [i, section] of next.entries()) {
    await loads[i];
    if (turn !== parts.turn) return; // another query came between
    parts.list.append(item(section, pageOf(tools, section), parts));
  }
  parts.more.hidden = rest.length === 0;
  parts.more.onclick = () => showMore(rest, parts, tools);
}

/** The focus goes on to the first of the new results. */
async function showMore(rest, parts, tools) {
  const before = parts.list.children.length;
  await showNext(rest, parts, tools);
  parts.list.children[before]?.querySelector("a").focus();
}

function pageOf({ index }, section) {
  return index.pages[index.pageOf[section]];
}

/**
 * The text of a page, asked for once however many hits it has; without it (no network) the page is shown by its title
 * alone, and the next query tries again.
 */
function fetchText(id, root, { texts, version }) {
  if (!texts.has(id)) {
    const address = new URL(`_static/search/${id}.js?v=${version}`, root).href;
    texts.set(id, addScript(address).catch(() => texts.delete(id)));
  }
  return texts.get(id);
}

function item(section, page, { root, output, isHit }) {
  const text = globalThis.coursekitTexts?.[page.id]?.[section - page.first];
  const [anchor, heading, blocks] = text ?? ["", page.title, []];
  const address = new URL(`${page.id}.html`, root);
  address.hash = anchor;
  const place = [page.part, page.title, page.kind === "solution" ? output.dataset.solution : ""];
  const told = [...new Set(place)].filter((text) => text && text !== heading);
  return h(
    "li",
    { class: `search-${page.kind}` },
    h("a", { href: address.href }, inMarks(marked(heading || page.title, isHit))),
    h("p", { class: "search-place" }, told.join(" · ")),
    blocks.length ? h("p", {}, inMarks(contextOf(blocks, isHit))) : null,
  );
}

function inMarks(parts) {
  return parts.map(([text, isMarked]) => (isMarked ? h("mark", {}, text) : text));
}

/** What is said of a result, also to a screen reader. */
export function summary(says, query, { hits, isWhole, near, common }) {
  const values = { n: hits.length, words: query };
  const everywhere = common.length ? fill(says.common, { words: common.join(", ") }) : "";
  if (!hits.length) return everywhere || fill(says.none, values);
  const differs = near.length ? fill(says.near, { words: near.join(", ") }) : "";
  const parts = [differs, fill(says.found, values), everywhere, isWhole ? "" : says.some];
  return parts.filter(Boolean).join(" ");
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
