/** What a tool reads from the store and writes to it: the workbook that takes its figures, if it has one. */
export function toolFields(store, { tool }) {
  const id = tool.workbook;
  if (!id) return {};
  const work = {
    get: () => store.read().workbooks[id] ?? null,
    set: (value) => store.setWorkbooks({ [id]: value }),
  };
  return { work };
}
