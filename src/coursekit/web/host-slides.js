import { groupFields } from "./group/fields.js";
import { mount } from "./mount.js";
import { startDeck } from "./slides/deck.js";
import { linkWhenReady } from "./slides/link-deck.js";
import { renderPhase } from "./slides/phase.js";

mount({ "deck-phase": { render: renderPhase, fields: groupFields } });
linkWhenReady();
startDeck();
