import { mergeAttempts } from "../review.js";
import { pairOf, resultsOf } from "./scores.js";

/** From saved copies to people. Names of files are told where one is left out, and kept nowhere. */

/**
 * `files` are {name, copy}, a copy as `readExport` reads it. Files that begin with the same result are of one
 * person. Returns the pairs of results, how many people lack one of the two, and what to say about which file.
 */
export function gatherPeople(earlier, test, files) {
  const [people, told] = [new Map(), []];
  for (const { name, copy } of files) {
    told.push(...copy.left.map(({ why, n }) => ({ name, why, n })));
    const key = identityOf(earlier, test, copy.attempts);
    if (!key && copy.left.length === 0) told.push({ name, why: "groupNoTests", n: 1 });
    if (!key) continue;
    if (people.has(key)) told.push({ name, why: "groupTwice", n: 1 });
    people.set(key, mergeAttempts(people.get(key) ?? [], copy.attempts));
  }
  const pairs = [...people.values()].map((attempts) => pairOf(earlier, test, attempts)).filter(Boolean);
  return { pairs, without: people.size - pairs.length, told };
}

/** A time to the millisecond with the result of that moment is as good as a name, and says nothing about anybody. */
function identityOf(earlier, test, attempts) {
  const first = resultsOf(earlier, attempts)[0] ?? resultsOf(test, attempts)[0];
  return first ? JSON.stringify([first.at, Object.entries(first.response).sort()]) : null;
}
