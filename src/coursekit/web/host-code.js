import { drawCode } from "./group/qr.js";

globalThis.coursekitCode = drawCode;
