import { showOffer } from "./offline/offer.js";
import { readJson, whenReady } from "./read-page.js";

/** The page offers to take the course offline. */
function start() {
  const place = document.getElementById("offline");
  showOffer(place, readJson(document.getElementById("offline-data")));
}

whenReady(start);
