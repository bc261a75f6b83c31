/** Blocks as Markdown, with the answers at the end, so that the file can be brought in again. */

/** Every sign that could make of typed text something else than text. */
const MARKS = /[\\`*_[\]<>&|~$]/g;
const LINE_START = /^(\s*)([#+=-]|\d{1,9}(?=[.)]))/gm;
const LINE_BREAK = /\r\n?|\n/g;

export function toMarkdown(blocks, answers) {
  const texts = blocks.map(markdownBlock).filter((text) => text !== "");
  return `${texts.join("\n\n")}\n\n\`\`\`coursekit\n${JSON.stringify(answers)}\n\`\`\`\n`;
}

function markdownBlock(block) {
  if ("heading" in block) return `${"#".repeat(block.level + 1)} ${oneLine(block.heading)}`;
  if ("list" in block) return markdownList(block);
  if ("table" in block) return markdownTable(block.table);
  return plainMarkdown(block.paragraph ?? block.meta).replace(LINE_BREAK, "\\\n");
}

function markdownList({ list, ordered }) {
  return list.map((item, place) => `${ordered ? `${place + 1}.` : "-"} ${oneLine(item)}`).join("\n");
}

function markdownTable({ head, rows }) {
  const line = (cells) => `| ${head.map((_, place) => oneLine(cells[place], "<br>")).join(" | ")} |`;
  return [line(head), `|${" --- |".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

function oneLine(text, between = " ") {
  return plainMarkdown(text).replace(LINE_BREAK, between);
}

function plainMarkdown(text) {
  const marked = String(text ?? "").trim().replace(MARKS, "\\$&");
  return marked.replace(LINE_START, (_, space, sign) => (/\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`));
}
