/** Parts of grading that several kinds share. */

/** The result of an answer that earned a share from 0 to 1. */
export function scored(score, says) {
  return { score, outcome: score === 1 ? "right" : score > 0 ? "partly" : "wrong", says };
}

/** The result of an answer nobody judges. */
export function unscored(says) {
  return { score: null, outcome: "done", says };
}

export function blankResult(problem) {
  const result = { score: null, outcome: "blank", says: [] };
  return problem ? { ...result, problem } : result;
}

/** The part of a list that passes the test, as a number from 0 to 1. */
export function shareOf(list, test) {
  return list.filter(test).length / list.length;
}

export function byId(list, id) {
  return list.find((one) => one.id === id);
}

/** What stands in a response under an id; "" if nothing does, whatever shape a stored response has. */
export function entered(response, id) {
  const own = response !== null && typeof response === "object" && Object.hasOwn(response, id);
  return own && typeof response[id] === "string" ? response[id] : "";
}

/** The ids of a response that the list knows, each once. */
export function knownIds(list, response) {
  if (!Array.isArray(response)) return [];
  return list.map((one) => one.id).filter((id) => response.includes(id));
}
