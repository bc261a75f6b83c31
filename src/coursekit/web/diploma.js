import { latest } from "./review.js";
import { isPassed, resultsOf, summarise } from "./test/scores.js";
import { judgeRatings, knownRatings } from "./workbook/judge.js";

/** How far a learner is with what the certificate asks for. Pure: no clock, no storage. */

/**
 * The conditions that can be seen on a device, each {name, isMet, n, m, open}: `n` of `m` are done, and `open`
 * holds what is left to do, as {title, url}. A condition that asks for nothing is left out.
 */
export function conditionsOf(catalogue, { attempts, pages, workbooks }) {
  const { diploma } = catalogue;
  const found = [
    pagesCondition(diploma, catalogue, pages),
    quizzesCondition(diploma, attempts),
    testCondition(diploma, catalogue, attempts),
    exercisesCondition(diploma, workbooks),
    capstoneCondition(diploma, workbooks),
  ];
  return found.filter(Boolean);
}

function pagesCondition({ pages: { share, ids } }, { topics }, visits) {
  const known = topics.flatMap((topic) => topic.pages).filter(({ id }) => ids.includes(id));
  const open = known.filter(({ id }) => !visits[id]?.opened && !visits[id]?.done);
  const n = known.length - open.length;
  if (known.length === 0) return null;
  return { name: "pages", isMet: n * 100 >= share * known.length - 1e-9, n, m: known.length, open: open.map(asLink) };
}

function asLink({ title, url }) {
  return { title, url };
}

function quizzesCondition({ quizzes: { sets, pass } }, attempts) {
  if (sets.length === 0) return null;
  const open = sets.filter((quiz) => !isQuizPassed(quiz, attempts, pass));
  return { name: "quizzes", isMet: open.length === 0, n: sets.length - open.length, m: sets.length, open: open.map(asLink) };
}

/** The latest answer to each question counts; what is not answered is not right. */
export function isQuizPassed({ questions }, attempts, pass) {
  const right = latest(attempts, questions).filter(({ score }) => score === 1).length;
  return right * 100 >= pass * Object.keys(questions).length - 1e-9;
}

/** The best result counts: one may try as often as one likes. */
function testCondition({ test: name }, { tests = [] }, attempts) {
  const test = tests.find(({ id }) => id === name);
  if (!test) return null;
  const isMet = resultsOf(test, attempts).some(({ scores }) => isPassed(test, summarise(test, scores).share));
  return { name: "test", isMet, n: isMet ? 1 : 0, m: 1, open: isMet ? [] : [asLink(test)] };
}

/** Every exercise is rated as a whole, and the mean of their averages is high enough. */
function exercisesCondition({ exercises: { tasks, average } }, workbooks) {
  if (tasks.length === 0) return null;
  const rated = tasks.filter((task) => judgeTask(task, workbooks).passed !== null);
  const mean = meanOf(rated.map((task) => averageOf(task, workbooks)));
  const isWhole = rated.length === tasks.length;
  const open = isWhole ? tasks.filter((task) => averageOf(task, workbooks) < average) : tasks.filter((task) => !rated.includes(task));
  const isMet = isWhole && mean >= average - 1e-9;
  return { name: "exercises", isMet, n: rated.length, m: tasks.length, mean: rated.length > 0 ? Math.floor(mean * 10 + 1e-9) / 10 : null, open: isMet ? [] : open.map(asLink) };
}

function judgeTask({ id, rubric, points }, workbooks) {
  return judgeRatings(rubric, workbooks[id]?.rubric, points);
}

function averageOf({ id, rubric }, workbooks) {
  return meanOf(Object.values(knownRatings(rubric, workbooks[id]?.rubric)));
}

function meanOf(values) {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}

function capstoneCondition({ capstone }, workbooks) {
  if (!capstone) return null;
  const { reached, passed, distinguished } = judgeTask(capstone, workbooks);
  const isMet = passed === true;
  return { name: "capstone", isMet, n: isMet ? 1 : 0, m: 1, reached: passed === null ? null : reached, distinguished: distinguished === true, open: isMet ? [] : [asLink(capstone)] };
}
