import { dropAll } from "./saved.js";

/** Whether this browser can keep a site, here: not from a folder, and not over an address that is not safe. */
export function canSave() {
  return location.protocol.startsWith("http") && isSecureContext && "serviceWorker" in navigator && "caches" in window;
}

/** Called when the learner asks for it, and never before. */
export async function startSaving(root) {
  await navigator.serviceWorker.register(`${root}sw.js`, { updateViaCache: "none" });
  navigator.storage?.persist?.().catch(() => {});
}

/** As if it had never been asked for. */
export async function endSaving(root) {
  await dropAll(root);
  const all = await navigator.serviceWorker.getRegistrations();
  await Promise.all(all.filter((one) => one.scope === root).map((one) => one.unregister()));
}
