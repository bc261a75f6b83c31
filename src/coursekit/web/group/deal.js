import { shuffled } from "../kinds/shuffle.js";

/** Who plays which role. The same roles, number of people and seed deal the same again. */

const MOST_PEOPLE = 60;
const LONGEST_PERSON = 60;
const LONGEST_SEED = 24;

/**
 * One entry per person in the order given: {person, role}, where role is an id, or null for an observer.
 * With fewer people than roles, the first roles are dealt.
 */
export function deal(roles, people, seed) {
  const seats = shuffled(seatsFor(roles, people.length), seedOf(seed));
  return people.map((person, place) => ({ person, role: seats[place] }));
}

/** Somebody invited has a role of their own: chance gives it to nobody. */
export function rolesToDeal(roles) {
  return roles.filter(({ invited }) => !invited);
}

/** With more people than roles, the roles are played by two in their order, but never a single one. */
function seatsFor(roles, count) {
  const dealt = rolesToDeal(roles);
  const twice = [...dealt, ...dealt.filter(({ single }) => !single)];
  const seats = twice.slice(0, count).map(({ id }) => id);
  return [...seats, ...Array(count - seats.length).fill(null)];
}

/** The roles nobody plays, because fewer people came. */
export function rolesLeftOut(roles, people) {
  return rolesToDeal(roles).slice(people.length);
}

/** Names or seat numbers, one per line. */
export function peopleIn(text) {
  const lines = text.split("\n").map((line) => line.trim().slice(0, LONGEST_PERSON));
  return lines.filter(Boolean).slice(0, MOST_PEOPLE);
}

/** A short word or number; how it is written makes no difference. */
export function seedOf(text) {
  return String(text).trim().toLowerCase().slice(0, LONGEST_SEED).trim() || "1";
}

/** The seed of the next deal: its number is one higher. */
export function nextSeed(text) {
  const [, word, number] = /^(.*?)(\d*)$/s.exec(seedOf(text));
  return number ? `${word}${BigInt(number) + 1n}` : `${word} 2`;
}
