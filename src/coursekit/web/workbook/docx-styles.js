import { WORD_XMLNS } from "./docx-text.js";

/** The look of a Word document: what `word/styles.xml` and `word/numbering.xml` hold. */

const WORD_FONT = "Calibri";
const WORD_INK = "1F3D4D";

export function wordStyles(lang) {
  return `<w:styles xmlns:w="${WORD_XMLNS}">${wordDefaults(lang)}${WORD_STYLES.map(wordStyle).join("")}${TABLE_STYLES}</w:styles>`;
}

function wordDefaults(lang) {
  const fonts = ["ascii", "hAnsi", "eastAsia", "cs"].map((script) => `w:${script}="${WORD_FONT}"`).join(" ");
  const run = `<w:rFonts ${fonts}/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="${lang}" w:eastAsia="en-US" w:bidi="ar-SA"/>`;
  const paragraph = '<w:spacing w:after="120" w:line="264" w:lineRule="auto"/>';
  return `<w:docDefaults><w:rPrDefault><w:rPr>${run}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${paragraph}</w:pPr></w:pPrDefault></w:docDefaults>`;
}

/** `outline` is the depth at which a heading stands in the document's structure. */
const WORD_STYLES = [
  { id: "Normal", name: "Normal", isDefault: true },
  { id: "Title", name: "Title", size: 40, before: 0, after: 60, isBold: true, next: "Normal" },
  { id: "Subtitle", name: "Subtitle", size: 20, before: 0, after: 60, next: "Normal" },
  { id: "Heading1", name: "heading 1", size: 30, before: 360, after: 120, outline: 0, isBold: true, next: "Normal" },
  { id: "Heading2", name: "heading 2", size: 25, before: 240, after: 80, outline: 1, isBold: true, next: "Normal" },
  { id: "Heading3", name: "heading 3", size: 22, before: 200, after: 60, outline: 2, isBold: true, next: "Normal" },
  { id: "ListBullet", name: "List Bullet", paragraph: '<w:numPr><w:numId w:val="1"/></w:numPr><w:contextualSpacing/>' },
  { id: "ListNumber", name: "List Number", paragraph: "<w:contextualSpacing/>" },
  { id: "AfterTable", name: "After Table", size: 8, before: 0, after: 0 },
  { id: "Footer", name: "footer", size: 18, before: 0, after: 0, paragraph: '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>' },
];

function wordStyle({ id, name, isDefault, next, ...look }) {
  const based = isDefault ? "" : '<w:basedOn w:val="Normal"/>';
  const after = next ? `<w:next w:val="${next}"/>` : "";
  const first = isDefault ? ' w:default="1"' : "";
  const start = `<w:style w:type="paragraph"${first} w:styleId="${id}"><w:name w:val="${name}"/>${based}${after}<w:qFormat/>`;
  return `${start}<w:pPr>${paragraphLook(look)}</w:pPr><w:rPr>${runLook(look)}</w:rPr></w:style>`;
}

/** The order of elements is part of the format. */
function paragraphLook({ paragraph = "", before, after, outline }) {
  const keep = outline === undefined ? "" : "<w:keepNext/><w:keepLines/>";
  const spacing = before === undefined ? "" : `<w:spacing w:before="${before}" w:after="${after}"/>`;
  const level = outline === undefined ? "" : `<w:outlineLvl w:val="${outline}"/>`;
  return `${keep}${paragraph}${spacing}${level}`;
}

function runLook({ size, isBold }) {
  const bold = isBold ? `<w:b/><w:bCs/><w:color w:val="${WORD_INK}"/>` : "";
  return size ? `${bold}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : bold;
}

const CELL_LINES = ["top", "left", "bottom", "right", "insideH", "insideV"];

const TABLE_STYLES =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar>' +
  '<w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>' +
  '<w:pPr><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/></w:pPr><w:tblPr><w:tblBorders>' +
  CELL_LINES.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="7F8C93"/>`).join("") +
  '</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr>' +
  '<w:shd w:val="clear" w:color="auto" w:fill="E8EEF1"/></w:tcPr></w:tblStylePr></w:style>';

/** Number 1 is the one of all bullet lists; the numbered lists follow. */
export const FIRST_NUMBERED = 2;

export function wordNumbering(numberedCount) {
  const kinds = abstractNumber(0, "bullet", "•", '<w:pStyle w:val="ListBullet"/>') + abstractNumber(1, "decimal", "%1.", "");
  const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const numbered = Array.from({ length: numberedCount }, (_, place) => listNumber(FIRST_NUMBERED + place, 1, restart));
  return `<w:numbering xmlns:w="${WORD_XMLNS}">${kinds}${listNumber(1, 0, "")}${numbered.join("")}</w:numbering>`;
}

function abstractNumber(id, format, text, style) {
  const level = `<w:start w:val="1"/><w:numFmt w:val="${format}"/>${style}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>`;
  const indent = '<w:pPr><w:ind w:left="357" w:hanging="357"/></w:pPr>';
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">${level}${indent}</w:lvl></w:abstractNum>`;
}

function listNumber(id, kind, override) {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${kind}"/>${override}</w:num>`;
}
