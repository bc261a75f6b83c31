import { mount } from "./mount.js";
import { renderTool } from "./tools/tool.js";
import { toolFields } from "./tools/fields.js";

mount({ tool: { render: renderTool, fields: toolFields } });
