/** What follows # in an address, what another window says, and what a tab kept of clocks and votes. */

const MODULES = ["thinking-clearly", "working-together"];
const CHOICES = { length: "90", modules: "thinking-clearly", guest: "yes", people: "12", room: "rows", start: "2026-03-02", time: "09:30" };
const PARTS = [{ id: "opening" }, { id: "middle" }];
const SESSION = { v: 1, slide: "s", part: "opening", since: 5, spent: { opening: 4 }, begun: 1, planned: 9, leftOut: ["middle"], seen: 6 };
const CLOCK = { minutes: [5, 10], phase: 0, extra: 0, spent: 0, since: null };
const VOTES = { isOpen: true, rounds: [{ a: 3 }, { a: 1, b: 2 }] };
const MESSAGE = { channel: "c", from: "x", number: 1, at: 1, kind: "go", slide: "s", part: "p", step: 1, black: true };

function hashOf(random, choices) {
  const pairs = Object.entries(withFaults(random, choices)).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]);
  const hash = `#${new URLSearchParams(pairs.map((pair) => pair.map((part) => part.replaceAll("@@proto", "__proto__"))))}`;
  return random.next() < 0.2 ? hash.replace(/%/g, () => random.of(["%", "%%", "%zz", "&", "="])) : hash;
}

function cardOf(random) {
  const bytes = new TextEncoder().encode(asText(random, withFaults(random, { t: "T", r: "R", x: "Text" })));
  const code = btoa(String.fromCharCode(...bytes.slice(0, 3000))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return `#card=${code.slice(0, random.next() < 0.1 ? random.below(code.length + 1) : undefined)}`;
}

function takeAddress(random) {
  const { readChoices, writeChoices, readHash, writeHash, readCode, cardOfHash, cardHash } = window.web;
  const choices = readChoices(hashOf(random, CHOICES), MODULES, "2026-03-01");
  assertSound(choices, 600);
  const again = readChoices(writeChoices(choices), MODULES, "2026-05-01");
  if (JSON.stringify(again) !== JSON.stringify(choices)) throw new Error("the address does not say what was chosen");
  const hash = hashOf(random, { problem: "rumours", size: "small" });
  const chosen = readHash(hash, ["problem", "size", "country"]);
  assertSound([chosen, writeHash(chosen)], 12 * hash.length + 100);
  assertSound(readCode(hash), 3 * hash.length + 2);
  const card = cardOfHash(cardOf(random));
  assertSound(card, 3000);
  if (card && !Object.values(card).every((part) => typeof part === "string")) throw new Error("a card is not text");
  const isLong = card !== null && cardHash(card) === null;
  if (card && !isLong && JSON.stringify(cardOfHash(cardHash(card))) !== JSON.stringify(card)) throw new Error("another card");
  return card !== null;
}

function takeMessage(random) {
  const { readSession, readClock, readVotes, readMessage, plannedMinutes, leftIn, showLeft, sharesOf } = window.web;
  const text = (value) => asText(random, withFaults(random, value));
  assertSound(readSession(text(SESSION), PARTS), 2_000_000);
  const clock = readClock(text(CLOCK), [5, 10]);
  if (clock && !/^\d+:\d\d$/.test(showLeft(leftIn(clock, 1000)).replace(/e\+\d+/, ""))) throw new Error("the clock shows no time");
  if (clock) plannedMinutes(clock, 1000);
  const votes = readVotes(text(VOTES));
  assertSound(votes, 200_000);
  for (const share of Object.values(sharesOf(votes, 0))) if (!(share >= 0 && share <= 1)) throw new Error("no share");
  const heard = new Map();
  const message = readMessage(withFaults(random, MESSAGE), { name: "c", from: "me", heard });
  assertSound(message, 2000);
  if (heard.size > 1) throw new Error("one message counts as many");
  return clock !== null || message !== null;
}

window.fuzz = {
  addresses: (first, count) => runAll("address", first, count, takeAddress),
  messages: (first, count) => runAll("message", first, count, takeMessage),
};
