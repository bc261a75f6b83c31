import { workbookFields } from "./fields.js";
import { mount } from "./mount.js";
import { scriptLoader } from "./load.js";
import { renderWorkbook } from "./workbook/workbook.js";

const getDocx = scriptLoader(document.currentScript, "host-docx.js", "coursekitDocx");
const renderWithWord = ({ model, el }) => renderWorkbook({ model, el, getDocx });

mount({ workbook: { render: renderWithWord, fields: workbookFields } });
