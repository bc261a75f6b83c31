/**
 * How a static page comes by the drawer of codes: it stands beside the script that is running now and is
 * fetched when the first card is opened. Must be called while that script runs.
 */
export function codeLoader(script) {
  const address = new URL("host-code.js", script.src);
  address.search = new URL(script.src).search;
  return async () => {
    if (!globalThis.coursekitCode) await runScript(address.href);
    return globalThis.coursekitCode;
  };
}

function runScript(src) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src, onload: resolve, onerror: reject });
    document.head.append(script);
  });
}
