/** Files that somebody may have made: sound ones with faults put in, always the same for the same seed. */

const MARKUP = ["<img src=x onerror=owned()>", "<script>owned()</script>", "\"><svg onload=owned()>", "javascript:owned()"];
const NAMES = ["@@proto", "constructor", "prototype", "toString", "hasOwnProperty", "length", "", "a.b", "0", "x".repeat(300)];
const TEXTS = [...MARKUP, ...NAMES, "\ud800", "\u0000", "\u202e", "=1+1", "9".repeat(400), "2026-02-31T25:61:61Z", "{n}"];
const NUMBERS = [-1, 0, 0.5, 1, 2, 3, 4, 1e21, -1e308, Number.MAX_SAFE_INTEGER];
const TIMES = ["2026-03-01T10:00:00Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z", "2026-13-01T00:00:00Z"];

function seeded(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return { next, below, of: (list) => list[below(list.length)] };
}

/** Any value, seldom a large or deep one. */
function anyValue(random, depth = 3) {
  const kind = random.below(depth > 0 ? 12 : 7);
  if (kind < 3) return random.of(TEXTS);
  if (kind === 3) return random.of(NUMBERS);
  if (kind === 4) return random.of([true, false, null]);
  if (kind === 5) return random.of(TIMES);
  if (kind === 6) return random.next() < 0.03 ? "x".repeat(40_000) : "";
  if (kind === 7 && random.next() < 0.1) return nested(random.below(3000));
  const size = random.below(4);
  if (kind < 10) return Array.from({ length: size }, () => anyValue(random, depth - 1));
  return Object.fromEntries(Array.from({ length: size }, () => [random.of(TEXTS), anyValue(random, depth - 1)]));
}

function nested(depth) {
  let value = 1;
  for (let n = 0; n < depth; n += 1) value = n % 2 ? [value] : { a: value };
  return value;
}

function places(value, found = []) {
  if (typeof value !== "object" || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push([value, key]);
    places(value[key], found);
  }
  return found;
}

/** A copy with up to four faults. */
function withFaults(random, sound) {
  const copy = structuredClone(sound);
  for (let n = random.below(5); n > 0; n -= 1) {
    const all = places(copy);
    if (all.length === 0) break;
    const [owner, key] = random.of(all);
    const step = random.below(10);
    if (step < 5) owner[key] = anyValue(random);
    else if (step < 7 && !Array.isArray(owner)) delete owner[key];
    else if (Array.isArray(owner)) owner.push(structuredClone(owner[key]), anyValue(random));
    else owner[random.of(TEXTS)] = structuredClone(random.next() < 0.5 ? owner[key] : anyValue(random));
  }
  return copy;
}

/** As text, in which `__proto__` is a name like any other; some are cut off or have other letters. */
function asText(random, value) {
  const text = JSON.stringify(value).replaceAll("@@proto", "__proto__");
  const step = random.below(20);
  if (step === 0) return text.slice(0, random.below(text.length));
  if (step > 2) return text;
  const at = random.below(text.length);
  return text.slice(0, at) + random.of([...'{}[]",:0 \\', "null", "\u0000"]) + text.slice(at + random.below(3));
}
