import { whenReady } from "./read-page.js";
import { showSpeaker } from "./slides/speaker.js";

whenReady(showSpeaker);
