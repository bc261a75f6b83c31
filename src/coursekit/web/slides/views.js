/** How much of one view is still seen in the next one. */
const OVERLAP = 72;

/**
 * What is higher than its room on a slide is shown in steps: "next" moves on inside the slide first. Each step is
 * a fragment of reveal.js, so keys, clicker, touch and the speaker view all know of it.
 */
export function showInViews(reveal) {
  const scroll = () => scrollToStep(reveal.getCurrentSlide());
  const boxes = [...document.querySelectorAll(".slides > section")].map(boxOf).filter(Boolean);
  const measure = new ResizeObserver(() => setSteps(reveal, scroll));
  for (const box of boxes) for (const inner of [box, ...box.children]) measure.observe(inner);
  for (const event of ["slidechanged", "fragmentshown", "fragmenthidden"]) reveal.on(event, () => setSteps(reveal, scroll));
  setSteps(reveal, scroll);
}

/** The part of a slide that may be higher than its room: a picture, or all below the heading. */
function boxOf(slide) {
  return slide.querySelector(".slide-view") ?? slide.querySelector(".slide-body");
}

function setSteps(reveal, scroll) {
  const slide = reveal.getCurrentSlide();
  const box = slide && boxOf(slide);
  if (!box || box.clientHeight === 0) return;
  const wanted = stepsOf(box.scrollHeight, box.clientHeight);
  const steps = [...slide.querySelectorAll(":scope > .fragment")];
  if (wanted !== steps.length) changeSteps(reveal, slide, steps, wanted);
  if (wanted > 0 && !slide.classList.contains("slide-picture")) box.tabIndex = 0;
  else box.removeAttribute("tabindex");
  scroll();
}

/** How many steps there are after the first view. */
export function stepsOf(content, room) {
  const hidden = content - room;
  return hidden > 2 ? Math.ceil(hidden / Math.max(room - OVERLAP, 1)) : 0;
}

function changeSteps(reveal, slide, steps, wanted) {
  steps.slice(wanted).forEach((step) => step.remove());
  for (let n = steps.length; n < wanted; n += 1) {
    const step = document.createElement("span");
    step.className = "fragment";
    slide.append(step);
  }
  reveal.syncFragments(slide);
}

/** The focus decides where somebody is at work; otherwise the step does. */
function scrollToStep(slide) {
  const box = boxOf(slide);
  const steps = [...slide.querySelectorAll(":scope > .fragment")];
  if (!box || steps.length === 0 || box.contains(document.activeElement)) return;
  const shown = steps.filter((step) => step.classList.contains("visible")).length;
  box.scrollTop = ((box.scrollHeight - box.clientHeight) * shown) / steps.length;
}
