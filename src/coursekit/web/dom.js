/** Small helpers to build a page; everything that becomes HTML goes through `html`. */

/** An element. A function among the props is a listener (`onclick`), false and null leave a prop out. */
export function h(tag, props, ...children) {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) setProp(el, name, value);
  el.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return el;
}

function setProp(el, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === "function") el.addEventListener(name.slice(2), value);
  else el.setAttribute(name, value === true ? "" : value);
}

/** Put HTML made by the course's own build into an element; never what a learner typed or a file held. */
export function html(el, text) {
  el.innerHTML = text ?? "";
  return el;
}

/** HTML of the course as a piece of running text. */
export function rich(text) {
  return html(h("span", { class: "rich" }), text);
}

/** The text with `{name}` replaced by the values of that name. */
export function fill(text, values) {
  const valueOf = (whole, name) => (Object.hasOwn(values, name) ? values[name] : whole);
  return String(text ?? "").replace(/\{(\w+)\}/g, valueOf);
}

/** Changes the page only where there is something to change: a live region would tell it again. */
export function setText(el, text) {
  if (el.textContent !== text) el.textContent = text;
}

/** One count for all scripts of a page. */
const lastId = (globalThis.coursekitLastId ??= { number: 0 });

/** An id nobody else on the page has, also when the same question stands there twice. */
export function uniqueId(stem) {
  lastId.number += 1;
  return `coursekit-${stem}-${lastId.number}`;
}
