import { startFilter } from "./figures.js";
import { whenReady } from "./read-page.js";

whenReady(() => startFilter(document));
