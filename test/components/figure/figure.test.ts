import {beforeEach, describe, expect, test, vi} from "vitest";
import {figure, type FigureOptions} from "../../../src/components/figure/figure.js";
import {svgElement} from "../../../src/components/dom/dom.js";
import {hang} from "../../support/hang.js";
import {evil, openPage} from "../browser.js";

beforeEach(() => void openPage());

const widths: number[] = [];
const base = (): FigureOptions => ({
  id: "haandtering",
  title: "Henvist til billeddiagnostik",
  sentence: "Lægerne henviste 12,3 % (10,1-14,9 %).",
  chart: (width) => (widths.push(width), svgElement("svg", {width, height: 50})),
  rows: [
    {profession: "Læger", percent: 12.34, status: "shown"},
    {profession: "Kiropraktorer", percent: null, status: "hidden"},
    {profession: "Fysioterapeuter", percent: null, status: "shown"}
  ],
  columns: [
    {field: "profession", label: "Faggruppe"},
    {field: "percent", label: "Andel", unit: "%"}
  ],
  n: "N = 5.954 registreringer",
  source: "Audit 2011",
  seal: "a1b2c3",
  synthetic: true,
  sql: "SELECT 1"
});
const make = (options: Partial<FigureOptions> = {}) => {
  const node = figure({...base(), id: `f${Math.random().toString(36).slice(2)}`, ...options});
  document.body.append(node);
  return node;
};
const button = (node: HTMLElement, label: string) =>
  Array.from(node.querySelectorAll("button")).find((b) => b.textContent === label);

describe("figure", () => {
  test("has title, sentence, chart, N and source", () => {
    const node = make({id: "en"});
    expect(node.localName).toBe("figure");
    expect(node.id).toBe("en");
    expect(node.querySelector("h3")!.textContent).toBe("Henvist til billeddiagnostik");
    expect(node.getAttribute("aria-labelledby")).toBe(node.querySelector("h3")!.id);
    expect(node.querySelector(".figure-sentence")!.textContent).toBe(base().sentence);
    expect(node.querySelector(".figure-source")!.textContent).toBe("N = 5.954 registreringer · Kilde: Audit 2011");
    expect(widths.at(-1)).toBe(640);
    expect(make({level: 2}).querySelector("h2")).not.toBeNull();
  });

  test("what a range is, where a number has one", () => {
    const ranged = {profession: "Læger", percent: null, percent_least: 0.3, percent_most: 1.3, status: "hidden"};
    const said = (rows: FigureOptions["rows"]) => make({rows}).querySelector(".figure-ranges")?.textContent;
    expect(said(base().rows)).toBeUndefined();
    expect(said([ranged])).toMatch(/^Skjulte tal står som et spænd/);
    expect(make({rows: [ranged]}).querySelector(".figure-empty")).toBeNull();
    expect(make({rows: [{...ranged, percent_least: null}]}).querySelector(".figure-empty")).not.toBeNull();
  });

  test("the sentence is the chart's text alternative", () => {
    const chart = make().querySelector("[role=img]")!;
    expect(chart.getAttribute("aria-label")).toBe(base().sentence);
    expect(chart.querySelector("svg")).not.toBeNull();
  });

  test("buttons for the table and the files", () => {
    const labels = Array.from(make().querySelectorAll("button"), (b) => b.textContent);
    expect(labels).toEqual(["Tabel", "CSV", "SVG", "PNG", "Tilføj til mødemappe"]);
  });

  test("the table opens, closes, and stays open in the next drawing of the same figure", () => {
    const node = make({id: "samme"});
    const toggle = button(node, "Tabel")!;
    const panel = node.querySelector<HTMLElement>(`[id="${toggle.getAttribute("aria-controls")}"]`)!;
    expect([panel.hidden, toggle.getAttribute("aria-expanded")]).toEqual([true, "false"]);
    toggle.click();
    expect([panel.hidden, toggle.getAttribute("aria-expanded")]).toEqual([false, "true"]);
    expect(Array.from(panel.querySelectorAll("tbody tr"), (tr) => tr.textContent)).toEqual([
      "Læger12,3",
      "Kiropraktorerskjult, for få",
      "Fysioterapeuter–"
    ]);
    expect(make({id: "samme"}).querySelector("table")).not.toBeNull();
    toggle.click();
    expect(panel.hidden).toBe(true);
    expect(make({id: "samme"}).querySelector("table")).toBeNull();
  });

  test("says so when there is nothing to show", () => {
    const drawn = widths.length;
    const none = make({rows: []});
    expect(none.querySelector(".figure-empty")!.textContent).toMatch(/ingen tal at vise/);
    expect(none.querySelector("[role=img]")).toBeNull();
    expect(none.querySelector("button")).toBeNull();
    const incomplete = make({rows: [{profession: "Læger", percent: null, status: "incomplete"}]});
    expect(incomplete.querySelector(".figure-empty")!.textContent).toMatch(/opfølgningen er ufuldstændig/);
    const hidden = make({rows: [{profession: "Læger", percent: null, status: "hidden"}]});
    expect(hidden.querySelector(".figure-empty")!.textContent).toMatch(/skjult/);
    expect(Array.from(hidden.querySelectorAll("button"), (b) => b.textContent)).toEqual([
      "Tabel",
      "CSV",
      "Tilføj til mødemappe"
    ]);
    expect(widths.length).toBe(drawn);
  });

  test("the reader's own mark is on the page and in no download", async () => {
    const files: Blob[] = [];
    URL.createObjectURL = (file) => (files.push(file as Blob), "blob:x");
    URL.revokeObjectURL = () => {};
    // jsdom cannot follow a link to a file.
    document.addEventListener(
      "click",
      (event) => (event.target as Element).localName === "a" && event.preventDefault()
    );
    const mark = (width: number) => svgElement("svg", {width, height: 50}, svgElement("text", {}, "din søjle"));
    const node = make({own: {chart: mark, sentence: "Din søjle er nummer 17."}});
    expect(node.querySelector("[role=img]")!.textContent).toBe("din søjle");
    expect(node.querySelector(".figure-sentence")!.textContent).toBe("Din søjle er nummer 17.");
    for (const label of ["CSV", "SVG"]) button(node, label)!.click();
    await vi.waitUntil(() => files.length === 2, {timeout: hang});
    for (const file of files) expect(await file.text()).not.toMatch(/din søjle|17/i);
  });

  test("what a chart makes focusable is left to the frame", () => {
    const box = document.createElement("div");
    box.innerHTML = "<div tabindex=0><svg></svg></div>";
    const picture = make({chart: () => box}).querySelector("[role=img]")!;
    expect(picture.querySelector("[tabindex]")).toBeNull();
    expect(picture.firstElementChild!.getAttribute("aria-hidden")).toBe("true");
  });

  test("markup in the data is inert everywhere", () => {
    const rows = [{profession: evil, percent: 1, status: "shown"}];
    const node = make({
      title: evil,
      sentence: evil,
      n: evil,
      source: evil,
      seal: evil,
      note: evil,
      sql: evil,
      rows,
      columns: [{field: "profession", label: evil}]
    });
    button(node, "Tabel")!.click();
    expect(node.querySelector("img")).toBeNull();
    expect(node.querySelector("td, tbody th")!.textContent).toBe(evil);
  });
});
