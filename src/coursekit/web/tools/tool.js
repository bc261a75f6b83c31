import { drawLineTool } from "./draw-line.js";
import { drawTool } from "./frame.js";
import { drawSampleSize } from "./sample-size.js";
import { drawTownNumbers } from "./town-numbers.js";
import { drawWhoPays } from "./who-pays.js";

const FIGURE_TOOLS = {
  "draw-line": drawLineTool,
  "town-numbers": drawTownNumbers,
  "sample-size": drawSampleSize,
  "who-pays": drawWhoPays,
};

/** A tool about figures. */
export function renderTool(place) {
  return drawTool(FIGURE_TOOLS, place);
}
