import { asSigns, inflate } from "./inflate.js";

/** Finds the credential in a picture: a text of the PNG file, as Open Badges 3.0 bakes it in. */

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const KEYWORD = "openbadgecredential\0";
const MOST_IN_PNG = 1024 * 1024;
/** Round the content of a chunk: its length and type before, its checksum behind. */
const [BEFORE, BEHIND] = [8, 4];

export function isPng(bytes) {
  return SIGNATURE.every((byte, place) => bytes[place] === byte);
}

/** The credential's text; null where there is none, or more than one: then nobody knows which is meant. */
export async function findInPng(bytes) {
  const baked = [...chunks(bytes)].filter(({ type, text }) => type === "iTXt" && text().startsWith(KEYWORD));
  return baked.length === 1 ? textOf(baked[0].content) : null;
}

function* chunks(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = SIGNATURE.length; at + BEFORE <= bytes.length; ) {
    const [start, length] = [at + BEFORE, view.getUint32(at)];
    const content = bytes.subarray(start, start + length);
    yield { type: asSigns(bytes.subarray(at + 4, start)), content, text: () => asSigns(content.subarray(0, KEYWORD.length)) };
    at = start + length + BEHIND;
  }
}

/** Behind the keyword: whether it is packed and how, a language, the keyword in that language, the text. */
async function textOf(content) {
  const [isPacked, how] = content.subarray(KEYWORD.length);
  let start = KEYWORD.length + 2;
  for (let n = 0; n < 2; n += 1) start = content.indexOf(0, start) + 1 || content.length;
  const body = content.subarray(start);
  if (!isPacked) return asSigns(body);
  const unpacked = how === 0 ? await inflate(body, { left: MOST_IN_PNG }) : null;
  return unpacked && asSigns(unpacked);
}
