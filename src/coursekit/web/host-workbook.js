import { workbookFields } from "./fields.js";
import { mount } from "./mount.js";
import { scriptLoader } from "./load.js";
import { renderWorkbook } from "./workbook/workbook.js";

const getDocx = scriptLoader(document.currentScript, "host-docx.js", "coursekitDocx");
const getIcs = scriptLoader(document.currentScript, "host-ics.js", "coursekitIcs");
const getBoard = scriptLoader(document.currentScript, "host-board.js", "coursekitBoard");

function renderFetching({ model, el }) {
  const hasBoard = model.get("task").steps.some(({ fields }) => fields.some(({ kind }) => kind === "board"));
  const render = (drawBoard) => renderWorkbook({ model, el, getDocx, getIcs, drawBoard });
  if (hasBoard) getBoard().then(render, () => render(null));
  else render(null);
}

mount({ workbook: { render: renderFetching, fields: workbookFields } });
