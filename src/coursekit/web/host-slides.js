import { startDeck } from "./slides/deck.js";

startDeck();
