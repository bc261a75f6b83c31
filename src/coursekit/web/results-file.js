import { TEST_PREFIX } from "./test/scores.js";

/** What a trainer needs to see how far somebody is: scores and ratings, nothing that was answered or written. Pure. */

export function resultsFor({ diploma, tests = [] }, { attempts, pages, workbooks }) {
  const asked = new Set(diploma.quizzes.sets.flatMap(({ questions }) => Object.keys(questions)));
  const taken = new Set(tests.map(({ id }) => TEST_PREFIX + id));
  const tasks = [...diploma.exercises.tasks, ...(diploma.capstone ? [diploma.capstone] : [])].map(({ id }) => id);
  return {
    attempts: [
      ...attempts.filter(({ question }) => asked.has(question)).map(withoutAnswer),
      ...attempts.filter(({ question }) => taken.has(question)),
    ],
    pages: only(pages, diploma.pages.ids, (page) => page),
    workbooks: only(workbooks, tasks, withoutWords),
  };
}

function withoutAnswer({ v, question, revision, score, at }) {
  return { v, question, revision, response: [], score, at };
}

function withoutWords({ v, task, revision, rubric, at }) {
  return { v, task, revision, fields: {}, rubric, at };
}

function only(mapping, ids, change) {
  const known = ids.filter((id) => Object.hasOwn(mapping, id));
  return Object.fromEntries(known.map((id) => [id, change(mapping[id])]));
}
