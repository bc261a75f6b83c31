import { shuffled } from "../kinds/shuffle.js";
import { seedOf } from "../group/deal.js";

/** Which questions of a bank a drawing has. The same bank and seed draw the same again. */

/**
 * `items` maps the id of a question to `<topic>.<objective>`. Topics take turns, and within a topic its
 * objectives do, so that a drawing is spread evenly over both. In the order of the bank.
 */
export function drawFromBank(items, count, seed) {
  const mixed = shuffled(Object.keys(items), seedOf(seed));
  const topics = groupsBy(mixed, (id) => items[id].split(".")[0]);
  const ordered = inTurn(topics.map((ids) => inTurn(groupsBy(ids, (id) => items[id]))));
  const drawn = new Set(ordered.slice(0, count));
  return Object.keys(items).filter((id) => drawn.has(id));
}

function groupsBy(list, keyOf) {
  const groups = new Map();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
}

/** The first of each list, then the second of each, and so on. */
function inTurn(lists) {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const rounds = Array.from({ length: longest }, (_, place) => place);
  return rounds.flatMap((place) => lists.filter((list) => place < list.length).map((list) => list[place]));
}

/** The place of the form for this time: the same as before, or one that was not used in the test to compare with. */
export function chooseForm(count, ownForm, earlierForm, chance) {
  if (ownForm >= 0) return ownForm;
  const free = Array.from({ length: count }, (_, place) => place).filter((place) => place !== earlierForm);
  return free[Math.floor(chance * free.length)];
}
