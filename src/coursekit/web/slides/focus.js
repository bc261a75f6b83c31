/**
 * Only the slide on the screen can be reached with Tab. The focus goes with it, so that Tab starts there;
 * a preview keeps it where it was.
 */
export function keepOneSlideReachable(reveal, isPreview) {
  const update = () => {
    const current = reveal.getCurrentSlide();
    for (const slide of reveal.getSlides()) slide.inert = isPreview || reveal.isPaused() || slide !== current;
  };
  reveal.on("slidechanged", ({ currentSlide }) => {
    update();
    if (!isPreview) takeFocus(currentSlide);
  });
  reveal.on("paused", update);
  reveal.on("resumed", () => {
    update();
    takeFocus(reveal.getCurrentSlide());
  });
  update();
}

function takeFocus(slide) {
  if (document.querySelector("dialog[open]")) return;
  slide.tabIndex = -1;
  slide.focus({ preventScroll: true });
}
