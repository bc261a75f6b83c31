import { fill, h, html } from "../dom.js";
import { draw, drawNumber, drawToolResult, numberText } from "./parts.js";

const [WIDE, HIGH] = [360, 230];
const BOX = { left: 52, right: 16, top: 16, bottom: 34 };

/** Places of a chart with `count` points and a scale from 0 to `top`, in units of the drawing. */
export function scaleOf(count, top) {
  const [wide, high] = [WIDE - BOX.left - BOX.right, HIGH - BOX.top - BOX.bottom];
  return {
    x: (n) => BOX.left + (count > 1 ? (n / (count - 1)) * wide : 0),
    y: (value) => BOX.top + (1 - value / top) * high,
    pointAt: (x) => Math.min(Math.max(Math.round(((x - BOX.left) / wide) * (count - 1)), 0), count - 1),
    valueAt: (y) => Math.min(Math.max((1 - (y - BOX.top) / high) * top, 0), top),
  };
}

/** A guess as a person would say it: two figures that count. */
export function roundGuess(value) {
  if (value <= 0) return 0;
  const unit = 10 ** Math.max(Math.floor(Math.log10(value)) - 1, 0);
  return Math.round(value / unit) * unit;
}

export function drawLineTool({ tool, labels, lang }) {
  const state = { tool, labels, lang, isShown: false, guesses: tool.points.slice(tool.given).map(() => undefined) };
  state.scale = scaleOf(tool.points.length, tool.top);
  state.result = drawToolResult();
  state.inputs = tool.points.slice(tool.given).map((point, n) => drawGuess(state, point, n));
  state.show = h("button", { type: "button", class: "check", onclick: () => showReal(state) }, labels.toolShowReal);
  state.picture = h("div", { class: "picture" });
  redraw(state);
  const list = h("fieldset", {}, h("legend", {}, labels.toolYourGuesses), h("div", { class: "inputs" }, state.inputs.map(({ el }) => el)));
  return h("div", {}, state.picture, h("p", { class: "small" }, labels.toolDrawOrType), list, h("div", { class: "buttons" }, state.show), state.result);
}

function drawGuess(state, { name }, n) {
  const input = drawNumber(name, "", state.tool.unit, () => {
    state.guesses[n] = input.read();
    redraw(state);
  });
  return input;
}

function redraw(state) {
  const svg = drawChart(state);
  if (!state.isShown) followPointer(state, svg);
  const old = state.picture.querySelector("svg");
  if (old && !state.isShown) old.replaceChildren(...svg.children);
  else state.picture.replaceChildren(svg);
}

/** Drawing with mouse, pen or finger: the same as typing into the field of that point. */
function followPointer(state, svg) {
  let isDown = false;
  const set = (event) => {
    const el = state.picture.querySelector("svg");
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(el.getScreenCTM().inverse());
    const n = state.scale.pointAt(at.x) - state.tool.given;
    if (n < 0) return;
    state.guesses[n] = roundGuess(state.scale.valueAt(at.y));
    state.inputs[n].field.value = String(state.guesses[n]);
    redraw(state);
  };
  svg.addEventListener("pointerdown", (event) => {
    isDown = true;
    set(event);
  });
  svg.addEventListener("pointermove", (event) => isDown && set(event));
  for (const name of ["pointerup", "pointercancel", "pointerleave"]) svg.addEventListener(name, () => (isDown = false));
}

function drawChart({ tool, labels, lang, guesses, isShown, scale }) {
  const known = tool.points.slice(0, tool.given).map(({ value }, n) => [n, value]);
  const real = tool.points.map(({ value }, n) => [n, value]).slice(tool.given - 1);
  const guessed = guesses.map((value, n) => [tool.given + n, value]).filter(([, value]) => value >= 0 && value <= tool.top);
  const text = fill(isShown ? labels.toolChartShown : labels.toolChart, { title: tool.title });
  return draw(
    "svg",
    { viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img", "aria-label": text },
    drawFrame(tool, scale, lang),
    drawPath([...known.slice(-1), ...guessed], scale, "guess"),
    drawPath(known, scale, "known"),
    isShown ? drawPath(real, scale, "real") : [],
    isShown ? drawNames(real, guessed, scale, labels) : [],
  );
}

function drawNames(real, guessed, { x, y }, labels) {
  const [n, value] = real.at(-1);
  const last = guessed.at(-1);
  const names = [draw("text", { class: "real", x: x(n), y: y(value) - 10, "text-anchor": "end" }, labels.toolReal)];
  if (!last) return names;
  const isNear = Math.abs(y(last[1]) - y(value)) < 26;
  const place = isNear ? y(Math.min(last[1], value)) + 24 : y(last[1]) - 10;
  return [...names, draw("text", { class: "guess", x: x(last[0]), y: place, "text-anchor": "end" }, labels.yourGuess)];
}

function drawFrame(tool, { x, y }, lang) {
  const lines = [0, tool.top / 2, tool.top].flatMap((value) => [
    draw("line", { class: "base", x1: BOX.left, x2: WIDE - BOX.right, y1: y(value), y2: y(value) }),
    draw("text", { x: BOX.left - 6, y: y(value) + 5, "text-anchor": "end" }, new Intl.NumberFormat(lang, { notation: "compact" }).format(value)),
  ]);
  const step = Math.ceil(tool.points.length / 5);
  const names = tool.points.map(({ name }, n) => [name, n]).filter(([, n]) => n % step === 0);
  return [...lines, ...names.map(([name, n]) => draw("text", { x: x(n), y: HIGH - 10, "text-anchor": "middle" }, name))];
}

function drawPath(points, { x, y }, className) {
  const d = points.map(([n, value], at) => `${at ? "L" : "M"}${x(n).toFixed(1)},${y(value).toFixed(1)}`).join("");
  const dots = points.map(([n, value]) => draw("circle", { class: className, cx: x(n), cy: y(value), r: 3.5 }));
  return [...(points.length > 1 ? [draw("path", { class: className, d, fill: "none" })] : []), ...dots];
}

function showReal(state) {
  const { tool, labels, lang, guesses, result } = state;
  if (guesses.some((value) => value === undefined)) {
    result.replaceChildren(h("p", {}, labels.toolGuessAll));
    return;
  }
  state.isShown = true;
  state.show.setAttribute("aria-disabled", "true");
  redraw(state);
  const show = (value) => numberText(value, lang);
  const rows = tool.points.slice(tool.given).map(({ name, value }, n) =>
    h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, show(guesses[n])), h("td", {}, show(value))),
  );
  const heads = ["", labels.yourGuess, labels.toolReal].map((head) => (head ? h("th", { scope: "col" }, head) : h("td")));
  const table = h("table", {}, h("caption", {}, `${tool.title} (${tool.unit})`), h("thead", {}, h("tr", {}, heads)), h("tbody", {}, rows));
  result.replaceChildren(h("div", { class: "wide" }, table), html(h("div", { class: "verdict" }), tool.says));
}
