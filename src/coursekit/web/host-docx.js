import { toDocx } from "./workbook/docx.js";

globalThis.coursekitDocx = toDocx;
