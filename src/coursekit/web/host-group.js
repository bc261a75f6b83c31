import { groupFields } from "./group/fields.js";
import { renderGroup } from "./group/group.js";
import { scriptLoader } from "./load.js";
import { followCardAddress } from "./group/phone-card.js";
import { mount } from "./mount.js";

const getCode = scriptLoader(document.currentScript, "host-code.js", "coursekitCode");
const renderWithCode = ({ model, el }) => renderGroup({ model, el, getCode });

followCardAddress();
mount({ group: { render: renderWithCode, fields: groupFields } });
