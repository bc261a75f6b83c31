import { startLibrary } from "./good-practice.js";

const startLibrary = () => startLibrary(document);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", startLibrary);
else startLibrary();
