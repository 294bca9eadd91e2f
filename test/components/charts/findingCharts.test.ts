import {expect, test} from "vitest";
import {comparedShares} from "../../../src/components/charts/comparedShares.js";
import {indicatorStrips, type Strip} from "../../../src/components/charts/indicatorStrips.js";
import {partsOfAll} from "../../../src/components/charts/partsOfAll.js";
import {spreadOfShares} from "../../../src/components/charts/spreadOfShares.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {description, options, title} from "./fixtures.js";

refuseWarnings();

const compared = [
  {name: "Odense Kommune", percent: 32, low: 28, high: 36.2},
  {name: "Resten af landet", percent: 19.7, low: 19.1, high: 20.3}
];
const parts = [
  {name: "Følger reglen", percent: 60, isMeant: false},
  {name: "Afviger", percent: 40, isMeant: true}
];
const strip = (id: string, own?: Strip["own"]): Strip => ({
  id,
  title: "Kontakt med kiropraktor eller fysioterapeut inden hospitalskontakten",
  spread: [40, 45, 48, 50, 62],
  country: 48.5,
  trend: "→",
  region: 46,
  ...(own && {own})
});
const strips = [
  strip("a", {percent: 55, text: "55,0 %", standing: "better"}),
  strip("b", {percent: 41, text: "41,0 %", standing: "worse"}),
  strip("c", {percent: null, text: "31–100 %", standing: null})
];
const draw = {
  "two shares, others behind": (width: number) =>
    comparedShares(compared, {...options, width, others: [15, 20, 25], othersText: "de andre kommuner"}),
  "a whole and its parts": (width: number) => partsOfAll(parts, {...options, width}),
  "a spread": (width: number) => spreadOfShares({low: 14, middle: 43, high: 74}, {...options, width}),
  "strips of indicators": (width: number) => indicatorStrips(strips, {...options, width})
};

test.each(Object.entries(draw))("%s, on a desktop and on a telephone", (_, make) => {
  for (const width of [640, 330]) {
    const chart = make(width);
    expectSound(chart, title, description);
    expect(snapshotOf(chart)).toMatchSnapshot();
  }
});

test("every number of a comparison stands beside its mark, the first in the colour of what is one's own", () => {
  const chart = draw["two shares, others behind"](640);
  expect(textsOf(chart)).toEqual(
    expect.arrayContaining([
      "Odense Kommune: 32,0\u00A0% (28,0–36,2\u00A0%)",
      "Resten af landet: 19,7\u00A0% (19,1–20,3\u00A0%)",
      "Streger: de andre kommuner"
    ])
  );
});

test("the part that is meant stands first; better and worse differ by shape, and a hidden share has no mark", () => {
  expect(textsOf(draw["a whole and its parts"](640)).filter((text) => text.includes(":"))).toEqual([
    "Afviger: 40,0\u00A0%",
    "Følger reglen: 60,0\u00A0%"
  ]);
  const chart = draw["strips of indicators"](640);
  expect(textsOf(chart)).toEqual(expect.arrayContaining(["Bedre", "Dårligere", "Hele landet", "31–100 % →"]));
  const marks = Array.from(chart.querySelectorAll("[aria-label=dot] path"), (mark) => mark.getAttribute("d"));
  expect(new Set(marks.slice(-2)).size).toBe(2);
});

test("the middle half of the municipalities is a band between their quartiles, the region a tick of its own", () => {
  const chart = draw["strips of indicators"](640);
  expect(textsOf(chart)).toEqual(expect.arrayContaining(["Den midterste halvdel", "Regionen"]));
  // quantile(c(40, 45, 48, 50, 62), c(.25, .75)) in R: 45 and 50, of the 22 points from 40 to 62
  const [line] = chart.querySelectorAll("[aria-label=rule] line");
  const [band] = chart.querySelectorAll("[aria-label=rect] rect");
  const length = Number(line!.getAttribute("x2")) - Number(line!.getAttribute("x1"));
  expect(Number(band!.getAttribute("width")) / length).toBeCloseTo(5 / 22, 2);
});

test("no indicators", () => {
  expect(textsOf(indicatorStrips([], options))).toEqual(["Ingen data at vise med dette valg"]);
});
