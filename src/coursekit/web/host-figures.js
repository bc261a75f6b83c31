import { startFilter } from "./figures.js";

const start = () => startFilter(document);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
