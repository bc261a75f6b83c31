import { ANSWERS_XMLNS } from "./answers-xml.js";
import { WORD_XMLNS, wordParagraph, xmlText } from "./docx-text.js";

/** The parts of a Word file around its body: how they belong together, properties, answers. */

const OFFICE_XMLNS = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE_XMLNS = "http://schemas.openxmlformats.org/package/2006";
const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const ANSWERS_ITEM = "{5B6C1B3E-2B1F-4B57-9E0C-6C2A3F8D7E11}";

const PART_TYPES = {
  "word/document.xml": `${WORD_TYPE}.document.main+xml`,
  "word/styles.xml": `${WORD_TYPE}.styles+xml`,
  "word/numbering.xml": `${WORD_TYPE}.numbering+xml`,
  "word/settings.xml": `${WORD_TYPE}.settings+xml`,
  "word/footer1.xml": `${WORD_TYPE}.footer+xml`,
  "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
  "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
};

export function contentTypes() {
  const defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>';
  const parts = Object.entries(PART_TYPES).map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  return `<Types xmlns="${PACKAGE_XMLNS}/content-types">${defaults}${parts.join("")}</Types>`;
}

/** Which parts a part needs: [type, address] each. */
function relationships(targets) {
  const lines = targets.map(([type, target], place) => `<Relationship Id="rId${place + 1}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE_XMLNS}/relationships">${lines.join("")}</Relationships>`;
}

export function allRelationships() {
  const inWord = ["styles", "numbering", "settings"].map((name) => [`${OFFICE_XMLNS}/relationships/${name}`, `${name}.xml`]);
  const footer = [`${OFFICE_XMLNS}/relationships/footer`, "footer1.xml"];
  const item = [`${OFFICE_XMLNS}/relationships/customXml`, "../customXml/item1.xml"];
  return {
    "_rels/.rels": relationships([
      [`${OFFICE_XMLNS}/relationships/officeDocument`, "word/document.xml"],
      [`${PACKAGE_XMLNS}/relationships/metadata/core-properties`, "docProps/core.xml"],
    ]),
    "word/_rels/document.xml.rels": relationships([footer, ...inWord, item]),
    "customXml/_rels/item1.xml.rels": relationships([[`${OFFICE_XMLNS}/relationships/customXmlProps`, "itemProps1.xml"]]),
  };
}

/** The footer is the first relationship of the document. */
export function wordDocument(body) {
  const page = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>';
  const section = `<w:sectPr><w:footerReference w:type="default" r:id="rId1"/>${page}</w:sectPr>`;
  return `<w:document xmlns:w="${WORD_XMLNS}" xmlns:r="${OFFICE_XMLNS}/relationships"><w:body>${body}${section}</w:body></w:document>`;
}

/** Title, page and number of pages at the foot of each page. */
export function wordFooter(title) {
  const field = (name) => `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  const slash = '<w:r><w:t xml:space="preserve"> / </w:t></w:r>';
  const line = wordParagraph("Footer", `${title}\t`).replace(/<\/w:p>$/, `${field("PAGE")}${slash}${field("NUMPAGES")}</w:p>`);
  return `<w:ftr xmlns:w="${WORD_XMLNS}">${line}</w:ftr>`;
}

/** Says that the file is no old one, which Word would open in its compatibility mode. */
export function wordSettings(lang) {
  const mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>';
  return `<w:settings xmlns:w="${WORD_XMLNS}"><w:compat>${mode}</w:compat><w:themeFontLang w:val="${lang}"/></w:settings>`;
}

export function coreProperties(title, lang, at) {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(at ?? "")?.[0];
  const created = time ? `<dcterms:created xsi:type="dcterms:W3CDTF">${time}Z</dcterms:created>` : "";
  const names = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const texts = `<dc:title>${xmlText(title)}</dc:title><dc:language>${xmlText(lang)}</dc:language>`;
  return `<cp:coreProperties xmlns:cp="${PACKAGE_XMLNS}/metadata/core-properties" ${names}>${texts}${created}</cp:coreProperties>`;
}

/** A custom XML part is what Word keeps when it saves the file again; other foreign parts it drops. */
export function answersItem(answers) {
  const json = JSON.stringify(answers).replace(/[\u007F-\u009F\u2028\u2029\uFFFE\uFFFF]/g, escapeSign);
  return `<answers xmlns="${ANSWERS_XMLNS}">${xmlText(json)}</answers>`;
}

function escapeSign(sign) {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

export function answersItemProps() {
  const schema = `<ds:schemaRefs><ds:schemaRef ds:uri="${ANSWERS_XMLNS}"/></ds:schemaRefs>`;
  return `<ds:datastoreItem ds:itemID="${ANSWERS_ITEM}" xmlns:ds="${OFFICE_XMLNS}/customXml">${schema}</ds:datastoreItem>`;
}
