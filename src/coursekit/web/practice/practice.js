import { drawTool } from "../tools/frame.js";
import { drawClockTool } from "./paced-clock.js";
import { drawCommentWave } from "./comment-wave.js";
import { drawConversation } from "./conversation.js";
import { drawDecide } from "./decide.js";
import { drawDeck } from "./deck.js";

export const PRACTICE_TOOLS = {
  conversation: drawConversation,
  "comment-wave": drawCommentWave,
  decide: drawDecide,
  clock: drawClockTool,
  deck: drawDeck,
};

/** A tool with which one practises: a talk, comments, a decision, a clock, cards. */
export function renderPractice(place) {
  return drawTool(PRACTICE_TOOLS, place);
}
