import { showOffer } from "./offline/offer.js";

/** The page offers to take the course offline. */
function start() {
  const place = document.getElementById("offline");
  showOffer(place, JSON.parse(document.getElementById("offline-data").textContent));
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start, { once: true });
else start();
