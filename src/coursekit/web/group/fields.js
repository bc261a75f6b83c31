/** Other devices reach a page of the web, but not a file or this machine's own server. */
const OWN_MACHINE = /^(localhost|127\.|\[::1\])/;

/** `address` is where a phone finds this page, or null. */
export function groupFields(store) {
  return {
    keep: { get: () => store.read().keep, set: store.setKeep },
    address: { get: sharedAddress, set: () => {} },
  };
}

function sharedAddress() {
  const isOnWeb = location.protocol.startsWith("http") && !OWN_MACHINE.test(location.hostname);
  return isOnWeb ? location.href.split("#")[0] : null;
}
