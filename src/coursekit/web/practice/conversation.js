import { fill, h } from "../dom.js";
import { isResting, setResting } from "../quiz-parts.js";
import { block, drawButton, drawStage, sayNames } from "./parts.js";

/**
 * Where a talk stands after the replies chosen so far: the step or ending it is `at`, the `turns` that led there
 * ({step, reply}), and which checks are `done`. A reply that does not belong there ends the list.
 */
export function followTalk({ start, steps, checks }, chosen) {
  const talk = { at: start, turns: [] };
  const carriedOut = new Set();
  for (const id of chosen) {
    const reply = replyOf(steps[talk.at], id);
    if (!reply) break;
    talk.turns.push({ step: talk.at, reply: id });
    reply.does.forEach((check) => carriedOut.add(check));
    talk.at = reply.next;
  }
  return { ...talk, done: checks.map(({ id }) => id).filter((id) => carriedOut.has(id)) };
}

function replyOf(step, id) {
  return step?.options.find((option) => option.id === id);
}

export function drawConversation({ tool, labels, lang }) {
  const talk = { tool, labels, lang, chosen: [], stage: drawStage(), checks: h("ul", { class: "checks" }) };
  talk.soFar = h("ol", { class: "so-far" });
  talk.transcript = h("details", {}, h("summary", {}, labels.talkSoFar), talk.soFar);
  talk.back = drawButton(labels.talkBack, () => isResting(talk.back) || goBack(talk));
  talk.again = drawButton(labels.toolAgain, () => isResting(talk.again) || choose(talk, []));
  showTalk(talk, false);
  const buttons = h("div", { class: "buttons" }, talk.back, talk.again);
  const checks = [h("p", { class: "small-title" }, labels.talkChecks), talk.checks];
  return h("div", {}, checks, talk.stage.el, buttons, talk.transcript);
}

function goBack(talk) {
  choose(talk, talk.chosen.slice(0, -1));
}

function choose(talk, chosen) {
  talk.chosen = chosen;
  showTalk(talk, true);
}

function showTalk(talk, isMoved) {
  const { tool, labels, chosen, stage, transcript } = talk;
  const { at, turns, done } = followTalk(tool, chosen);
  const ending = tool.endings[at];
  talk.checks.replaceChildren(...tool.checks.map((check) => drawCheck(check, done, labels)));
  const said = turns.length > 0 && drawReplySaid(talk, turns.at(-1));
  const scene = ending ? drawEnding(talk, ending, done) : block(tool.steps[at].scene, "scene");
  stage.show([said, scene, ending ? null : drawReplies(talk, tool.steps[at])], [said, scene].filter(Boolean), isMoved);
  transcript.hidden = turns.length === 0;
  transcript.open = Boolean(ending) || (transcript.open && turns.length > 0);
  talk.soFar.replaceChildren(...turns.map((turn) => drawTurn(talk, turn)));
  for (const button of [talk.back, talk.again]) setResting(button, turns.length === 0);
}

function drawCheck({ id, text }, done, labels) {
  const isDone = done.includes(id);
  return h("li", { class: isDone && "done" }, fill(isDone ? labels.wbTicked : labels.wbNotTicked, { text }));
}

function drawReplies(talk, { options }) {
  const buttons = options.map(({ id, text }) => drawButton(text, () => choose(talk, [...talk.chosen, id]), { class: "reply" }));
  return h("fieldset", { class: "replies" }, h("legend", {}, talk.labels.talkChoose), buttons);
}

/** What the learner said, what it does, and the checks it carries out. */
function drawReplySaid({ tool, labels, lang }, { step, reply: id }) {
  const { text, says, does } = replyOf(tool.steps[step], id);
  const names = tool.checks.filter((check) => does.includes(check.id)).map((check) => check.text);
  const done = names.length > 0 && h("p", { class: "small" }, fill(labels.talkDone, { checks: sayNames(names, lang) }));
  return h("div", { class: "verdict" }, h("p", {}, fill(labels.talkYou, { text })), block(says), done);
}

function drawTurn(talk, turn) {
  return h("li", {}, block(talk.tool.steps[turn.step].scene, "scene"), drawReplySaid(talk, turn));
}

/** No ending is a failure, and a check that was not done is no fault where the talk ended before. */
function drawEnding({ tool, labels }, { title, says }, done) {
  const list = (name, isDone) => {
    const texts = tool.checks.filter(({ id }) => done.includes(id) === isDone).map(({ text }) => text);
    return texts.length > 0 && [h("p", {}, name), h("ul", {}, texts.map((text) => h("li", {}, text)))];
  };
  const head = h("p", { class: "ending-title" }, fill(labels.talkEnd, { title }));
  return h("div", { class: "ending" }, head, block(says), list(labels.talkAllDone, true), list(labels.talkNotDone, false));
}
