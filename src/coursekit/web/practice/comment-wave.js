import { fill, h } from "../dom.js";
import { drawOptions, tickedIn } from "../kinds/options.js";
import { showPlain } from "../workbook/parts.js";
import { block, drawButton, drawStage, drawTable, moveTo, printSheet, sayNames } from "./parts.js";

const WAYS = ["answer", "hide", "thank"];

/** What was done with each comment: "fits", "rule" (rightly hidden, for another reason), or "other". */
export function waveLog(comments, handled) {
  return handled.map(({ way, rule = null }, place) => {
    const { id, fits, rule: broken } = comments[place];
    const state = !fits.includes(way) ? "other" : way === "hide" && rule !== broken ? "rule" : "fits";
    return { id, way, rule, state };
  });
}

/** How often each way was taken. */
export function countWays(handled) {
  return Object.fromEntries(WAYS.map((way) => [way, handled.filter((one) => one.way === way).length]));
}

export function drawCommentWave({ tool, labels, lang }) {
  const wave = { tool, labels, lang, handled: [], stage: drawStage() };
  showComment(wave, false);
  const rules = h("ol", {}, tool.rules.map(({ text }) => h("li", {}, text)));
  return h("div", {}, h("p", { class: "small-title" }, labels.waveRules), rules, wave.stage.el);
}

function showComment(wave, isMoved) {
  const { tool, labels, handled, stage } = wave;
  if (handled.length === tool.comments.length) return showLog(wave);
  const comment = drawComment(wave, handled.length);
  const why = h("div");
  const buttons = WAYS.map((way) => drawButton(labels[`wave-${way}`], () => (way === "hide" ? askWhy(wave, why) : handle(wave, { way }))));
  stage.show([comment, h("div", { class: "buttons" }, buttons), why], [comment], isMoved);
}

function drawComment({ tool, labels }, place) {
  const { who, text } = tool.comments[place];
  const count = h("p", { class: "small" }, fill(labels.waveCount, { n: place + 1, m: tool.comments.length, who }));
  return h("div", { class: "comment" }, count, h("blockquote", {}, text));
}

/** Nothing is hidden without a reason that stands in the published rules. */
function askWhy(wave, el) {
  const { tool, labels } = wave;
  const options = drawOptions("radio", tool.rules, [], showPlain);
  const said = h("output", { class: "said" });
  const hide = () => {
    const [rule] = tickedIn(options);
    if (rule) handle(wave, { way: "hide", rule });
    else said.textContent = labels.waveNoRule;
  };
  const buttons = h("div", { class: "buttons" }, drawButton(labels.waveHide, hide, { class: "main" }));
  const group = h("fieldset", {}, h("legend", { tabindex: -1 }, labels.waveWhich), options, buttons, said);
  el.replaceChildren(group);
  moveTo(group.querySelector("input"));
}

function handle(wave, way) {
  const { tool, labels, stage } = wave;
  wave.handled.push(way);
  const place = wave.handled.length - 1;
  const comment = drawComment(wave, place);
  const told = drawTold(wave, place);
  const isLast = wave.handled.length === tool.comments.length;
  const next = drawButton(isLast ? labels.waveLog : labels.waveNext, () => showComment(wave, true), { class: "main" });
  stage.show([comment, told, h("div", { class: "buttons" }, next)], [told], true);
}

/** What the handling does, what fits, and a reply where there is one. */
function drawTold({ tool, labels, lang, handled }, place) {
  const comment = tool.comments[place];
  const { way, state } = waveLog(tool.comments, handled)[place];
  const yours = fill(labels.waveYours, { way: labels[`wave-${way}`] });
  const fits = state === "fits" ? labels.waveFits : fill(labels.waveFitsOther, { ways: sayWhatFits(comment, tool, labels, lang) });
  const example = comment.example && [h("p", { class: "small-title" }, labels.waveExample), block(comment.example, "example")];
  return h("div", { class: "verdict" }, h("p", {}, `${yours} ${fits}`), block(comment.says[way]), example || null);
}

function sayWhatFits({ fits, rule }, { rules }, labels, lang) {
  const ways = fits.map((way) => (way === "hide" ? fill(labels.waveHideBy, { rule: ruleText(rules, rule) }) : labels[`wave-${way}`]));
  return sayNames(ways, lang, "disjunction");
}

function ruleText(rules, id) {
  return rules.find((rule) => rule.id === id)?.text ?? "";
}

function showLog(wave) {
  const { tool, labels, handled, stage } = wave;
  const counts = h("p", {}, fill(labels.waveCounts, countWays(handled)));
  const print = drawButton(labels.filePrint, () => printSheet(tool.title, h("p", {}, counts.textContent), drawLog(wave)));
  const again = drawButton(labels.toolAgain, () => {
    wave.handled = [];
    showComment(wave, true);
  });
  stage.show([counts, drawLog(wave), h("div", { class: "buttons" }, print, again)], [counts], true);
}

function drawLog({ tool, labels, lang, handled }) {
  const rows = waveLog(tool.comments, handled).map(({ way, rule, state }, place) => {
    const comment = tool.comments[place];
    const fits = state === "fits" ? labels.waveSame : sayWhatFits(comment, tool, labels, lang);
    const cells = [labels[`wave-${way}`], ruleText(tool.rules, rule), fits].map((text) => h("td", {}, text));
    return h("tr", {}, h("th", { scope: "row" }, fill(labels.waveComment, comment)), cells);
  });
  return drawTable(labels.waveLog, [labels.waveHead, labels.waveYourWay, labels.waveRule, labels.waveWhatFits], rows);
}
