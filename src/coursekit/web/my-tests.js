import { fill, h } from "./dom.js";
import { drawSection, showDay } from "./my-parts.js";
import { drawGain, drawObjectives, sayPassed, sayScore } from "./test/result.js";
import { pairOf, resultsOf, summarise } from "./test/scores.js";

/** What the tests of the course have shown so far; nothing before the first of them. */
export function drawTests({ catalogue, labels, attempts }) {
  const tests = catalogue.tests ?? [];
  const taken = tests.map((test) => ({ test, results: resultsOf(test, attempts) })).filter(({ results }) => results.length > 0);
  if (taken.length === 0) return "";
  return drawSection(labels.myTests, taken.map(({ test, results }) => drawTaken(tests, test, results, attempts, labels)));
}

function drawTaken(tests, test, results, attempts, labels) {
  const title = h("h3", {}, h("a", { href: test.url }, test.title));
  const earlier = tests.find(({ id }) => id === test.after);
  const pair = earlier && pairOf(earlier, test, attempts);
  if (pair) return h("div", {}, title, sayResult(test, pair.after, labels.myTestTaken, labels), drawGain(earlier, test, pair, labels));
  if (test.forms) return h("div", {}, title, drawFirst(test, results[0], labels));
  return h("div", {}, title, drawBestAndLast(test, results, labels));
}

function sayResult(test, { at, scores }, text, labels) {
  const sums = summarise(test, scores);
  return h("p", {}, fill(text, { date: showDay(at), score: sayScore(sums, labels) }), " ", sayPassed(test, sums.share, labels));
}

function drawFirst(test, result, labels) {
  const sums = summarise(test, result.scores);
  return [sayResult(test, result, labels.myTestTaken, labels), drawObjectives(sums, labels)].flat();
}

function drawBestAndLast(test, results, labels) {
  const shareOf = ({ scores }) => summarise(test, scores).share;
  const best = results.reduce((top, result) => (shareOf(result) > shareOf(top) ? result : top));
  const last = results.at(-1);
  return [sayResult(test, best, labels.myTestBest, labels), best !== last && sayResult(test, last, labels.myTestLatest, labels)];
}
