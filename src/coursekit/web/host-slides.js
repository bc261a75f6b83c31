import { startDeck } from "./slides/deck.js";
import { linkWhenReady } from "./slides/link-deck.js";

linkWhenReady();
startDeck();
