import {expect, test} from "vitest";
import {roundChange, type RoundChangeRow} from "../../../src/components/charts/roundChange.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {description, options, title} from "./fixtures.js";

refuseWarnings();

const rows: RoundChangeRow[] = [
  {
    profession: "gp",
    answer: "actions.nsaid",
    label: "NSAID",
    change: -8.4,
    low: -13.2,
    high: -3.6,
    p1: 0.301,
    p2: 0.217,
    participants: 30,
    status: "shown"
  },
  {
    profession: "chiropractor",
    answer: "actions.advice",
    label: "Rådgivning",
    change: 2,
    low: -4,
    high: 8,
    status: "shown"
  }
];

test.each([640, 390])("change between two rounds, %d pixels wide", (width) => {
  const chart = roundChange(rows, {...options, width});
  expectSound(chart, title, description);
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("signs are written out, and the axis reaches as far to both sides", () => {
  const chart = roundChange(rows, options);
  expect(textsOf(chart)).toEqual(expect.arrayContaining(["−20", "0", "+20"]));
  expect(chart.querySelector("title")?.textContent).toBe(
    "Praktiserende læger: NSAID\n−8,4\u00A0procentpoint (−13,2 til −3,6); fra 30,1\u00A0% til 21,7\u00A0%"
  );
});

test("hidden, without interval, one row, and none", () => {
  const hidden = roundChange([{...rows[0]!, change: null, low: null, high: null, status: "hidden"}], options);
  expectSound(hidden, title, description);
  expect(textsOf(hidden)).toContain("Læger: skjult, for få");
  expectSound(roundChange([{...rows[0]!, low: null, high: null}], options), title, description);
  expect(textsOf(roundChange([], options))).toEqual(["Ingen data at vise med dette valg"]);
});
