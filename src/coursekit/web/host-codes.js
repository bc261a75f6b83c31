import { startCodes } from "./codes.js";
import { whenReady } from "./read-page.js";

whenReady(() => startCodes(document));
