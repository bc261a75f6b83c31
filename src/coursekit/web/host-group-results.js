import { renderGroupResults } from "./group-results.js";
import { mount } from "./mount.js";

mount({ "group-results": { render: renderGroupResults, fields: () => ({}) } });
