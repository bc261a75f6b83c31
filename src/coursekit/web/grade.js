import { choiceKind } from "./kinds/choice.js";
import { multipleKind } from "./kinds/multiple.js";
import { trueFalseKind } from "./kinds/true-false.js";
import { numberKind } from "./kinds/number.js";
import { textKind } from "./kinds/text.js";
import { gapsKind } from "./kinds/gaps.js";
import { matchingKind } from "./kinds/matching.js";
import { orderingKind } from "./kinds/ordering.js";
import { classifyKind } from "./kinds/classify.js";
import { markKind } from "./kinds/mark.js";
import { estimateKind } from "./kinds/estimate.js";
import { opinionKind } from "./kinds/opinion.js";
import { blankResult } from "./kinds/score.js";

/**
 * A kind is an object of:
 *   task                             label of the sentence that says what to do
 *   blank(question, response)        nothing to grade: empty, or of an old or foreign shape
 *   grade(question, response)        {score, outcome, says}; asked only if not blank
 *   input(question, start, labels, changed)
 *                                    {el, read()}; `start` is a response or null; `changed` is called for what
 *                                    the browser sends no input event
 *   name(question, id, response, labels)   what a `says` is about, as text or element
 *   answer(question, labels)         the right answer, as a list of texts or elements
 *   figure(question, response, labels)     optional: a drawing for the feedback
 */
export const KINDS = {
  choice: choiceKind,
  multiple: multipleKind,
  "true-false": trueFalseKind,
  number: numberKind,
  text: textKind,
  gaps: gapsKind,
  matching: matchingKind,
  ordering: orderingKind,
  classify: classifyKind,
  mark: markKind,
  estimate: estimateKind,
  opinion: opinionKind,
};

export function grade(question, response) {
  const kind = KINDS[question.kind];
  return kind.blank(question, response) ? blankResult() : kind.grade(question, response);
}
