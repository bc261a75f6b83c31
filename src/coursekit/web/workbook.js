import { toDocx } from "./workbook/docx.js";
import { renderWorkbook } from "./workbook/workbook.js";

/** The workbook of JupyterLab, where nothing can be fetched later: the writer of Word files is part of it. */
function renderWholeWorkbook({ model, el }) {
  return renderWorkbook({ model, el, getDocx: async () => toDocx });
}

export default { render: renderWholeWorkbook };
