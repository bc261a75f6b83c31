import { TEST_PREFIX } from "./scores.js";

/** Answers half-way. They are stored like work on an exercise, so that they are kept, moved and erased with it. */

const DRAFT_AFTER = 250;
const DRAWING = "drawing";

/** {drawing, answers} of an earlier visit, or null; once the test is finished, an older draft is over. */
export function readDraft(draft, results) {
  const fields = draft?.fields;
  if (typeof fields !== "object" || fields === null || typeof fields[DRAWING] !== "string") return null;
  const isOver = results.some(({ at }) => Date.parse(at) >= Date.parse(draft.at));
  return isOver ? null : { drawing: fields[DRAWING], answers: new Map(Object.entries(fields)) };
}

/** Writes when typing rests; `stop` forgets what is not written yet. */
export function draftWriter(model, test) {
  const writer = { timer: null };
  const write = (drawing, items) => {
    const answers = items.map((item) => [item.question.id, item.read()]).filter(([, answer]) => answer !== null);
    const fields = { [DRAWING]: drawing, ...Object.fromEntries(answers) };
    const at = new Date().toISOString();
    setDraft(model, { v: 1, task: TEST_PREFIX + test.id, revision: 1, fields, at });
  };
  return {
    later(drawing, items) {
      clearTimeout(writer.timer);
      writer.timer = setTimeout(() => write(drawing, items), DRAFT_AFTER);
    },
    stop: () => clearTimeout(writer.timer),
  };
}

export function setDraft(model, draft) {
  model.set("draft", draft);
  model.save_changes();
}
