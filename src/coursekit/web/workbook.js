import { calendarFile } from "./workbook/calendar-file.js";
import { toDocx } from "./workbook/docx.js";
import { addKind } from "./workbook/fields.js";
import { boardField } from "./workbook/fields/board.js";
import { renderWorkbook } from "./workbook/workbook.js";

addKind("board", boardField);

/** The workbook of JupyterLab, where nothing can be fetched later: all that others fetch is part of it. */
function renderWholeWorkbook({ model, el }) {
  return renderWorkbook({ model, el, getDocx: async () => toDocx, getIcs: async () => calendarFile });
}

export default { render: renderWholeWorkbook };
