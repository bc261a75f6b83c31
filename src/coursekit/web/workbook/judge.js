import { asMapping } from "./parts.js";

/** What ratings of 0 to 3 come to: their average, or points where the rubric has them. Pure. */

/** The scale every rubric of the course uses. */
export const SCALE = [0, 1, 2, 3];
const HIGHEST = 3;
const NEEDED_AVERAGE = 2;

/** The ratings of criteria there are, and only steps of the scale. */
export function knownRatings(criteria, answer) {
  const given = asMapping(answer);
  const rated = criteria.filter(({ id }) => Object.hasOwn(given, id) && SCALE.includes(given[id]));
  return Object.fromEntries(rated.map(({ id }) => [id, given[id]]));
}

/**
 * Passed with an average of 2, or with `points.pass` points, and no 0 at a star. `passed` and `distinguished`
 * are null as long as something is not rated.
 */
export function judgeRatings(criteria, answer, points = null) {
  const ratings = knownRatings(criteria, answer);
  const values = Object.values(ratings);
  const starsAtZero = criteria.filter(({ id, star }) => star && ratings[id] === 0).map(({ text }) => text);
  const isWhole = values.length === criteria.length && values.length > 0;
  const reaches = (limit) => (isWhole ? starsAtZero.length === 0 && hasReached(criteria, ratings, points, limit) : null);
  return {
    n: values.length,
    average: toTenth(sumOfRatings(values) / Math.max(values.length, 1)),
    reached: points && toTenth(thirdsOf(criteria, ratings) / HIGHEST),
    starsAtZero,
    passed: reaches("pass"),
    distinguished: points?.distinction ? reaches("distinction") : null,
  };
}

/** Compared in whole thirds of a point, so that nothing is lost or won by rounding. */
function hasReached(criteria, ratings, points, limit) {
  if (points) return thirdsOf(criteria, ratings) >= points[limit] * HIGHEST;
  return sumOfRatings(Object.values(ratings)) >= NEEDED_AVERAGE * criteria.length;
}

/** A 3 gives all the points of a line, 2 two thirds of them, 1 one third. */
function thirdsOf(criteria, ratings) {
  return sumOfRatings(criteria.map(({ id, points }) => (ratings[id] ?? 0) * (points ?? 0)));
}

/** The points of one line, with one decimal. */
export function pointsOf({ points }, rating) {
  return toTenth((rating * points) / HIGHEST);
}

function sumOfRatings(values) {
  return values.reduce((sum, value) => sum + value, 0);
}

function toTenth(number) {
  return Math.round(number * 10) / 10;
}
