/** Keeps the screen on while the time runs, where the browser can; it lets go by itself in a hidden tab. */
export function createAwake() {
  const awake = { wanted: false, lock: null };
  return (wanted) => {
    awake.wanted = wanted;
    return settleAwake(awake);
  };
}

async function settleAwake(awake) {
  if (awake.wanted && awake.lock?.released !== false) awake.lock = await requestAwake();
  if (awake.wanted) return;
  awake.lock?.release().catch(() => {});
  awake.lock = null;
}

async function requestAwake() {
  try {
    return (await navigator.wakeLock?.request("screen")) ?? null;
  } catch {
    return null;
  }
}
