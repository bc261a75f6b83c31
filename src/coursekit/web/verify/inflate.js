/** Unpacks what somebody else packed: what comes out is counted, whatever was promised. */

/** The bytes; what is damaged ends early. Null when there is no room left in `room`. */
export async function inflate(bytes, room) {
  const pieces = [];
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const reader = stream.getReader();
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      room.left -= step.value.length;
      if (room.left < 0) return null;
      pieces.push(step.value);
    }
  } catch {
    // Behind the packed bytes there may be others; what came out before them counts.
  } finally {
    reader.cancel().catch(() => {});
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** Each byte as one sign: only signs of plain English are looked for. */
export function asSigns(bytes) {
  return new TextDecoder("windows-1252").decode(bytes);
}
