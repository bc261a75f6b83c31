import { whenIdle } from "./idle.js";
import { createModel } from "./model.js";
import { readJson, readLabels, whenReady } from "./read-page.js";
import { openStore } from "./store.js";

/** How far below the screen a widget may be before it has to be there. */
const AHEAD = "600px";

/** How many milliseconds a widget waits for an idle moment; a page that is never idle has its widgets too. */
const PATIENCE = 500;

/** Puts widgets into their places on a static page; `widgets` maps a name to {render, fields}. */
export function mount(widgets) {
  whenReady(() => startMounting(widgets));
}

/** The first widget at once; the others when they are wanted or when there is time. */
function startMounting(widgets) {
  const waiting = new Set(claimPlaces(widgets));
  if (waiting.size === 0) return;
  const host = { widgets, waiting, store: findStore() };
  const [first] = waiting;
  mountAt(host, first);
  mountTarget(host);
  window.addEventListener("hashchange", () => mountTarget(host));
  mountWhenNear(host);
  mountWhenIdle(host);
}

/** One store for all scripts of a page: what one of them is told, the others know. */
function findStore() {
  if (window.coursekitStore) return window.coursekitStore;
  const store = openStore(findStorage());
  followStorage(store);
  return (window.coursekitStore = store);
}

/** A page may load more than one script of ours, or one of them twice. */
function claimPlaces(widgets) {
  const places = [...document.querySelectorAll(".widget[data-widget]:not([data-claimed])")];
  const ours = places.filter((place) => Object.hasOwn(widgets, place.dataset.widget));
  ours.forEach((place) => (place.dataset.claimed = ""));
  return ours;
}

/** Reading the property is enough to fail where the browser refuses storage. */
function findStorage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** A page that comes back from the browser's back button has missed what happened meanwhile. */
function followStorage(store) {
  window.addEventListener("storage", store.follow);
  window.addEventListener("pageshow", (event) => event.persisted && store.follow());
}

function mountAt(host, place) {
  if (!host.waiting.delete(place)) return;
  const [fallback, el] = [place.querySelector(".fallback"), place.querySelector(".mount")];
  try {
    renderAt(host, place, el);
    fallback?.remove();
  } catch (error) {
    el?.replaceChildren();
    console.error(`coursekit: ${place.dataset.widget}`, error);
  }
}

function renderAt({ widgets, store }, place, el) {
  const { render, fields } = widgets[place.dataset.widget];
  const data = readJson(place.querySelector("script.data"));
  const labels = readLabels();
  render({ model: createModel(store, { ...data, labels }, fields(store, data)), el });
}

/** A link leads to a question: it has to be there, and mounting may have moved it. */
function mountTarget(host) {
  const id = location.hash.slice(1);
  const target = document.getElementById(id);
  const place = target?.closest(".widget") ?? target?.querySelector(".widget");
  if (!place) return;
  mountAt(host, place);
  document.getElementById(id)?.scrollIntoView();
}

function mountWhenNear(host) {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) mountAt(host, target);
    },
    { rootMargin: AHEAD },
  );
  host.waiting.forEach((place) => observer.observe(place));
}

/** One widget at a time, so that the page stays quick to answer. */
function mountWhenIdle(host) {
  const [next] = host.waiting;
  if (!next) return;
  whenIdle(() => {
    mountAt(host, next);
    mountWhenIdle(host);
  }, PATIENCE);
}
