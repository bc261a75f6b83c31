import { choiceKind, chosenOption } from "./choice.js";
import { unscored } from "./score.js";

/** Looks like a choice, but nothing is right or wrong. */
export const opinionKind = {
  ...choiceKind,
  task: "taskOpinion",

  grade(question, response) {
    const { id, says } = chosenOption(question, response);
    return unscored([{ for: id, right: null, text: says }]);
  },
};
