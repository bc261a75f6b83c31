import { knownRatings } from "../judge.js";
import { asMapping, drawGroup } from "../parts.js";
import { drawRatings, ratingsTable } from "../ratings.js";

export const ratingField = {
  draw(field, answer, { labels }) {
    const ratings = drawRatings(field.criteria, answer, labels);
    return { el: drawGroup(field, ratings.el), read: ratings.read };
  },

  isEmpty: (answer) => Object.keys(asMapping(answer)).length === 0,

  blocks(field, answer, labels) {
    const isBlank = Object.keys(knownRatings(field.criteria, answer)).length === 0;
    return isBlank ? [] : [ratingsTable(field.criteria, answer, labels)];
  },
};
