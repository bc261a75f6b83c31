import { renderTool } from "./tools/tool.js";

export default { render: renderTool };
