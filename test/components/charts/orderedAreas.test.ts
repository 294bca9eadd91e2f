import {expect, test} from "vitest";
import {orderedAreas} from "../../../src/components/charts/orderedAreas.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {area, description, hiddenArea, options as base, regions, rows, title} from "./areas.js";

refuseWarnings();

const options = {...base, regions, country: 88};
const names = (chart: Element) =>
  [...chart.querySelectorAll(".linked-band [data-area]")].map((band) => band.getAttribute("data-area"));

test.each([640, 360])("areas from the highest to the lowest, %d pixels wide", (width) => {
  const chart = orderedAreas(rows, {...options, width, target: 90});
  expectSound(chart, title, description);
  expect(names(chart)).toEqual(["0825", "0461", "0851", "0492", "0563"]);
  expect(textsOf(chart)).toContain("skjult, for få");
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("where a low share is better, the lowest stands first, and what is hidden last", () => {
  expect(names(orderedAreas(rows, {...options, lowFirst: true}))).toEqual(["0492", "0851", "0461", "0825", "0563"]);
});

test("98 municipalities stand in two columns on a wide page and in one on a phone, each with its name", () => {
  const many = Array.from({length: 98}, (_, i) => area(String(101 + i).padStart(4, "0"), `Kommune ${i}`, 80 + i / 10));
  const [wide, phone] = [1000, 360].map((width) => orderedAreas(many, {...options, width}));
  expect(Number(phone!.getAttribute("height"))).toBeGreaterThan(1.8 * Number(wide!.getAttribute("height")));
  for (const chart of [wide!, phone!]) {
    expect(textsOf(chart).filter((text) => text.startsWith("Kommune "))).toHaveLength(98);
    expect(new Set(names(chart)).size).toBe(98);
  }
});

test("a mark is filled outside the 95 % control limits only, and the legend says so", () => {
  const chart = orderedAreas(rows, options);
  const fills = [...chart.querySelectorAll(".linked-dot [data-area]")].map((dot) => [
    dot.getAttribute("data-area"),
    dot.getAttribute("fill") !== "var(--plot-background)"
  ]);
  expect(Object.fromEntries(fills)).toEqual({"0825": false, "0461": false, "0851": true, "0492": true});
  expect(textsOf(chart)).toEqual(
    expect.arrayContaining(["Fyldt: uden for 95 %-kontrolgrænserne", "Hul: inden for dem"])
  );
});

test("the range of a hidden area is drawn as far as the axis goes, and written where it goes further", () => {
  const ranged = (least: number, most: number) => [
    ...rows.filter(({percent}) => percent !== null),
    {...hiddenArea("0563", "Fanø", "hidden"), percent_least: least, percent_most: most}
  ];
  const drawn = (least: number, most: number) => {
    const chart = orderedAreas(ranged(least, most), options);
    expectSound(chart, title, description);
    return {rects: chart.querySelectorAll("[aria-label=rect]")[1]?.children.length, texts: textsOf(chart)};
  };
  const [within, beyond] = [drawn(85, 87), drawn(20, 100)];
  expect([within.rects, beyond.rects]).toEqual([1, 1]);
  expect(within.texts).not.toContain("85,0–87,0\u00A0%");
  expect(beyond.texts).toContain("20–100\u00A0%");
});

test("only hidden areas, and none", () => {
  expectSound(
    orderedAreas([hiddenArea("0563", "Fanø", "incomplete")], {...options, country: null}),
    title,
    description
  );
  expect(textsOf(orderedAreas([], options))).toEqual(["Ingen data at vise med dette valg"]);
});
