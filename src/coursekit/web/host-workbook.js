import { workbookFields } from "./fields.js";
import { mount } from "./mount.js";
import { docxLoader } from "./workbook/load.js";
import { renderWorkbook } from "./workbook/workbook.js";

const getDocx = docxLoader(document.currentScript);
const render = ({ model, el }) => renderWorkbook({ model, el, getDocx });

mount({ workbook: { render, fields: workbookFields } });
