import { fill, h } from "./dom.js";
import { showDay } from "./my-parts.js";
import { groupByQuestion, questionsIn } from "./review.js";
import { TEST_PREFIX } from "./test/scores.js";
import { ATTEMPTS_PREFIX, KEEP_KEY, NAME_KEY, PAGES_PREFIX, WORKBOOKS_PREFIX } from "./stored.js";

/**
 * Every item kept on this device, in plain words: what it is, when it was written, under which name. In
 * JupyterLab, where all of it is in one `file`, the file is named once.
 */
export function drawKeptItems(model) {
  const labels = model.get("labels");
  const items = model.get("keep") === "yes" ? listItems(model, labels) : [];
  const summary = h("summary", {}, fill(labels.myItems, { n: items.length }));
  const file = model.get("file");
  const about = file ? fill(labels.myItemsFile, { file }) : labels.myItemsAbout;
  const list = h("ul", { class: "kept-items" }, items.map((item) => drawKeptItem(item, !file)));
  return h("details", { hidden: items.length === 0 }, summary, h("p", { class: "small" }, about), list);
}

function drawKeptItem({ key, text, when }, hasKey) {
  const small = [when, hasKey && h("code", {}, key)].filter(Boolean);
  return h("li", {}, h("p", {}, text), small.map((part) => h("p", { class: "small" }, part)));
}

function listItems(model, labels) {
  const catalogue = model.get("catalogue");
  return [
    { key: KEEP_KEY, text: labels.myItemKeep },
    ...(model.get("name") ? [{ key: NAME_KEY, text: fill(labels.myItemName, { name: model.get("name") }) }] : []),
    ...listAnswers([...questionsIn(catalogue.topics), ...testsIn(catalogue)], model.get("attempts"), labels),
    ...listPages(catalogue.topics.flatMap((topic) => topic.pages), model.get("pages"), labels),
    ...listWorkbooks([...catalogue.topics.flatMap((topic) => topic.tasks ?? []), ...testsIn(catalogue)], model.get("workbooks") ?? {}, labels),
    ...Object.keys(model.get("unreadable")).map((key) => ({ key, text: labels.myItemUnreadable })),
  ];
}

/** Tests under the names by which their results and half-way answers are kept. */
function testsIn({ tests = [] }) {
  return tests.map(({ id, title }) => ({ id: TEST_PREFIX + id, title }));
}

function listAnswers(questions, attempts, labels) {
  return [...groupByQuestion(attempts)].map(([id, own]) => {
    const title = questions.find((question) => question.id === id)?.title ?? labels.myItemUnknown;
    const when = fill(labels.myItemLast, { date: showDay(own.at(-1).at) });
    return { key: ATTEMPTS_PREFIX + id, text: fill(labels.myItemAnswers, { n: own.length, title }), when };
  });
}

function listPages(coursePages, pages, labels) {
  return Object.entries(pages).map(([id, { done, opened }]) => {
    const title = coursePages.find((page) => page.id === id)?.title ?? labels.myItemUnknown;
    const when = done ? fill(labels.myItemDone, { date: showDay(done) }) : opened && fill(labels.myItemOpened, { date: showDay(opened) });
    return { key: PAGES_PREFIX + id, text: fill(labels.myItemPage, { title }), when };
  });
}

/** An exercise the catalogue does not name is told by its id, which says the topic. */
function listWorkbooks(tasks, workbooks, labels) {
  return Object.entries(workbooks).map(([id, { at }]) => {
    const title = tasks.find((task) => task.id === id)?.title ?? id;
    const when = fill(labels.myItemChanged, { date: showDay(at) });
    return { key: WORKBOOKS_PREFIX + id, text: fill(labels.myItemWork, { title }), when };
  });
}
