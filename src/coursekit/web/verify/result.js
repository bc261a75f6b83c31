import { fill, h } from "../dom.js";
import { dayFormat } from "../moments.js";
import { SELF_DECLARED } from "./fields.js";

/** What was found, in words. All of a diploma enters the page as text. */

/** What stands first, and is read out: the verdict, and for whom. */
export function sayVerdict({ verdict, diploma, day }, labels, lang) {
  const text = fill(labels[`verdict-${verdict}`], { date: day ? sayDay(day, lang) : "" });
  return diploma?.name ? `${text} ${fill(labels.verifyFor, { name: diploma.name, issuer: diploma.issuer })}` : text;
}

/** Verdicts after which a diploma still says something. */
const LIMITED = ["valid", "expired", "unlisted"];
const LOOKS = { valid: "good", unlisted: "open", expired: "open", [SELF_DECLARED]: "open" };

/** One result: the verdict with a sign that does not need colour, who issued what to whom, and what that does not prove. */
export function drawResult(found, labels, lang) {
  const { verdict, diploma, day } = found;
  const look = LOOKS[verdict] ?? "bad";
  const sentence = fill(labels[`verdict-${verdict}`], { date: day ? sayDay(day, lang) : "" });
  return h(
    "section",
    { class: `result ${look}` },
    h("h2", {}, h("span", { "aria-hidden": "true" }, { good: "✓ ", open: "! ", bad: "✗ " }[look]), labels[`verdict-${verdict}-short`]),
    h("p", {}, sentence),
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

/** A day as the language of the page writes it. */
export function sayDay(day, lang) {
  const format = { dateStyle: "long", timeZone: "UTC" };
  return dayFormat(lang, format).format(new Date(`${day}T00:00:00Z`));
}
