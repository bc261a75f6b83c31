import { startFilter } from "./figures.js";

const startFinding = () => startFilter(document);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", startFinding);
else startFinding();
