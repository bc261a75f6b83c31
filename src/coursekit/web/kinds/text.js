import { h } from "../dom.js";
import { distance, fold } from "../fold.js";
import { drawField } from "./options.js";

/** A slip of the fingers in a longer word. Another digit is another fact, so digits must agree. */
function isMisspelt(expected, given) {
  const allowed = expected.length > 9 ? 2 : expected.length > 4 ? 1 : 0;
  return digitsOf(expected) === digitsOf(given) && distance(expected, given) <= allowed;
}

function digitsOf(text) {
  return text.replace(/\D/g, "");
}

/** What to tell about something typed; a gap is judged the same way. */
export function judgeText({ accept, near = [], says }, typed) {
  const given = fold(typed);
  const expected = accept.map(fold);
  const close = near.find((one) => fold(one.text) === given);
  if (expected.includes(given)) return { outcome: "right", text: says.right };
  if (close) return { outcome: "nearly", text: close.says };
  if (expected.some((one) => isMisspelt(one, given))) return { outcome: "nearly", text: null, spelling: true };
  return { outcome: "wrong", text: says.wrong };
}

export const textKind = {
  task: "taskText",

  blank: (question, response) => typeof response !== "string" || fold(response) === "",

  grade(question, response) {
    const { outcome, ...say } = judgeText(question, response);
    const right = outcome === "right";
    return { score: right ? 1 : 0, outcome, says: [{ for: null, right, ...say }] };
  },

  input(question, start, labels) {
    const field = drawField(start ?? "", {});
    const el = h("label", { class: "field" }, h("span", { class: "name" }, labels.yourAnswer), field);
    return { el, read: () => field.value };
  },

  answer: (question) => [question.accept[0]],
};
