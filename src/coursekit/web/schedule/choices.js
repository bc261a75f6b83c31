/** What a trainer chooses, and the address that holds it: `#length=90&modules=thinking-clearly&guest=yes`. */
import { isDay } from "../moments.js";
import { firstProposal } from "./days.js";

export const LENGTH_NAMES = ["45", "90", "180", "days", "weeks"];
export const EACH = ["90", "120", "180"];
export const ROOMS = ["tables", "rows", "online"];
const MOST_PEOPLE = 60;

/** The choices of an address; what is missing or makes no sense is as proposed. */
export function readChoices(hash, known, today) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const oneOf = (name, all, usual) => (all.includes(given.get(name)) ? given.get(name) : usual);
  const people = Number(given.get("people"));
  const wanted = (given.get("modules") ?? known.slice(0, 1).join(".")).split(".");
  return {
    length: oneOf("length", LENGTH_NAMES, "180"),
    each: Number(oneOf("each", EACH, "180")),
    modules: known.filter((id) => wanted.includes(id)),
    guest: given.get("guest") === "yes",
    read: given.get("read") === "yes",
    people: Number.isInteger(people) && people >= 2 && people <= MOST_PEOPLE ? people : 15,
    room: oneOf("room", ROOMS, ROOMS[0]),
    start: isDay(given.get("start")) ? given.get("start") : firstProposal(today),
    time: /^([01]\d|2[0-3]):[0-5]\d$/.test(given.get("time") ?? "") ? given.get("time") : "09:00",
  };
}

/** All of it, so that an address shows the same to everybody, whatever is proposed later. */
export function writeChoices({ modules, guest, read, ...others }) {
  const plain = { ...others, modules: modules.join("."), guest: guest ? "yes" : "no", read: read ? "yes" : "no" };
  return `#${new URLSearchParams(plain)}`;
}
