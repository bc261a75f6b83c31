import { workbookFields } from "./fields.js";
import { mount } from "./mount.js";
import { renderWorkbook } from "./workbook/workbook.js";

mount({ workbook: { render: renderWorkbook, fields: workbookFields } });
