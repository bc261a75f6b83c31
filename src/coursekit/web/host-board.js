import { drawBoard } from "./workbook/board/draw-board.js";

globalThis.coursekitBoard = drawBoard;
