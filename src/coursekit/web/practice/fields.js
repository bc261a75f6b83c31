/** Nothing is stored; a running clock only asks whether a reload may find it again. */
export function practiceFields(store) {
  return { keep: { get: () => store.read().keep, set: () => {} } };
}
