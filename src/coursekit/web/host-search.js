import { whenReady } from "./read-page.js";
import { startSearch } from "./search.js";

const root = new URL("..", document.currentScript.src);
whenReady(() => startSearch(document, root));
