import { startLibrary } from "./good-practice.js";
import { whenReady } from "./read-page.js";

whenReady(() => startLibrary(document));
