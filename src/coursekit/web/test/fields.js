import { commonFields } from "../fields.js";
import { TEST_PREFIX } from "./scores.js";

/** `results` are those of this test and of the one it is compared with; `draft` is null before the first answer. */
export function testFields(store, { test, earlier }) {
  const names = [test, earlier].filter(Boolean).map(({ id }) => TEST_PREFIX + id);
  const results = {
    get: () => store.read().attempts.filter(({ question }) => names.includes(question)),
    set: store.addAttempts,
  };
  const id = TEST_PREFIX + test.id;
  const draft = {
    get: () => store.read().workbooks[id] ?? null,
    set: (value) => (value ? store.setWorkbooks({ [id]: value }) : store.eraseWorkbook(id)),
  };
  return { ...commonFields(store), results, draft };
}
