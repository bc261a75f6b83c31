import { SELF_DECLARED } from "./fields.js";
import { findInPdf, isPdf } from "./pdf.js";
import { findInPng, isPng } from "./png.js";

/** What is to be checked in something that somebody typed, scanned or chose: a list of {kind, input}. */

export const LARGEST_FILE = 50 * 1024 * 1024;
const LARGEST_TEXT = 5 * 1024 * 1024;
/** Files that the page My course saves. */
const OWN_FILES = ["progress", "certificate"];

/** A code as typed or pasted: alone or as the end of an address, perhaps broken over lines. */
export function findInText(typed) {
  const text = typed.replace(/\s+/g, "");
  const code = text.slice(text.lastIndexOf("#") + 1);
  return code === SELF_DECLARED ? [{ kind: SELF_DECLARED }] : findInWords(code);
}

/** The same for what stands behind the # of an address; nothing where that is another place of the page. */
export function findInHash(hash) {
  const code = hash.slice(1);
  return code === SELF_DECLARED || /^(\d+(\.|$)|ey.*\.)/.test(code) ? findInText(code) : [];
}

/** The same for a file; {problem} names the label that says why it cannot be read. */
export async function findInFile(file) {
  if (file.size > LARGEST_FILE) return { problem: "verifyTooBig" };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isPdf(bytes)) return foundInPdf(await findInPdf(bytes));
  if (isPng(bytes)) return foundAs("credential", await findInPng(bytes));
  if (bytes.length > LARGEST_TEXT) return { problem: "verifyTooBig" };
  return findInWords(new TextDecoder().decode(bytes).trim());
}

function foundInPdf({ problem, codes, isSelfMade }) {
  if (problem) return { problem };
  if (codes.length > 0) return codes.map((input) => ({ kind: "code", input }));
  return isSelfMade ? [{ kind: SELF_DECLARED }] : { problem: "verifyNothing" };
}

function foundAs(kind, input) {
  return input ? [{ kind, input }] : { problem: "verifyNothing" };
}

/** What a text holds: a code, a credential, JSON round a credential, or a file of My course. */
export function findInWords(text) {
  if (!text.startsWith("{")) return [{ kind: text.startsWith("ey") ? "credential" : "code", input: text }];
  const data = parse(text);
  if (OWN_FILES.includes(data?.coursekit)) return [{ kind: SELF_DECLARED }];
  return foundAs("credential", typeof data?.credential === "string" && data.credential);
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
