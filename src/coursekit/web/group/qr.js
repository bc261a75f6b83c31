import { qrcode } from "../vendor/qrcode.mjs";

/** A code to scan, as a picture in the page. Black on white also in the dark: phones expect it. */

const SVG_NAMES = "http://www.w3.org/2000/svg";
const QUIET_EDGE = 4;

/** `text` as a code with the name told to people who do not see it. */
export function drawCode(text, name) {
  const code = qrcode(0, "L");
  code.addData(bytesAsText(text), "Byte");
  code.make();
  const size = code.getModuleCount() + 2 * QUIET_EDGE;
  const picture = drawShape("svg", { class: "code", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": name });
  picture.append(drawShape("rect", { width: size, height: size, fill: "#fff" }));
  picture.append(drawShape("path", { d: squaresOf(code), fill: "#000", "shape-rendering": "crispEdges" }));
  return picture;
}

/** The library takes one byte per sign. */
function bytesAsText(text) {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

function squaresOf(code) {
  const places = [...Array(code.getModuleCount()).keys()];
  const squares = places.flatMap((row) => places.map((column) => squareAt(code, row, column)));
  return squares.join("");
}

function squareAt(code, row, column) {
  return code.isDark(row, column) ? `M${column + QUIET_EDGE} ${row + QUIET_EDGE}h1v1h-1z` : "";
}

function drawShape(tag, attributes) {
  const el = document.createElementNS(SVG_NAMES, tag);
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  return el;
}
