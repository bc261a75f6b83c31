/**
 * How a static page comes by the writer of Word files: it stands beside the script that is running
 * now and is fetched on the first use. Must be called while that script runs.
 */
export function docxLoader(script) {
  const address = new URL("host-docx.js", script.src);
  address.search = new URL(script.src).search;
  return async () => {
    if (!globalThis.coursekitDocx) await addScript(address.href);
    return globalThis.coursekitDocx;
  };
}

function addScript(src) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src, onload: resolve, onerror: reject });
    document.head.append(script);
  });
}
