import { h, html, uniqueId } from "../dom.js";
import { drawLineTool } from "./draw-line.js";
import { drawSampleSize } from "./sample-size.js";
import { drawTownNumbers } from "./town-numbers.js";
import { drawWhoPays } from "./who-pays.js";

const TOOLS = {
  "draw-line": drawLineTool,
  "town-numbers": drawTownNumbers,
  "sample-size": drawSampleSize,
  "who-pays": drawWhoPays,
};

/** One tool: title, what it is for, the tool itself, and what to mind about its result. */
export function renderTool({ model, el }) {
  const [tool, labels] = [model.get("tool"), model.get("labels")];
  const id = uniqueId("tool");
  const body = TOOLS[tool.kind]({ model, tool, labels, lang: model.get("lang") ?? "en" });
  const caveats = tool.caveats.map((caveat) => html(h("li"), caveat));
  el.append(
    h(
      "section",
      { class: `tool controls ${tool.kind}`, "aria-labelledby": id, "data-lm-suppress-shortcuts": "true" },
      h("p", { class: "tool-title", id }, tool.title),
      html(h("div", { class: "intro" }), tool.intro),
      body,
      h("div", { class: "mind" }, h("p", {}, labels.toolMind), h("ul", {}, caveats)),
      html(h("p", { class: "source" }), tool.sources),
    ),
  );
}
