import { showSpeaker } from "./slides/speaker.js";

document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", showSpeaker) : showSpeaker();
