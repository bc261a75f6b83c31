/** Typed text as XML and as runs of a Word paragraph. */

export const WORD_XMLNS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

const NOT_IN_XML = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const RTL_LETTER = "[\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC]";
const RTL_STRETCH = new RegExp(`(${RTL_LETTER}+(?:[^\\p{L}\\n]*${RTL_LETTER}+)*)`, "u");
const RTL_FIRST = new RegExp(`^[^\\p{L}]*${RTL_LETTER}`, "u");
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** The text safe inside an element or attribute; what XML cannot hold is left out. */
export function xmlText(text) {
  return String(text ?? "")
    .replace(LINE_ENDS, "\n")
    .replace(NOT_IN_XML, "")
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
}

/** A paragraph in a style; one that begins with Arabic or Hebrew letters runs from the right. */
export function wordParagraph(style, text, more = "") {
  const isRtl = RTL_FIRST.test(String(text ?? ""));
  const props = `<w:pStyle w:val="${style}"/>${more}${isRtl ? "<w:bidi/>" : ""}`;
  return `<w:p><w:pPr>${props}</w:pPr>${wordRuns(text)}</w:p>`;
}

/** Every second piece of the split is one of right-to-left letters. */
function wordRuns(text) {
  const pieces = xmlText(text).split(RTL_STRETCH);
  return pieces.map((piece, place) => (piece === "" ? "" : wordRun(piece, place % 2 === 1))).join("");
}

function wordRun(piece, isRtl) {
  const parts = piece.split(/([\n\t])/).map((part) => {
    if (part === "\n") return "<w:br/>";
    if (part === "\t") return "<w:tab/>";
    return part && `<w:t xml:space="preserve">${part}</w:t>`;
  });
  return `<w:r>${isRtl ? "<w:rPr><w:rtl/></w:rPr>" : ""}${parts.join("")}</w:r>`;
}
