import { scriptLoader } from "./load.js";
import { mount } from "./mount.js";
import { renderSchedule } from "./schedule.js";

const getDocx = scriptLoader(document.currentScript, "host-docx.js", "coursekitDocx");

mount({ schedule: { render: ({ model, el }) => renderSchedule({ model, el, getDocx }), fields: () => ({}) } });
