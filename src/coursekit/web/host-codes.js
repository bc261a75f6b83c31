import { startCodes } from "./codes.js";

const startFinding = () => startCodes(document);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", startFinding);
else startFinding();
