"""What is asked of a page in the browser: expressions in JavaScript, each with what it answers."""

ALL_LAID_OUT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".workbook .step { content-visibility: visible !important; }");
  document.adoptedStyleSheets.push(sheet);
}"""
"""Axe measures what is far below the screen too; done in a way that the page's policy allows."""

TOO_WIDE = "() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"
"""Pixels by which the page is wider than the screen."""

FOCUS_NOT_SEEN = """() => {
  const at = document.activeElement;
  if (at === document.body) return null;
  const box = at.getBoundingClientRect();
  const onScreen = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  const style = getComputedStyle(at);
  const drawn = (e) => [...(e?.querySelectorAll("circle, rect, path") ?? [])].map((one) => {
    const { stroke, strokeWidth, fill } = getComputedStyle(one);
    return stroke + strokeWidth + fill;
  }).join();
  const others = [...(at.ownerSVGElement?.querySelectorAll(at.localName) ?? [])];
  const other = others.find((e) => e !== at);
  const isDrawnAnew = other !== undefined && drawn(other) !== drawn(at);
  const marked = style.outlineStyle !== "none" || style.boxShadow !== "none" || isDrawnAnew;
  return onScreen && marked ? null : at.outerHTML.slice(0, 120);
}"""
"""What has the focus and does not show it, or nothing."""

FOCUS_COVERED = """() => {
  const at = document.activeElement;
  if (at === document.body) return null;
  const box = at.getClientRects()[0] ?? at.getBoundingClientRect();
  const between = (low, part, high) => low + part * (high - low);
  const parts = [0.1, 0.5, 0.9];
  const points = parts.flatMap((x) =>
    parts.map((y) => [between(box.left, x, box.right), between(box.top, y, box.bottom)]));
  const shown = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  const own = (e) => e && (at.contains(e) || e.contains(at) || e.closest("label")?.control === at);
  const isFree = shown.some(([x, y]) => own(document.elementFromPoint(x, y)));
  return shown.length === 0 || isFree ? null : at.outerHTML.slice(0, 120);
}"""
"""What has the focus and lies wholly under something else (2.4.11), or nothing."""

WATCH_WALK = (
    """() => {
  const notSeen = """
    + FOCUS_NOT_SEEN
    + """;
  const covered = """
    + FOCUS_COVERED
    + """;
  const walk = { hidden: [], covered: [], stops: 0, ended: false, first: null };
  window.coursekitWalk = walk;
  document.activeElement?.blur();
  addEventListener("keydown", () => {
    const at = document.activeElement;
    if (walk.ended) return;
    if (at === document.body || at === walk.first) return void (walk.ended = walk.stops > 0);
    walk.first ??= at;
    walk.stops += 1;
    const [hidden, under] = [notSeen(), covered()];
    if (hidden) walk.hidden.push(hidden);
    else if (under) walk.covered.push(under);
  }, true);
  const all = "a[href], button, input, select, textarea, summary, [tabindex], iframe";
  return document.querySelectorAll(all).length;
}"""
)
"""Has the page note every stop of the keyboard; answers how many there may be."""

WALK = """() => {
  const { hidden, covered, stops, ended } = window.coursekitWalk;
  const at = document.activeElement?.outerHTML.slice(0, 120);
  return { hidden, covered, stops, ended, at };
}"""
"""What was noted so far."""

SMALL_TARGETS = """() => [...document.querySelectorAll("button, select, input, summary")]
  .filter((e) => e.offsetParent && !e.closest("label"))
  .filter((e) => e.offsetWidth < 24 || e.offsetHeight < 24).map((e) => e.outerHTML)"""
"""Buttons and fields that a finger misses."""

WITHOUT_EDGE = """() => {
  const sides = ["Top", "Right", "Bottom", "Left"];
  const hasEdge = (style) => sides.every((side) => {
    const color = style[`border${side}Color`];
    return parseFloat(style[`border${side}Width`]) > 0 && color !== style.backgroundColor;
  });
  const own = ":not(:is([type=radio], [type=checkbox], [type=range], [type=file], .word))";
  return [...document.querySelectorAll(`.controls :is(input, select, textarea, button)${own}`)]
    .filter((e) => e.checkVisibility() && !hasEdge(getComputedStyle(e)))
    .map((e) => e.outerHTML.slice(0, 120));
}"""
"""Fields and buttons that have no edge when the reader chooses the colours."""

CUT_BY_SPACING = """() => {
  const CELLS = "button, summary, th, td";
  const fits = (e, style) =>
    !(/hidden|clip/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1) &&
    !(/hidden|clip/.test(style.overflowY) && e.scrollHeight > e.clientHeight + 1);
  const holds = (e) => !e.matches(CELLS) || e.scrollWidth <= e.clientWidth + 1;
  const isSmall = (e) => e.clientWidth <= 1 || e.clientHeight <= 1;
  const isShown = (e, style) =>
    e.checkVisibility({ visibilityProperty: true }) && !isSmall(e) && style.clipPath === "none";
  const hides = (style) => /hidden|clip/.test(style.overflowX + style.overflowY);
  const cut = () => [...document.querySelectorAll("body *")].filter((e) => {
    const style = getComputedStyle(e);
    if (!(e instanceof HTMLElement) || !(hides(style) || e.matches(CELLS))) return false;
    return isShown(e, style) && e.textContent.trim() && !(fits(e, style) && holds(e));
  });
  const before = new Set(cut());
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets.push(sheet);
  const found = cut().filter((e) => !before.has(e)).map((e) => e.outerHTML.slice(0, 120));
  const wide = document.documentElement.scrollWidth - innerWidth;
  document.adoptedStyleSheets.pop();
  return wide > 0 ? [`wider than the screen by ${wide} px`, ...found] : found;
}"""
"""What is cut off when a reader widens lines, letters and words as WCAG 1.4.12 says."""

MOVING = """() => {
  const isLong = (times) => times.split(",").some((time) => Number.parseFloat(time) > 0.05);
  const STILL = /^(color|background-color|border-.*color|outline.*|opacity|visibility|fill)$/;
  const moves = (names) => names.split(",").some((name) => !STILL.test(name.trim()));
  return [...document.querySelectorAll("body, body *")].filter((e) => {
    const style = getComputedStyle(e);
    if (!e.checkVisibility()) return false;
    const slides = isLong(style.transitionDuration) && moves(style.transitionProperty);
    const plays = style.animationName !== "none" && isLong(style.animationDuration);
    return slides || plays || style.scrollBehavior === "smooth";
  }).map((e) => e.outerHTML.slice(0, 120));
}"""
"""What moves although the reader asks for little movement."""

KEPT = """async () => {
  const bases = (await indexedDB.databases?.()) ?? [];
  return [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage),
    ...bases.map((base) => base.name), ...(globalThis.caches ? await caches.keys() : [])]
    .filter(Boolean);
}"""
"""Everything that the page keeps in the browser."""

ANSWER_ALL = """async () => {
  const input = (field) => field.dispatchEvent(new Event("input", { bubbles: true }));
  const change = (field) => field.dispatchEvent(new Event("change", { bubbles: true }));
  const fill = (field, text) => {
    if (field.readOnly || field.disabled) return;
    field.value = text;
    input(field);
    change(field);
  };
  const groups = new Set();
  const main = document.querySelector("main, .slides") ?? document.body;
  for (const field of main.querySelectorAll(":is(form, .workbook) :is(input, select)")) {
    if (field.closest(".search")) continue;
    if (field.type === "radio") {
      if (!groups.has(field.name)) field.click();
      groups.add(field.name);
    } else if (field.type === "checkbox") {
      if (field.closest("form:has(output.feedback)") && !field.checked) field.click();
    } else if (field.localName === "select") fill(field, [...field.options].at(-1)?.value ?? "");
    else if (["text", "number", "search"].includes(field.type)) fill(field, "7");
  }
  for (const field of main.querySelectorAll("textarea")) fill(field, "Words of a learner.");
  const silent = [];
  for (const form of main.querySelectorAll("form:has(output.feedback)")) {
    form.querySelector("button.word")?.click();
    form.querySelector(".ordering button:not([aria-disabled=true])")?.click();
    const button = [...form.querySelectorAll("button")].find((one) => one.type === "submit");
    button?.click();
    await new Promise((done) => setTimeout(done, 0));
    const name = form.closest("[data-question]")?.dataset.question ?? form.id;
    if (button && !form.querySelector("output.feedback").textContent.trim()) silent.push(name);
  }
  for (const one of main.querySelectorAll("details")) one.open = true;
  return silent;
}"""
"""Answers all questions, fills all fields, opens all that is folded; answers who stays silent."""

DECK = "() => Boolean(document.querySelector('html.deck .slides'))"
DECK_READY = "() => window.coursekitDeck"
SLIDES = """() => window.coursekitDeck.reveal.getSlides().map((slide) => slide.id)"""
SHOW_SLIDE = """(id) => {
  const { reveal } = window.coursekitDeck;
  const { h, v } = reveal.getIndices(document.getElementById(id));
  reveal.slide(h, v);
  for (const part of document.querySelectorAll(`[id="${id}"] .fragment`))
    part.classList.add("visible");
}"""
"""Shows a slide, with all that comes step by step."""
