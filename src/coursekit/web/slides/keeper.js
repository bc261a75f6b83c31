import { readSession, sessionKey, writeSession } from "./kept-session.js";

/**
 * Keeps a session on this device from the moment the trainer agrees, under a key of its own: it is the trainer's, and
 * no part of a learner's work. A browser may refuse storage or have no room for it; the time runs on in memory.
 */
export function openKeeper(deck) {
  const key = sessionKey(deck);
  const inStorage = (step) => {
    try {
      return step(window.localStorage);
    } catch {
      return null;
    }
  };
  let isKept = inStorage((storage) => storage.getItem(key)) !== null;
  const write = (session) => isKept && inStorage((storage) => storage.setItem(key, writeSession(session)));
  return {
    isKept: () => isKept,
    read: () => readSession(inStorage((storage) => storage.getItem(key)), deck.parts),
    write,
    agree: (isAgreed, session) => {
      isKept = isAgreed;
      if (isKept) write(session);
      else inStorage((storage) => storage.removeItem(key));
    },
  };
}
