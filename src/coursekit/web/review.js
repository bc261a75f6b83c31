/** Sums over attempts and pages. No clock, no storage: times come in as ISO text. */

const DAY = 24 * 60 * 60 * 1000;
const REVIEW_GAPS = [1, 3, 7, 21];
const URGENCY = ["wrong", "unsure", "due"];
const ENOUGH_FOR_CALIBRATION = 5;
const ENOUGH_FOR_LEVEL = 3;

/** Both lists as one, oldest first; the same answer at the same moment counts once. */
export function mergeAttempts(a, b) {
  const found = new Map();
  for (const attempt of [...a, ...b]) {
    const identity = JSON.stringify([attempt.question, attempt.at, attempt.response]);
    if (!found.has(identity)) found.set(identity, attempt);
  }
  return [...found.values()].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

/** A map from a question's id to its attempts. */
export function groupByQuestion(attempts) {
  const groups = new Map();
  for (const attempt of attempts) {
    if (!groups.has(attempt.question)) groups.set(attempt.question, []);
    groups.get(attempt.question).push(attempt);
  }
  return groups;
}

/** Both sets of pages as one. */
export function mergePages(a, b) {
  const ids = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...ids].map((id) => [id, mergePage(a[id], b[id])]));
}

/** A page done in one of the two is done; it was opened when it was opened first. */
function mergePage(a, b) {
  if (!a || !b) return a ?? b;
  return { ...a, ...b, done: a.done ?? b.done ?? null, opened: earlier(a.opened, b.opened) };
}

function earlier(a, b) {
  if (!a || !b) return a ?? b ?? null;
  return Date.parse(a) <= Date.parse(b) ? a : b;
}

/** The latest attempt of each question; `revisions` says which revision of a question counts. */
export function latest(attempts, revisions) {
  const found = new Map();
  for (const attempt of mergeAttempts(attempts, [])) {
    if (revisions[attempt.question] === attempt.revision) found.set(attempt.question, attempt);
  }
  return [...found.values()];
}

/**
 * When one question comes back. A right answer, given when the question was due, brings it back after
 * 1, 3, 7, then 21 days, and after that it is learned. A wrong answer or a guess sends it back to the
 * start, where it is due at once; a right answer given early changes nothing.
 */
export function schedule(attempts, now) {
  const scored = mergeAttempts(attempts, []).filter((attempt) => attempt.score !== null);
  const state = scored.reduce(nextState, { stage: 0, due: null, reason: null });
  const isDue = state.due !== null && Date.parse(state.due) <= Date.parse(now);
  return { ...state, reason: state.reason ?? (isDue ? "due" : null) };
}

function nextState(state, { score, sure, at }) {
  if (score < 1) return { stage: 0, due: at, reason: "wrong" };
  if (sure === 1) return { stage: 0, due: at, reason: "unsure" };
  const isEarly = state.due !== null && Date.parse(at) < Date.parse(state.due);
  const isLearned = state.stage > REVIEW_GAPS.length;
  if (isEarly || isLearned) return state;
  return { stage: state.stage + 1, due: dayAfter(at, REVIEW_GAPS[state.stage]), reason: null };
}

/** The beginning of a day (UTC), so that what was answered yesterday afternoon is due this morning. */
function dayAfter(at, days) {
  if (days === undefined) return null;
  const midnight = new Date(at).setUTCHours(0, 0, 0, 0);
  return new Date(midnight + days * DAY).toISOString();
}

/** What to review now, most urgent first, and what comes due later, soonest first. */
export function reviewList(catalogue, attempts, now) {
  const graded = questionsIn(catalogue.topics).filter((question) => question.graded);
  const items = graded.map((question) => ({ question, ...schedule(attemptsAt(question, attempts), now) }));
  const byDue = (a, b) => Date.parse(a.due) - Date.parse(b.due);
  const byUrgency = (a, b) => URGENCY.indexOf(a.reason) - URGENCY.indexOf(b.reason) || byDue(a, b);
  return {
    now: items.filter((item) => item.reason !== null).sort(byUrgency),
    later: items.filter((item) => item.reason === null && item.due !== null).sort(byDue),
  };
}

/** The questions of these topics, each once, although a page may repeat a question of another. */
export function questionsIn(topics) {
  const pages = topics.flatMap((topic) => topic.pages);
  const found = new Map();
  for (const question of pages.flatMap((page) => page.questions)) {
    if (!found.has(question.id)) found.set(question.id, question);
  }
  return [...found.values()];
}

function attemptsAt({ id, revision }, attempts) {
  return attempts.filter((attempt) => attempt.question === id && attempt.revision === revision);
}

/** The latest attempt at each of these questions. */
export function latestAt(questions, attempts) {
  return latest(attempts, Object.fromEntries(questions.map(({ id, revision }) => [id, revision])));
}

/** For each objective that has graded questions: how many, how many answered, how many right. */
export function byObjective(catalogue, attempts) {
  return catalogue.topics.flatMap((topic) => {
    const graded = questionsIn([topic]).filter((question) => question.graded);
    const scores = topic.objectives.map(({ id, text }) => {
      const questions = graded.filter((question) => question.objective === id);
      const answers = latestAt(questions, attempts);
      const right = answers.filter((attempt) => attempt.score === 1).length;
      return { topic: topic.id, id, text, questions: questions.length, answered: answers.length, right };
    });
    return scores.filter((score) => score.questions > 0);
  });
}

/** How often each "how sure" was right. Only the first answer counts: later ones have seen the feedback. */
export function calibration(attempts) {
  const answers = firstAttempts(attempts).filter(({ sure, score }) => sure && score !== null);
  if (answers.length < ENOUGH_FOR_CALIBRATION) return { answers: answers.length, levels: [], verdict: null };
  const levels = [1, 2, 3].map((sure) => {
    const given = answers.filter((attempt) => attempt.sure === sure);
    return { sure, answers: given.length, right: given.filter((attempt) => attempt.score === 1).length };
  });
  return { answers: answers.length, levels, verdict: verdictOn(levels) };
}

function firstAttempts(attempts) {
  const found = new Map();
  for (const attempt of mergeAttempts(attempts, [])) {
    const identity = JSON.stringify([attempt.question, attempt.revision]);
    if (!found.has(identity)) found.set(identity, attempt);
  }
  return [...found.values()];
}

/** "over" trusts itself too much, "under" too little; null: no level has enough answers to tell. */
function verdictOn(levels) {
  const [guess, fairly, sure] = levels.map(({ answers, right }) => (answers >= ENOUGH_FOR_LEVEL ? right / answers : null));
  if ((sure !== null && sure < 0.8) || (fairly !== null && fairly < 0.5)) return "over";
  if (guess !== null && guess >= 0.7) return "under";
  return guess === null && fairly === null && sure === null ? null : "fits";
}

/** Minutes done and left, of the course and of each topic. */
export function minutes(catalogue, pages) {
  const topics = catalogue.topics.map((topic) => {
    const done = sumMinutes(topic.pages.filter((page) => isDone(page, pages)));
    return { id: topic.id, done, left: sumMinutes(topic.pages) - done };
  });
  const sum = (key) => topics.reduce((total, topic) => total + topic[key], 0);
  return { done: sum("done"), left: sum("left"), topics };
}

function sumMinutes(pages) {
  return pages.reduce((total, page) => total + page.minutes, 0);
}

export function isDone(page, pages) {
  return Boolean(pages[page.id]?.done);
}

/** The first page not done, in the order of the course; null when all are. */
export function nextPage(catalogue, pages) {
  return catalogue.topics.flatMap((topic) => topic.pages).find((page) => !isDone(page, pages)) ?? null;
}
