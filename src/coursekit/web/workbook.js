import { drawBoard } from "./workbook/board/draw-board.js";
import { toDocx } from "./workbook/docx.js";
import { calendarFile } from "./workbook/calendar-file.js";
import { renderWorkbook } from "./workbook/workbook.js";

/** The workbook of JupyterLab, where nothing can be fetched later: all that others fetch is part of it. */
function renderWholeWorkbook({ model, el }) {
  return renderWorkbook({ model, el, getDocx: async () => toDocx, getIcs: async () => calendarFile, drawBoard });
}

export default { render: renderWholeWorkbook };
