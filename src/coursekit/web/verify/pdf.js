import { asSigns, inflate } from "./inflate.js";

/** Finds the code in a PDF: it is the end of an address that one can click on. */

const MOST_IN_PDF = 64 * 1024 * 1024;
const MOST_STREAMS = 20_000;
const STREAM = /\bstream\r?\n/g;
const END = "endstream";
const ZLIB = /^[\x08\x18\x28\x38\x48\x58\x68\x78]$/;
const ADDRESS = /#(1\.[A-Za-z0-9._-]{1,6000})/g;
const SELF_MADE = /verify\.html#self-declared\b/;

export function isPdf(bytes) {
  return asSigns(bytes.subarray(0, 1024)).includes("%PDF-");
}

/** {codes, isSelfMade}: every code once, in its order. A PDF that unpacks to too much gives {problem}. */
export async function findInPdf(bytes) {
  const text = asSigns(bytes);
  const found = { codes: new Set(), isSelfMade: false };
  look(text, found);
  const room = { left: MOST_IN_PDF };
  let number = 0;
  for (const { index, 0: head } of text.matchAll(STREAM)) {
    const start = index + head.length;
    if (!ZLIB.test(text[start])) continue;
    const packed = bytes.subarray(start, endOf(text, index, start));
    const unpacked = number < MOST_STREAMS ? await inflate(packed, room) : null;
    if (!unpacked) return { problem: "verifyTooBig" };
    look(asSigns(unpacked), found);
    number += 1;
  }
  return { codes: [...found.codes], isSelfMade: found.isSelfMade };
}

/** Where a stream ends: by the length that its head says, if that is true, else before the next word that ends one. */
function endOf(text, index, start) {
  const said = /\/Length (\d+)(?! \d+ R)\b[^]*$/.exec(text.slice(text.lastIndexOf("obj", index), index));
  const end = start + Number(said?.[1] ?? NaN);
  if (/^\r?\n?endstream/.test(text.slice(end, end + END.length + 2))) return end;
  const next = text.indexOf(END, start);
  return next < 0 ? text.length : start + text.slice(start, next).replace(/\r?\n$/, "").length;
}

function look(text, found) {
  for (const [, code] of text.matchAll(ADDRESS)) found.codes.add(code);
  found.isSelfMade ||= SELF_MADE.test(text);
}
