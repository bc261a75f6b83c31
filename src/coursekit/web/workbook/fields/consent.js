import { fill, h, setText } from "../../dom.js";
import { drawOptions, tickedIn } from "../../kinds/options.js";
import { knownIds } from "../../kinds/score.js";
import { asMapping, asText, drawGroup, drawLabelled, isBlankText, paragraphsOf, showPlain } from "../parts.js";

const CHECKS = ["informed", "voluntary", "specific", "reversible"];

/** The four checks of every consent talk, unless the task words them itself. */
function checksOf({ checks }, labels) {
  return checks ?? CHECKS.map((id) => ({ id, text: labels[`wbConsent-${id}`] }));
}

function resultOptions(labels) {
  return ["yes", "no"].map((id) => ({ id, text: labels[`wbConsentResult-${id}`] }));
}

export const consentField = {
  draw(field, answer, { labels }) {
    const start = asMapping(answer);
    const all = checksOf(field, labels);
    const checks = drawOptions("checkbox", all, knownIds(all, start.checks), showPlain);
    const result = drawOptions("radio", resultOptions(labels), [start.result], showPlain);
    const risk = drawRisk(field, start, labels);
    const said = h("output", { class: "said" });
    const read = () => readConsent({ checks, risk: risk.input, result });
    const update = () => setText(said, sayConsent(field, read(), labels));
    const resultGroup = drawGroup({ label: labels.wbConsentResult }, result, said);
    resultGroup.addEventListener("change", update);
    update();
    return { el: drawGroup(field, checks, risk.el, resultGroup), read };
  },

  isEmpty(answer) {
    const { checks, risk, result } = asMapping(answer);
    return !(checks?.length > 0) && isBlankText(risk) && !result;
  },

  blocks(field, answer, labels) {
    if (consentField.isEmpty(answer)) return [];
    const { checks, risk, result } = asMapping(answer);
    const ticked = knownIds(checksOf(field, labels), checks);
    const line = ({ id, text }) => fill(ticked.includes(id) ? labels.wbTicked : labels.wbNotTicked, { text });
    const chosen = resultOptions(labels).filter(({ id }) => id === result);
    return [
      { list: checksOf(field, labels).map(line) },
      ...paragraphsOf(risk).map(({ paragraph }) => ({ paragraph: `${riskLabel(field, labels)} ${paragraph}` })),
      ...chosen.map(({ text }) => ({ paragraph: `${labels.wbConsentResult} ${text}` })),
    ];
  },

  remarks(field, answer, labels) {
    const { checks, result } = asMapping(answer);
    const open = checksOf(field, labels).length - knownIds(checksOf(field, labels), checks).length;
    if (result === "no" || open === 0) return [];
    return [fill(labels.wbChecksOpen, { field: field.label, n: open })];
  },
};

function riskLabel({ risk }, labels) {
  return asText(risk) || labels.wbConsentRisk;
}

function drawRisk(field, { risk }, labels) {
  const input = h("textarea", { rows: 2, spellcheck: "true" });
  input.value = asText(risk);
  return { el: drawLabelled({ label: riskLabel(field, labels) }, input), input };
}

function readConsent({ checks, risk, result }) {
  const answer = { checks: tickedIn(checks), risk: risk.value, result: tickedIn(result)[0] ?? "" };
  return consentField.isEmpty(answer) ? null : answer;
}

/** A refusal is a result like any other. */
function sayConsent(field, answer, labels) {
  const { checks = [], result = "" } = answer ?? {};
  if (result === "no") return labels.wbConsentRefused;
  const isWhole = checks.length === checksOf(field, labels).length;
  return result === "yes" && !isWhole ? labels.wbConsentEarly : "";
}
