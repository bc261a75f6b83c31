/**
 * How a static page comes by what it seldom needs: another script that stands beside the one that is
 * running now, fetched on the first use. `made` is the global it sets. Must be called while that script runs.
 */
export function scriptLoader(script, name, made) {
  const address = new URL(name, script.src);
  address.search = new URL(script.src).search;
  return async () => {
    if (!globalThis[made]) await addScript(address.href);
    return globalThis[made];
  };
}

/** Run a script file; the promise fails where it cannot be had. */
export function addScript(src) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src, onload: resolve, onerror: reject });
    document.head.append(script);
  });
}
