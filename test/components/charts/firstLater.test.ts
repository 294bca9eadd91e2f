import {expect, test} from "vitest";
import {firstLater} from "../../../src/components/charts/pairedRows.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {description, hiddenRow, options, row, title} from "./fixtures.js";

refuseWarnings();

const first = (of: ReturnType<typeof row>) => ({...of, consultation: "first"});
const later = (of: ReturnType<typeof row>) => ({...of, consultation: "later"});
const rows = [
  first(row("gp", "advice", 60)),
  later(row("gp", "advice", 40)),
  first(row("chiropractor", "advice", 70)),
  later(row("chiropractor", "advice", 72)),
  first(row("gp", "nsaid", 20)),
  later(row("gp", "nsaid", 30))
];

test.each([640, 390])("first against later consultations, %d pixels wide", (width) => {
  const chart = firstLater(rows, {...options, width});
  expectSound(chart, title, description);
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("consultations that are neither are passed over", () => {
  const all = {...row("gp", "advice", 99), consultation: "all"};
  expect(snapshotOf(firstLater([...rows, all], options))).toBe(snapshotOf(firstLater(rows, options)));
});

test("one hidden side leaves the other drawn; two leave a word", () => {
  const one = textsOf(firstLater([first(row("gp", "advice", 60)), later(hiddenRow("gp", "advice"))], options));
  expect(one).toContain("senere eller uoplyst: skjult, for få");
  const both = firstLater([first(hiddenRow("gp", "advice")), later(hiddenRow("gp", "advice"))], options);
  expectSound(both, title, description);
  expect(textsOf(both)).toContain("Læger: skjult, for få");
});

test("one row, and none", () => {
  expect(textsOf(firstLater(rows.slice(0, 1), options))).toContain("senere eller uoplyst: ingen registreringer");
  expect(textsOf(firstLater([], options))).toEqual(["Ingen data at vise med dette valg"]);
});
