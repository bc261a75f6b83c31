import { boardField } from "./workbook/fields/board.js";

globalThis.coursekitBoard = boardField;
