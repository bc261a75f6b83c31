/** Writes a zip file. The entries are stored as they are: small code, and Word compresses when it saves. */

const LOCAL_ENTRY = 0x04034b50;
const CENTRAL_ENTRY = 0x02014b50;
const END_OF_ZIP = 0x06054b50;
const ZIP_VERSION = 20;
const FIRST_DOS_DAY = 0x21;
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => crcOfByte(byte));

function crcOfByte(byte) {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** The bytes of a zip file; `texts` maps the name of an entry to its text. */
export function writeZip(texts) {
  const entries = Object.entries(texts).map(([name, text]) => makeEntry(name, text));
  let offset = 0;
  const central = entries.map((entry) => {
    const record = centralRecord(entry, offset);
    offset += entry.local.length;
    return record;
  });
  const directory = joinBytes(central);
  return joinBytes([...entries.map((entry) => entry.local), directory, endRecord(entries.length, directory.length, offset)]);
}

function makeEntry(name, text) {
  const encoder = new TextEncoder();
  const [nameBytes, data] = [encoder.encode(name), encoder.encode(text)];
  const facts = [[4, crc32(data)], [4, data.length], [4, data.length], [2, nameBytes.length], [2, 0]];
  const header = packNumbers([[4, LOCAL_ENTRY], [2, ZIP_VERSION], ...plainFlags(), ...facts]);
  return { nameBytes, facts, local: joinBytes([header, nameBytes, data]) };
}

/** No flags, stored, no time: the same work makes the same file. */
function plainFlags() {
  return [[2, 0], [2, 0], [2, 0], [2, FIRST_DOS_DAY]];
}

function centralRecord({ nameBytes, facts }, offset) {
  const versions = [[2, ZIP_VERSION], [2, ZIP_VERSION]];
  const noComment = [[2, 0], [2, 0], [2, 0], [4, 0]];
  const header = packNumbers([[4, CENTRAL_ENTRY], ...versions, ...plainFlags(), ...facts, ...noComment, [4, offset]]);
  return joinBytes([header, nameBytes]);
}

function endRecord(count, size, offset) {
  return packNumbers([[4, END_OF_ZIP], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]]);
}

/** Whole numbers in little-endian order, each given as [bytes, value]. */
function packNumbers(numbers) {
  const bytesOf = ([size, value]) => Array.from({ length: size }, (_, place) => (value >>> (8 * place)) & 0xff);
  return Uint8Array.from(numbers.flatMap(bytesOf));
}

function joinBytes(pieces) {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}
