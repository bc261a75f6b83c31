import { refuse } from "./file-problem.js";

/** Reads entries of a zip file that anybody may have made: nothing it declares is believed unseen. */

const MOST_ENTRIES = 200;
const LARGEST_UNPACKED = 20 * 1024 * 1024;
const ZIP_END = 0x06054b50;
const ZIP_DIRECTORY = 0x02014b50;
const ZIP_ENTRY = 0x04034b50;
const ZIP_END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const [IS_STORED, IS_DEFLATED] = [0, 8];

/** The texts of all entries whose name fits; together they may not grow beyond a limit. */
export async function readZipTexts(bytes, wanted) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = listEntries(view, bytes).filter(({ name }) => wanted.test(name));
  const room = { left: LARGEST_UNPACKED };
  const texts = [];
  for (const entry of entries) texts.push(await readEntry(view, bytes, entry, room));
  return texts;
}

function listEntries(view, bytes) {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) refuse("fileTooMany");
  const entries = [];
  let offset = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n += 1) {
    const entry = readDirectory(view, bytes, offset);
    entries.push(entry);
    offset = entry.next;
  }
  return entries;
}

/** The end record stands last; only a comment may follow it. */
function findEnd(view) {
  const last = view.byteLength - ZIP_END_SIZE;
  for (let offset = last; offset >= Math.max(0, last - LONGEST_COMMENT); offset -= 1) {
    if (view.getUint32(offset, true) === ZIP_END) return offset;
  }
  return refuse("fileBroken");
}

function readDirectory(view, bytes, offset) {
  if (view.getUint32(offset, true) !== ZIP_DIRECTORY) refuse("fileBroken");
  const number = (place) => view.getUint16(offset + place, true);
  const size = (place) => view.getUint32(offset + place, true);
  const nameEnd = offset + 46 + number(28);
  return {
    isEncrypted: (number(8) & 1) === 1,
    method: number(10),
    packed: size(20),
    unpacked: size(24),
    start: size(42),
    name: new TextDecoder().decode(bytes.subarray(offset + 46, nameEnd)),
    next: nameEnd + number(30) + number(32),
  };
}

async function readEntry(view, bytes, entry, room) {
  if (entry.isEncrypted) refuse("filePassword");
  if (entry.unpacked > room.left) refuse("fileGrows");
  if (view.getUint32(entry.start, true) !== ZIP_ENTRY) refuse("fileBroken");
  const start = entry.start + 30 + view.getUint16(entry.start + 26, true) + view.getUint16(entry.start + 28, true);
  const data = bytes.subarray(start, start + entry.packed);
  if (data.length < entry.packed) refuse("fileBroken");
  return decodeEntry(entry.method, data, room);
}

/** A stored entry takes room, too: many entries may share the same bytes. */
function decodeEntry(method, data, room) {
  if (method !== IS_STORED && method !== IS_DEFLATED) refuse("fileBroken");
  const stream = new Blob([data]).stream();
  return readStream(method === IS_STORED ? stream : stream.pipeThrough(new DecompressionStream("deflate-raw")), room);
}

/** The declared size may be a lie, so what really comes out is counted. */
async function readStream(stream, room) {
  const [reader, decoder] = [stream.getReader(), new TextDecoder()];
  const pieces = [];
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    room.left -= step.value.length;
    if (room.left < 0) await stopReading(reader);
    pieces.push(decoder.decode(step.value, { stream: true }));
  }
  return pieces.join("") + decoder.decode();
}

async function stopReading(reader) {
  await reader.cancel();
  refuse("fileGrows");
}
