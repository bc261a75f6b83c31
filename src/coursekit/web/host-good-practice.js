import { startLibrary } from "./good-practice.js";

const startFinding = () => startLibrary(document);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", startFinding);
else startFinding();
