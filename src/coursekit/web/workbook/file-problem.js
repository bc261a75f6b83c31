/** Stops the reading of a file; `problem` is the label that tells why. */
export function refuse(problem) {
  throw Object.assign(new Error(problem), { problem });
}

/** Whatever else goes wrong while reading means that the file is damaged. */
export function problemOf(error) {
  return error.problem ?? "fileBroken";
}
