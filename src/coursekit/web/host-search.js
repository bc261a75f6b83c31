import { startSearch } from "./search.js";

const root = new URL("..", document.currentScript.src);
const startPage = () => startSearch(document, root);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", startPage);
else startPage();
