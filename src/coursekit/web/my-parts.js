import { fill, h, uniqueId } from "./dom.js";
import { pageLang } from "./read-page.js";
import { dayFormat } from "./moments.js";

/** Draw now and whenever the model changes in this name; returns how to stop. */
export function listen(model, name, draw) {
  draw();
  model.on(`change:${name}`, draw);
  return () => model.off(`change:${name}`, draw);
}

/** What the learner should know about the store of this browser, in words. */
export function drawNotices(model) {
  const labels = model.get("labels");
  return (model.get("notices") ?? []).map(({ key, n }) => h("p", {}, fill(labels[key], { n })));
}

export function drawSection(title, ...children) {
  return h("section", {}, h("h2", {}, title), ...children);
}

/** A bar and the sentence that names it. */
export function drawShare(value, max, text) {
  const id = uniqueId("share");
  const bar = h("progress", { value, max: Math.max(max, 1), "aria-labelledby": id });
  return h("div", { class: "share" }, bar, h("p", { class: "small", id }, text));
}

/** A day in the language of the page. */
export function showDay(time) {
  return dayFormat(pageLang(), { dateStyle: "long" }).format(new Date(time));
}
