/** What each widget of a page reads from the store and writes to it. */

const noWriting = () => {};

export function commonFields(store) {
  return {
    keep: { get: () => store.read().keep, set: store.setKeep },
    notices: { get: () => store.read().notices, set: noWriting },
  };
}

/** The latest attempt, of whatever revision: the question says itself that it has changed. */
function latestOf(store, id) {
  return store.read().attempts.findLast((attempt) => attempt.question === id) ?? null;
}

export function quizFields(store, { question }) {
  const attempt = {
    get: () => latestOf(store, question.id),
    set: (value) => store.addAttempts([value]),
  };
  return { ...commonFields(store), attempt };
}

/** For a set, `attempts` maps a question's id to its latest attempt. */
export function quizSetFields(store, { questions }) {
  const isNew = (attempt) => attempt && attempt.at !== latestOf(store, attempt.question)?.at;
  const attempts = {
    get: () => Object.fromEntries(questions.map(({ id }) => [id, latestOf(store, id)])),
    set: (value) => store.addAttempts(Object.values(value).filter(isNew)),
  };
  return { ...commonFields(store), attempts };
}

export function pageDoneFields(store, { page }) {
  const visit = {
    get: () => store.read().pages[page] ?? null,
    set: (value) => store.setPage(page, value),
  };
  return { ...commonFields(store), visit };
}

/** `answers` is null before the first word, and set to null it is erased. */
export function workbookFields(store, { task }) {
  const answers = {
    get: () => store.read().workbooks[task.id] ?? null,
    set: (value) => (value ? store.setWorkbooks({ [task.id]: value }) : store.eraseWorkbook(task.id)),
  };
  return { ...commonFields(store), answers };
}

export function myCourseFields(store) {
  return {
    ...commonFields(store),
    attempts: { get: () => store.read().attempts, set: store.addAttempts },
    pages: { get: () => store.read().pages, set: store.addPages },
    workbooks: { get: () => store.read().workbooks, set: store.setWorkbooks },
    name: { get: () => store.read().name, set: store.setName },
    unreadable: { get: () => store.read().unreadable, set: noWriting },
  };
}
