import { numberedLists, wordBody } from "./docx-body.js";
import { allRelationships, answersItem, answersItemProps, contentTypes, coreProperties } from "./docx-parts.js";
import { wordDocument, wordFooter, wordSettings } from "./docx-parts.js";
import { wordNumbering, wordStyles } from "./docx-styles.js";
import { writeZip } from "./zip.js";

/** A word processor wants a region with some languages; where the usual one is not the course's, it stands here. */
const REGIONS = { en: "GB" };

/** The bytes of a Word file with these blocks; it carries the answers, so that it can be brought in again. */
export function toDocx(blocks, { title, lang, answers }) {
  const locale = fullLanguage(lang);
  const parts = {
    "[Content_Types].xml": contentTypes(),
    ...allRelationships(),
    "word/document.xml": wordDocument(wordBody(blocks)),
    "word/styles.xml": wordStyles(locale),
    "word/numbering.xml": wordNumbering(numberedLists(blocks).length),
    "word/settings.xml": wordSettings(locale),
    "word/footer1.xml": wordFooter(title),
    "docProps/core.xml": coreProperties(title, locale, answers.at),
    "customXml/item1.xml": answersItem(answers),
    "customXml/itemProps1.xml": answersItemProps(),
  };
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return writeZip(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, head + xml])));
}

function fullLanguage(lang) {
  const { language, region } = new Intl.Locale(lang);
  return `${language}-${region ?? REGIONS[language] ?? new Intl.Locale(language).maximize().region}`;
}
