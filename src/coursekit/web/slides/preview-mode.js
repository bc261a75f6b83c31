/** Whether the page is a small picture in the speaker view: it only looks, and does what its parent says. */
export function isPreview() {
  return new URLSearchParams(location.search).has("preview");
}

/** `{kind: "show", slide}` from the parent; one that comes before the slides are ready waits for them. */
export function followParent(reveal) {
  document.documentElement.classList.add("preview");
  let wanted = null;
  const go = () => {
    const slide = wanted && document.getElementById(wanted);
    if (!slide || !reveal.isReady()) return;
    const { h, v } = reveal.getIndices(slide);
    reveal.slide(h, v);
  };
  window.addEventListener("message", ({ source, data }) => {
    if (source !== window.parent || data?.kind !== "show") return;
    wanted = String(data.slide);
    go();
  });
  reveal.on("ready", go);
}
