import {barX, barY, dot, lineY, plot} from "@observablehq/plot";
import {element} from "../../../src/components/dom/dom.js";
import type {Answer} from "../bench.js";
import {channels, chartCode, frame, marks, type Chart} from "../chartCode.js";
import {ask} from "./ask.js";
import {isNumeric, valueText} from "../words.js";

const draws = {barX, barY, dot, lineY};

/** More points than these are neither seen nor drawn in time. */
const mostDrawn = 5000;

/** A chart of an answer that is likely to be meant: its first number by its first word. */
function likelyChart({columns, rows}: Pick<Answer, "columns" | "rows">): Chart | undefined {
  const number =
    columns.find((column) => isNumeric(column) && /percent|andel|^n$|antal|patients|count/i.test(column.name)) ??
    columns.filter(isNumeric).at(-1);
  const other = columns.find((column) => column.name !== number?.name && column.name !== "status");
  if (!number || !other) return undefined;
  if (other.type === "DATE" || (isNumeric(other) && rows > 12)) return {mark: "lineY", x: other.name, y: number.name};
  return {mark: "barX", x: number.name, y: other.name};
}

/** Chooses a chart of an answer, draws it, and shows the code that a page draws it by. */
export function figurePane(
  answer: Answer,
  {chart, name, changed}: {chart: Chart | undefined; name: string; changed(chart: Chart): void}
): HTMLElement {
  let chosen = chart ?? likelyChart(answer);
  if (!chosen)
    return element("p", {class: "nothing"}, "Et svar skal have et tal og en kolonne mere for at kunne tegnes.");
  const drawing = element("div", {class: "drawing"});
  const code = element("code", {});
  const copy = element("button", {type: "button"}, "Kopiér koden");
  copy.addEventListener("click", () => {
    void navigator.clipboard.writeText(code.textContent ?? "");
    copy.textContent = "Kopieret";
    setTimeout(() => (copy.textContent = "Kopiér koden"), 1500);
  });
  const columns = answer.columns.map((column) => column.name);
  const select = (label: string, key: keyof Chart, options: [string, string][]) => {
    const input = element(
      "select",
      {},
      ...options.map(([value, text]) => element("option", {value, selected: (chosen![key] ?? "") === value}, text))
    );
    input.addEventListener("change", () => {
      chosen = {...chosen!, [key]: input.value || undefined};
      if (!chosen.color) delete chosen.color;
      changed(chosen);
      void draw();
    });
    return element("label", {}, element("span", {}, label), input);
  };
  const names = columns.map((column): [string, string] => [column, column]);
  const form = element(
    "div",
    {class: "chart-form"},
    select("Slags", "mark", Object.entries(marks)),
    select("Vandret", "x", names),
    select("Lodret", "y", names),
    select("Farve", "color", [["", "én farve"], ...names])
  );

  async function draw(): Promise<void> {
    code.textContent = chartCode(chosen!, name);
    try {
      const {rows, total} = await ask("window", {result: answer.result, view: {}, from: 0, count: 1000});
      const all = [...rows];
      while (all.length < Math.min(total, mostDrawn))
        all.push(...(await ask("window", {result: answer.result, view: {}, from: all.length, count: 1000})).rows);
      const objects = all.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
      const options = frame(chosen!) as {x: object; y: object};
      const danish = (column: string) =>
        answer.columns.some((one) => one.name === column && isNumeric(one)) ? {tickFormat: valueText} : {};
      const svg = plot({
        ...options,
        x: {...options.x, ...danish(chosen!.x)},
        y: {...options.y, ...danish(chosen!.y)},
        width: Math.max(280, drawing.clientWidth || 480),
        marks: [draws[chosen!.mark](objects as never, channels(chosen!) as never)]
      });
      drawing.replaceChildren(
        svg,
        ...(total > mostDrawn
          ? [element("p", {}, `De første ${mostDrawn.toLocaleString("da-DK")} rækker er tegnet.`)]
          : [])
      );
    } catch (error) {
      drawing.replaceChildren(element("p", {class: "fault"}, `Figuren kan ikke tegnes: ${(error as Error).message}`));
    }
  }

  requestAnimationFrame(() => void draw());
  if (!chart) changed(chosen);
  return element(
    "div",
    {class: "figure-pane"},
    form,
    drawing,
    element("details", {}, element("summary", {}, "Koden, som siden får"), element("pre", {}, code), copy)
  );
}
