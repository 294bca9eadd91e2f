import {beforeEach, describe, expect, test} from "vitest";
import {element, svgElement} from "../../../src/components/dom/dom.js";
import {fileName} from "../../../src/components/dom/download.js";
import {drawPicture, pictureFile} from "../../../src/components/picture/picture.js";
import {wrapText} from "../../../src/components/picture/pictureText.js";
import type {Row} from "../../../src/components/rows/column.js";
import {evil, openPage} from "../browser.js";

beforeEach(() => void openPage());

const base = {
  title: "Titel",
  sentence: "En ret lang sætning om fundene, ".repeat(10).trim(),
  chart: (width: number) =>
    element(
      "figure",
      {},
      svgElement("svg", {width, height: 30}),
      svgElement("svg", {width, height: 200}, svgElement("text", {fill: "currentColor", onclick: "x()"}, "mærke"))
    ),
  rows: [] as Row[],
  n: "N = 12",
  source: "Audit",
  seal: "abc",
  synthetic: true
};
const text = async (options = base) => await pictureFile(drawPicture(options)).text();

describe("picture", () => {
  test("carries title, sentence, N, source, seal and whether the data are synthetic", async () => {
    const picture = drawPicture(base);
    const lines = Array.from(picture.querySelectorAll(":scope > text"), (node) => node.textContent);
    expect(lines[0]).toBe("Titel");
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.slice(1, -2).join(" ")).toBe(base.sentence);
    expect(lines.slice(-2)).toEqual(["N = 12 · Kilde: Audit · Segl: abc", "Syntetiske data"]);
    expect(picture.getAttribute("viewBox")).toMatch(/^0 0 800 \d+$/);
  });

  test("says what a range is, where a number has one", async () => {
    const rows = [{n: null, n_least: 1, n_most: 4, status: "hidden"}];
    expect(await text({...base, rows})).toContain("Skjulte tal står som et spænd");
    expect(await text()).not.toContain("spænd");
  });

  test("stacks the drawings of a chart", () => {
    const drawings = Array.from(drawPicture(base).querySelectorAll("g > svg"));
    expect(drawings.map((svg) => [svg.getAttribute("y"), svg.getAttribute("height")])).toEqual([
      ["0", "30"],
      ["30", "200"]
    ]);
  });

  test("is well-formed, dark on white, and runs nothing", async () => {
    const file = await text({...base, title: `${evil}\u0001`, sentence: evil, source: evil});
    const parsed = new DOMParser().parseFromString(file, "image/svg+xml");
    expect(parsed.querySelector("parsererror, img, script")).toBeNull();
    expect(parsed.querySelector("title")!.textContent).toBe(evil);
    expect(file).not.toMatch(/currentColor|onclick/i);
  });

  test("leaves nothing in the page, not even when the chart fails", () => {
    drawPicture(base);
    expect(() =>
      drawPicture({
        ...base,
        chart: () => {
          throw new Error("no");
        }
      })
    ).toThrow("no");
    expect(document.querySelector(".picture-host")).toBeNull();
  });
});

test("lines break between words, never at a no-break space", () => {
  expect(wrapText("en to tre fire", 6, (part) => part.length)).toEqual(["en to", "tre", "fire"]);
  expect(wrapText("12,3\u00a0% af", 4, (part) => part.length)).toEqual(["12,3\u00a0%", "af"]);
  expect(wrapText("", 5, (part) => part.length)).toEqual([]);
});

test("a file is named after the figure and the choices", () => {
  expect(fileName("variation", "csv", "?fag=gp&svar=Rådgivning om øvelser", true)).toBe(
    "variation_gp_raadgivning-om-oevelser_syntetisk.csv"
  );
  expect(fileName("Vejle Indikatorer, 2016–2018", "csv", "?periode=2016-2018&kon=k", true)).toBe(
    "vejle-indikatorer-2016-2018_k_syntetisk.csv"
  );
  expect(fileName("a".repeat(200), "csv", "", true)).toMatch(/^a{120}_syntetisk\.csv$/);
  expect(fileName("variation", "png", "?x=../../etc")).toBe("variation_etc.png");
});
