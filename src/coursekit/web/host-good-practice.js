import { startLibrary } from "./good-practice.js";

const showLibrary = () => startLibrary(document);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", showLibrary);
else showLibrary();
