import { fill, h } from "../dom.js";
import { sayDay } from "../moments.js";
import { SELF_DECLARED } from "./fields.js";

/** What was found, in words. All of a diploma enters the page as text. */

/** What stands first, and is read out: the verdict, and for whom. */
export function sayVerdict(found, labels, lang) {
  const { diploma } = found;
  const text = sentenceOf(found, labels, lang);
  return diploma?.name ? `${text} ${fill(labels.verifyFor, { name: diploma.name, issuer: diploma.issuer })}` : text;
}

function sentenceOf({ verdict, day }, labels, lang) {
  return fill(labels[`verdict-${verdict}`], { date: day ? sayDay(day, lang) : "" });
}

/** Verdicts after which a diploma still says something. */
const LIMITED = ["valid", "expired", "unlisted"];
const LOOKS = { valid: "good", unlisted: "open", expired: "open", [SELF_DECLARED]: "open" };

/** One result: the verdict with a sign that does not need colour, who issued what to whom, and what that does not prove. */
export function drawResult(found, labels, lang) {
  const { verdict, diploma } = found;
  const look = LOOKS[verdict] ?? "bad";
  return h(
    "section",
    { class: `result ${look}` },
    h("h2", {}, h("span", { "aria-hidden": "true" }, { good: "✓ ", open: "! ", bad: "✗ " }[look]), labels[`verdict-${verdict}-short`]),
    h("p", {}, sentenceOf(found, labels, lang)),
    diploma && drawDiploma(diploma, labels, lang),
    diploma && drawLimits(found, labels, lang),
  );
}

/** A credential may say less than our diplomas do: what is missing has no line. */
function drawDiploma(diploma, labels, lang) {
  const rows = [
    [labels.verifyName, diploma.name],
    [labels.verifyIssuer, diploma.issuer],
    [labels.verifyCourse, diploma.course],
    [labels.verifyLevel, diploma.level ? labels[`level-${diploma.level}`] : labels.verifyNoLevel],
    [labels.verifyAwarded, sayDay(diploma.awarded, lang)],
    [labels.verifyExpires, diploma.expires ? sayDay(diploma.expires, lang) : labels.verifyNoExpiry],
    [labels.verifyHours, diploma.hours && diploma.hours.toLocaleString(lang)],
    [labels.verifyModules, diploma.modules.replaceAll(",", ", ").replaceAll("-", "–")],
    [labels.verifySerial, diploma.serial],
  ];
  const known = rows.filter(([, value]) => value);
  return h("dl", {}, known.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, h("bdi", {}, value)))));
}

/** A signature proves less than people think, and the page says so each time. */
function drawLimits({ verdict, diploma, checked }, labels, lang) {
  if (!LIMITED.includes(verdict)) return null;
  const until = checked ? fill(labels.verifyListUntil, { date: sayDay(checked, lang) }) : labels.verifyNoList;
  const level = diploma.level && labels[`verifyLimit-${diploma.level}`];
  const limits = [labels.verifyCompare, labels.verifyPerson, level, labels.verifyNoDegree, until].filter(Boolean);
  return [h("h3", {}, labels.verifyLimits), h("ul", {}, limits.map((text) => h("li", {}, text)))];
}
