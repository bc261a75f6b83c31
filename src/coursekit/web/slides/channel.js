/**
 * How the slides and the speaker view talk: by BroadcastChannel, and by postMessage between windows that know each
 * other (pages opened from `file:` may be kept apart). A message goes both ways and is heard once.
 */

const MESSAGE_KINDS = ["hello", "state", "go", "black", "bye"];
const LONGEST_NAME = 200;

/**
 * Opens the line of one deck. `hear` gets `{from, kind, slide, part, step, black, at}`; a field that is not needed is
 * null. `friend` is a window that is known from the start (`window.opener`), `meet` makes others known; whoever
 * writes is known as well.
 */
export function openChannel(lang, topic, hear, friend = null) {
  const line = { name: channelName(lang, topic), from: newName(), number: 0, heard: new Map() };
  const friends = new Set(friend ? [friend] : []);
  const radio = openRadio(line.name);
  const take = (data, source) => {
    const message = readMessage(data, line);
    if (!message) return;
    if (source) friends.add(source);
    hear(message);
  };
  const fromRadio = ({ data }) => take(data, null);
  const fromWindow = ({ data, origin, source }) => isOwnOrigin(origin) && take(data, source);
  radio?.addEventListener("message", fromRadio);
  window.addEventListener("message", fromWindow);
  return {
    meet: (other) => friends.add(other),
    send: (kind, fields = {}) => sendAll(line, radio, friends, { kind, ...fields }),
    close: () => {
      radio?.close();
      window.removeEventListener("message", fromWindow);
    },
  };
}

/** A name of its own for every window that was ever opened; `randomUUID` is missing where a page comes by plain HTTP. */
function newName() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
}

export function channelName(lang, topic) {
  return `coursekit-deck/${lang}/${topic}`;
}

function openRadio(name) {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

function sendAll(line, radio, friends, fields) {
  line.number += 1;
  const message = { ...fields, channel: line.name, from: line.from, number: line.number, at: Date.now() };
  radio?.postMessage(message);
  for (const friend of friends) {
    if (friend.closed) friends.delete(friend);
    else friend.postMessage(message, targetOrigin());
  }
}

/** Pages from `file:` have no origin that could be named. */
function targetOrigin() {
  return location.protocol === "file:" ? "*" : location.origin;
}

function isOwnOrigin(origin) {
  return location.protocol === "file:" ? ["null", "file://"].includes(origin) : origin === location.origin;
}

/** A message in our own form, or null: not ours, broken, our own, or heard already. */
export function readMessage(data, { name, from, heard }) {
  if (typeof data !== "object" || data === null || data.channel !== name || !MESSAGE_KINDS.includes(data.kind)) return null;
  const isSound = isName(data.from) && Number.isInteger(data.number) && Number.isFinite(data.at);
  if (!isSound || data.from === from || data.number <= (heard.get(data.from) ?? 0)) return null;
  heard.set(data.from, data.number);
  return {
    from: data.from,
    kind: data.kind,
    slide: isName(data.slide) ? data.slide : null,
    part: isName(data.part) ? data.part : null,
    step: [1, -1].includes(data.step) ? data.step : null,
    black: typeof data.black === "boolean" ? data.black : null,
    at: data.at,
  };
}

function isName(value) {
  return typeof value === "string" && value !== "" && value.length <= LONGEST_NAME;
}
