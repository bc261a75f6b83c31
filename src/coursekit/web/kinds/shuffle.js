/** A mixed order that is the same on every visit: it depends on the text given as seed and on nothing else. */
export function shuffled(list, seed) {
  const random = randomFrom(seed);
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
  }
  return mixed;
}

/** FNV-1a to make a number of the text, mulberry32 to go on from there. */
function randomFrom(seed) {
  let state = 2166136261;
  for (const letter of seed) state = Math.imul(state ^ letter.codePointAt(0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
}

/** The list as this question shows it. */
export function inShownOrder(question, list) {
  return question.shuffle ? shuffled(list, question.id) : list;
}
