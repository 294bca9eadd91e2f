import {expect, test} from "vitest";
import {variationDiagram, type VariationRow} from "../../../src/components/charts/variationDiagram.js";
import {document, expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {description, options as base, title} from "./fixtures.js";

refuseWarnings();

const options = {...base, profession: "gp", share: 18.2};
const bar = (participant: string, percent: number | null): VariationRow => ({
  participant,
  percent,
  low_chance: 0,
  high_chance: 42.5,
  registrations_band: "5-9",
  status: percent === null ? "hidden" : "shown"
});
const rows = [bar("10", 25), bar("2", 0), bar("9", 0), bar("1", 14), bar("52", null)];

/** Participant numbers from left to right. */
const numbers = (chart: Element) =>
  [...chart.querySelectorAll("[aria-label='x-axis tick label'] text")].map((text) => text.textContent);

test.each([640, 390])("bars from the lowest to the highest, %d pixels wide", (width) => {
  const chart = variationDiagram(rows, {...options, width, own: "1"});
  expectSound(chart, title, description);
  expect(numbers(chart)).toEqual(["2", "9", "1", "10", "52"]);
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("zeros have a tick, hidden participants a word", () => {
  const chart = variationDiagram(rows, options);
  expect(chart.querySelectorAll("[aria-label='tick'] line")).toHaveLength(2);
  expect(textsOf(chart).filter((text) => text === "skjult")).toHaveLength(1);
});

test("the reader's own bar is marked, and nobody's when the number is nobody's", () => {
  expect(textsOf(variationDiagram(rows, {...options, own: " 10 "}))).toContain("▼ dig");
  expect(textsOf(variationDiagram(rows, {...options, own: "1000"})).join()).not.toContain("▼");
  expect(textsOf(variationDiagram(rows, options)).join()).not.toContain("▼");
});

test("without chance limits or common share only bars are drawn", () => {
  const chart = variationDiagram(
    rows.map((row) => ({...row, low_chance: null, high_chance: null})),
    {...options, share: null}
  );
  expectSound(chart, title, description);
  expect(textsOf(chart).join()).not.toMatch(/tilfældigheder|samlet/i);
});

test("77 participants keep their names: the chart grows wider than a phone", () => {
  const many = Array.from({length: 77}, (_, i) => bar(String(i + 1), i));
  const chart = variationDiagram(many, {...options, width: 390});
  expect(numbers(chart)).toHaveLength(77);
  expect(Number(chart.getAttribute("width")) / 77).toBeGreaterThan(11);
});

test("a participant number of markup is text and nothing else", () => {
  const evil = "<img src=x onerror=alert(1)>";
  const chart = variationDiagram([bar(evil, 25), bar("1", null)], {...options, own: evil, title: evil});
  expect(chart.querySelector("img, script, foreignObject")).toBeNull();
  expect(
    [...chart.querySelectorAll("*")]
      .flatMap((element) => [...element.attributes])
      .filter(({name}) => name.startsWith("on"))
  ).toEqual([]);
  expect(chart.querySelector("title")?.textContent).toContain(evil);
  const readAgain = document.createElement("div");
  readAgain.innerHTML = chart.outerHTML;
  expect(readAgain.querySelector("img")).toBeNull();
});

test("one row, and none", () => {
  expectSound(variationDiagram(rows.slice(0, 1), options), title, description);
  const empty = variationDiagram([], options);
  expect(textsOf(empty)).toEqual(["Ingen data at vise med dette valg"]);
});

test("participants shown by private codes have no name, in the picture or beside a bar, and stand by value", () => {
  const hashes = ["c3", "a1", "b2"].map((start) => start.repeat(32));
  const chart = variationDiagram([bar(hashes[0]!, 30), bar(hashes[1]!, 10), bar(hashes[2]!, null)], {
    ...options,
    own: hashes[0],
    unnamed: true
  });
  expectSound(chart, title, description);
  expect(chart.outerHTML).not.toMatch(/(?:a1|b2|c3){3}/);
  expect(numbers(chart)).toEqual([]);
  expect(textsOf(chart)).toEqual(expect.arrayContaining(["▼ dig", "Deltagere"]));
  const titles = [...chart.querySelectorAll("rect title")].map((node) => node.textContent);
  expect(titles.map((text) => text!.split("\n")[0])).toEqual([
    "Deltager (5–9 registreringer): 10,0\u00A0%",
    "Deltager (5–9 registreringer): 30,0\u00A0%"
  ]);
});
