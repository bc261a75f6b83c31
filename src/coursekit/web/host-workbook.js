import { workbookFields } from "./fields.js";
import { mount } from "./mount.js";
import { scriptLoader } from "./load.js";
import { addKind } from "./workbook/fields.js";
import { lostField } from "./workbook/lost-field.js";
import { renderWorkbook } from "./workbook/workbook.js";

const getDocx = scriptLoader(document.currentScript, "host-docx.js", "coursekitDocx");
const getIcs = scriptLoader(document.currentScript, "host-ics.js", "coursekitIcs");
const getBoard = scriptLoader(document.currentScript, "host-board.js", "coursekitBoard");

/** A board is fetched before the exercise is shown, so that nothing on the page jumps. */
async function renderWithBoard(parts) {
  addKind("board", await getBoard().catch(() => lostField));
  renderWorkbook(parts);
}

function renderFetching({ model, el }) {
  const parts = { model, el, getDocx, getIcs };
  const hasBoard = model.get("task").steps.some(({ fields }) => fields.some(({ kind }) => kind === "board"));
  if (hasBoard) renderWithBoard(parts);
  else renderWorkbook(parts);
}

mount({ workbook: { render: renderFetching, fields: workbookFields } });
