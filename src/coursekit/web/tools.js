import { PRACTICE_TOOLS, renderPractice } from "./practice/practice.js";
import { renderTool } from "./tools/tool.js";

/** In JupyterLab one widget shows all kinds; a static page loads only those that it has. */
function renderAnyTool(place) {
  const isPractice = Object.hasOwn(PRACTICE_TOOLS, place.model.get("tool").kind);
  return isPractice ? renderPractice(place) : renderTool(place);
}

export default { render: renderAnyTool };
