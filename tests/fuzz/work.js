/** Work on exercises, as a file or out of storage: read, merged, shown in the page, written as documents. */

function soundWork({ task, model }) {
  const fields = Object.fromEntries(Object.entries(model));
  return { v: 1, task: task.id, revision: task.revision, at: "2026-03-01T10:00:00Z", fields, rubric: {} };
}

const TEXTS_ALONE = ["text", "long-text", "number", "date"];

/** A text is a text, and nothing taken from a file has the name of a prototype, however deep. */
function assertShapes(fields, answers) {
  for (const { id, kind } of fields) {
    const isText = ["string", "undefined"].includes(typeof answers[id]) || answers[id] === null;
    if (TEXTS_ALONE.includes(kind) && !isText) throw new Error(`${id} is no text`);
  }
  if (places(answers).some(([, key]) => key === "__proto__")) throw new Error("a name that no field has");
}

async function takeFile(random) {
  const { restoreAnswers, mergeAnswers, settleConflict, blocksOf, toMarkdown, toDocx } = window.web;
  const one = random.of(window.tasks);
  const { task } = one;
  const sound = soundWork(one);
  const file = asText(random, withFaults(random, sound));
  const text = random.next() < 0.5 ? file : `# A\n\n\`\`\`coursekit\n${file}\n\`\`\`\n`;
  const found = await restoreAnswers(new TextEncoder().encode(text), task);
  assertSound(found, 4 * text.length + 2000);
  if ((found.answers === null) === (found.problem === null)) throw new Error("neither answers nor a problem");
  if (found.problem !== null && !Object.hasOwn(window.labels, found.problem)) throw new Error(`no words for ${found.problem}`);
  if (!found.answers) return false;
  const fields = task.steps.flatMap((step) => step.fields);
  assertShapes(fields, found.answers.fields);
  const merged = mergeAnswers(sound, found.answers, fields);
  assertSound(merged, 12 * text.length + 20_000);
  for (const conflict of merged.conflicts.slice(0, 3)) {
    const field = fields.find(({ id }) => id === conflict.field);
    assertSound(settleConflict({ ...sound, ...merged }, field, conflict, "theirs"), 12 * text.length + 20_000);
  }
  const blocks = blocksOf(task, found.answers, window.labels);
  toMarkdown(blocks, found.answers);
  if (random.next() < 0.1) toDocx(blocks, { title: task.title, lang: "en", answers: found.answers });
  return Object.keys(found.answers.fields).length > 0;
}

/** Storage is believed less than a file: what is there goes into the fields as it is. */
async function takeStored(random) {
  const { readWorkbook, renderWorkbook } = window.web;
  const one = random.of(window.tasks);
  const { workbook } = readWorkbook(asText(random, withFaults(random, soundWork(one))));
  if (!workbook) return false;
  const values = { ...one, labels: window.labels, lang: "en", keep: "yes", notices: [], answers: workbook };
  const model = { get: (name) => values[name], set: (name, value) => (values[name] = value), on() {}, off() {}, save_changes() {} };
  const el = document.createElement("div");
  document.body.append(el);
  const stop = renderWorkbook({ model, el, getDocx: async () => null, getIcs: async () => null });
  const strange = el.querySelectorAll("script, iframe, object, [onerror], [onload], img[src='x']");
  stop?.();
  el.remove();
  if (strange.length > 0) throw new Error(`an element got in: ${strange[0].outerHTML.slice(0, 80)}`);
  if (window.isOwned) throw new Error("a script ran");
  assertSound(values.answers, 1_000_000);
  return true;
}

window.fuzz = {
  files: (first, count) => runAll("file", first, count, takeFile),
  stored: (first, count) => runAll("stored", first, count, takeStored),
};
