/** Saved copies of progress and what stands in storage: read, merged, added up, written again. */

const SOUND = {
  coursekit: "progress",
  v: 1,
  at: "2026-03-01T10:00:00Z",
  attempts: [
    { v: 1, question: "a.one", revision: 1, response: ["x"], score: 1, sure: 3, hints: 0, at: "2026-03-01T10:00:00Z" },
    { v: 1, question: "a.one", revision: 1, response: { x: "y" }, score: 0.5, sure: 1, hints: 1, at: "2026-03-02T10:00:00Z" },
    { v: 1, question: "test.before", revision: 1, response: { "a.one": "1", "a.two": "0.5" }, score: 0.75, at: "2026-03-01T11:00:00Z" },
    { v: 1, question: "test.after", revision: 1, response: { "a.three": "1", "a.four": "0" }, score: 0.5, at: "2026-03-03T11:00:00Z" },
  ],
  pages: { "modules/a/lecture": { v: 1, done: "2026-03-01T10:00:00Z", opened: "2026-03-01T09:00:00Z" } },
  workbooks: {
    "a.individual": { v: 1, task: "a.individual", revision: 1, fields: { text: "x", rows: [{ a: "b" }] }, rubric: { r: 2 }, at: "2026-03-01T10:00:00Z" },
    "test.before": { v: 1, task: "test.before", revision: 1, fields: { drawing: "7", "a.one": ["x"] }, at: "2026-03-01T10:00:00Z" },
  },
  unreadable: {},
};
const TEST = { id: "before", items: { "a.one": "o", "a.two": "o" }, forms: [["a.one", "a.two"], ["a.three", "a.four"]], objectives: { o: "Read" }, pass: 60 };
const AFTER = { ...TEST, id: "after", after: "before", items: { "a.three": "o", "a.four": "o" } };
const CATALOGUE = {
  topics: [{ id: "a", title: "A", objectives: [{ id: "o", text: "Read" }], pages: [
    { id: "modules/a/lecture", minutes: 10, questions: [{ id: "a.one", revision: 1, graded: true, objective: "o" }] },
  ] }],
};

function storageOf(items) {
  const kept = new Map(Object.entries(items));
  return {
    get length() { return kept.size; },
    key: (place) => [...kept.keys()][place],
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
}

function addUp({ attempts, pages }) {
  const { reviewList, byObjective, calibration, minutes, nextPage } = window.web;
  const now = "2026-04-01T10:00:00Z";
  return [reviewList(CATALOGUE, attempts, now), byObjective(CATALOGUE, attempts), calibration(attempts), minutes(CATALOGUE, pages), nextPage(CATALOGUE, pages)];
}

function takeCopy(random) {
  const { readExport, writeExport, mergeAttempts, mergePages, mergeWorkbooks } = window.web;
  const text = asText(random, withFaults(random, SOUND));
  const copy = readExport(text);
  const allowed = 3 * text.length + 2000;
  assertSound(copy, allowed);
  addUp(copy);
  const pages = mergePages(SOUND.pages, copy.pages);
  const work = mergeWorkbooks(SOUND.workbooks, copy.workbooks);
  assertSound([mergeAttempts(SOUND.attempts, copy.attempts), pages, work], allowed + 4000);
  if (mergeWorkbooks(work.workbooks, copy.workbooks).came !== 0) throw new Error("the same file brings news twice");
  const again = readExport(writeExport({ ...copy, unreadable: {} }, SOUND.at));
  if (JSON.stringify(again) !== JSON.stringify({ ...copy, left: again.left })) throw new Error("written again it is another file");
  if (again.left.length > 0) throw new Error("what was taken in cannot be brought back");
  return copy.attempts.length > 0;
}

function takeGroup(random) {
  const { readExport, gatherPeople, groupFigures, figuresAsCsv, readDraft, resultsOf } = window.web;
  const files = Array.from({ length: 12 }, (_, n) => {
    const mine = structuredClone(SOUND);
    mine.attempts[2].at = `2026-03-01T11:00:${10 + n}Z`;
    return { name: random.of(TEXTS), copy: readExport(asText(random, withFaults(random, mine))) };
  });
  const { pairs, told } = gatherPeople(TEST, AFTER, files);
  const figures = groupFigures(TEST, AFTER, pairs);
  assertSound([figures, told], 20_000);
  const lines = figuresAsCsv(figures, { what: "what", n: "n", before: "b", after: "a", gain: "g", whole: "all", hidden: "-" });
  if (/NaN|undefined|Infinity/.test(lines.replace(/^.*\r\n/, ""))) throw new Error(lines);
  for (const { copy } of files) readDraft(copy.workbooks["test.before"] ?? null, resultsOf(TEST, copy.attempts));
  return pairs.length > 0;
}

function takeStorage(random) {
  const { openStore } = window.web;
  const { attempts, pages, workbooks } = SOUND;
  const faulty = (value) => asText(random, withFaults(random, { value })).replace(/^\{"value":/, "").replace(/\}$/, "");
  const storage = storageOf({
    "coursekit/1/keep": random.next() < 0.8 ? "yes" : random.of(TEXTS),
    "coursekit/1/q/a.one": faulty(attempts),
    "coursekit/1/p/modules/a/lecture": faulty(pages["modules/a/lecture"]),
    "coursekit/1/w/a.individual": faulty(workbooks["a.individual"]),
    [`coursekit/1/${random.of(["q/", "p/", "w/", "z/", ""])}${random.of(["__proto__", ...TEXTS])}`]: faulty(attempts),
    "another/program": "stays",
  });
  const store = openStore(storage);
  assertSound(store.read(), 500_000);
  const { attempts: found, workbooks: work } = store.read();
  const isTaken = found.length > 0 || Object.keys(work).length > 0;
  addUp(store.read());
  store.addAttempts(attempts);
  store.setPage("modules/a/lecture", pages["modules/a/lecture"]);
  store.setWorkbooks(workbooks);
  store.follow();
  assertSound(store.read(), 500_000);
  store.setKeep("unknown");
  if (storage.length !== 1) throw new Error("erasing leaves something, or takes what is not ours");
  return isTaken;
}

window.fuzz = {
  copies: (first, count) => runAll("copy", first, count, takeCopy),
  groups: (first, count) => runAll("group", first, count, takeGroup),
  storage: (first, count) => runAll("storage", first, count, takeStorage),
};
