import { h, html, uniqueId } from "../dom.js";

/**
 * One tool: title, what it is for, the tool itself, and what to mind about its result. `kinds` maps a kind to
 * the function that draws it; what has to end with the tool goes into `stops`. Returns how to end it.
 */
export function drawTool(kinds, { model, el }) {
  const [tool, labels] = [model.get("tool"), model.get("labels")];
  const id = uniqueId("tool");
  const stops = [];
  const body = kinds[tool.kind]({ model, tool, labels, lang: model.get("lang") ?? "en", stops });
  const caveats = tool.caveats.map((caveat) => html(h("li"), caveat));
  el.append(
    h(
      "div", // on a slide a section would be a slide of its own
      { class: `tool controls ${tool.kind}`, role: "region", "aria-labelledby": id, "data-lm-suppress-shortcuts": "true" },
      h("p", { class: "tool-title", id }, tool.title),
      html(h("div", { class: "intro" }), tool.intro),
      body,
      h("div", { class: "mind" }, h("p", {}, labels.toolMind), h("ul", {}, caveats)),
      html(h("p", { class: "source" }), tool.sources),
    ),
  );
  return () => stops.forEach((stop) => stop());
}
