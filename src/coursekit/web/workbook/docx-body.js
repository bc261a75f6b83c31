import { FIRST_NUMBERED } from "./docx-styles.js";
import { wordParagraph } from "./docx-text.js";

/** Blocks as the body of a Word document. */

/** Width between the margins of an A4 page, in twentieths of a point. */
const TEXT_WIDTH = 9070;
/** In letters: what a column needs round its longest word, and what counts at most. */
const ROUND_A_WORD = 6;
const LONGEST_WORD = 20;
const WIDEST_CELL = 36;
const MOST_WORDS = 200;
const HEADING_STYLES = ["Title", "Heading1", "Heading2", "Heading3"];

/** Each numbered list counts from 1, so each has a number of its own. */
export function wordBody(blocks) {
  const numbered = numberedLists(blocks);
  return blocks.map((block) => wordBlock(block, FIRST_NUMBERED + numbered.indexOf(block))).join("");
}

export function numberedLists(blocks) {
  return blocks.filter((block) => block.ordered);
}

function wordBlock(block, number) {
  if ("heading" in block) return wordParagraph(HEADING_STYLES[block.level] ?? "Heading3", block.heading);
  if ("meta" in block) return wordParagraph("Subtitle", block.meta);
  if ("list" in block) return wordList(block, number);
  if ("table" in block) return wordTable(block.table);
  return wordParagraph("Normal", block.paragraph);
}

function wordList({ list, ordered }, number) {
  const numbering = ordered ? `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${number}"/></w:numPr>` : "";
  return list.map((item) => wordParagraph(ordered ? "ListNumber" : "ListBullet", item, numbering)).join("");
}

/** Word joins tables that touch each other, so something small stands after each. */
function wordTable({ head, rows }) {
  const widths = cellWidths([head, ...rows], head.length);
  const columns = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const all = [wordRow(head, widths, true), ...rows.map((row) => wordRow(row, widths, false))];
  return `<w:tbl>${TABLE_PROPS}<w:tblGrid>${columns}</w:tblGrid>${all.join("")}</w:tbl>${wordParagraph("AfterTable", "")}`;
}

const TABLE_PROPS =
  '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>' +
  '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>';

/** The head is marked as such: it repeats on every page and screen readers name it. */
function wordRow(cells, widths, isHead) {
  const props = isHead ? "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "";
  const texts = widths.map((width, place) => wordCell(cells[place], width));
  return `<w:tr>${props}${texts.join("")}</w:tr>`;
}

function wordCell(text, width) {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${wordParagraph("Normal", text)}</w:tc>`;
}

/** Columns with longer texts get more of the line, and each enough for its longest word. */
function cellWidths(rows, count) {
  const weights = Array.from({ length: count }, (_, place) => Math.max(...rows.map((row) => cellWeight(row[place]))));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => Math.floor((TEXT_WIDTH * weight) / sum));
}

function cellWeight(text) {
  const letters = String(text ?? "");
  const longestWord = Math.max(...letters.split(/\s+/, MOST_WORDS).map((word) => word.length));
  return Math.max(Math.min(longestWord, LONGEST_WORD) + ROUND_A_WORD, Math.min(letters.length, WIDEST_CELL));
}
