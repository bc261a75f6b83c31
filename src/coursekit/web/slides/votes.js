/** Hands that were counted: one or two rounds, each `{choice: count}`. Pure values, no page. */

const MOST = 9999;
const ROUNDS = 2;

export function newVotes() {
  return { isOpen: true, rounds: [{}] };
}

export function startAgain() {
  return newVotes();
}

export function closeVote(votes) {
  return { ...votes, isOpen: false };
}

/** One more round; the first one stays for the comparison, and a third takes the place of the second. */
export function openVote({ rounds }) {
  return { isOpen: true, rounds: [...rounds.slice(0, ROUNDS - 1), {}] };
}

export function countsOf({ rounds }, round) {
  return rounds[round] ?? {};
}

/** `{choice: share}`, each 0 to 1; nothing where no hand was up. */
export function sharesOf(votes, round) {
  const counts = countsOf(votes, round);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (total === 0) return {};
  return Object.fromEntries(Object.entries(counts).map(([choice, count]) => [choice, count / total]));
}

/** What was kept in the tab, or a new vote where that is not what we wrote. */
export function readVotes(text) {
  try {
    const { isOpen, rounds } = JSON.parse(text);
    const isSound = typeof isOpen === "boolean" && Array.isArray(rounds) && rounds.length >= 1 && rounds.length <= ROUNDS;
    return isSound && rounds.every(isRound) ? { isOpen, rounds } : newVotes();
  } catch {
    return newVotes();
  }
}

function isRound(round) {
  if (typeof round !== "object" || round === null || Array.isArray(round)) return false;
  return Object.values(round).every((count) => Number.isInteger(count) && count >= 0 && count <= MOST);
}
