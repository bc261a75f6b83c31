import { renderGroup } from "./group/group.js";
import { drawCode } from "./group/qr.js";

/** The group's work in a notebook, which has no scripts to fetch: all of it in one module. */
function renderGroupWork({ model, el }) {
  return renderGroup({ model, el, getCode: async () => drawCode });
}

export default { render: renderGroupWork };
