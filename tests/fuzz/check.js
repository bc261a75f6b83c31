/** What must be true after every file: no prototype changed, nothing grew out of what came in. */

const BEFORE = [Object, Array, String, Function].map(({ prototype }) => [prototype, Reflect.ownKeys(prototype).length]);

function assertSound(result, allowed) {
  for (const [prototype, count] of BEFORE) {
    if (Reflect.ownKeys(prototype).length !== count) throw new Error("a prototype was changed");
  }
  assertPlain(result);
  const size = JSON.stringify(result ?? null).length;
  if (size > allowed) throw new Error(`what came out is too large: ${size} of ${allowed}`);
}

function assertPlain(start) {
  const waiting = [start];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== "object" || value === null || value instanceof Uint8Array) continue;
    if (value instanceof Map) {
      waiting.push(...value.values());
      continue;
    }
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== Array.prototype) throw new Error("an object got another prototype");
    waiting.push(...Object.values(value));
  }
}

/**
 * Runs one step for each seed: {faults, taken}, what went wrong with the seed that shows it again, and how many
 * files were good for something. A fuzz of which nothing is taken in would test the refusal alone.
 */
async function runAll(name, first, count, step) {
  const faults = [];
  let taken = 0;
  for (let seed = first; seed < first + count && faults.length < 5; seed += 1) {
    const start = performance.now();
    try {
      if (await step(seeded(seed))) taken += 1;
    } catch (error) {
      faults.push(`${name} ${seed}: ${error.message} ${error.stack?.split("\n").slice(1, 4).join(" ")}`);
    }
    const took = performance.now() - start;
    if (took > 5000) faults.push(`${name} ${seed}: took ${Math.round(took)} ms`);
  }
  return { faults, taken };
}
