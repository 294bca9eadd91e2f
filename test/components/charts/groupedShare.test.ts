import {expect, test} from "vitest";
import {groupedShare} from "../../../src/components/charts/pairedRows.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {description, hiddenRow, options, row, title} from "./fixtures.js";

refuseWarnings();

const of = (patient_group: string, from: ReturnType<typeof row>) => ({...from, patient_group});
const rows = [
  of("all", row("gp", "advice", 60)),
  of("severe", row("gp", "advice", 40)),
  of("all", row("physiotherapist", "nsaid", 1)),
  of("severe", row("physiotherapist", "nsaid", 3))
];

test.each([640, 390])("the severely affected against all, %d pixels wide", (width) => {
  const chart = groupedShare(rows, {...options, width});
  expectSound(chart, title, description);
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("the group is called what the code book calls it, a form without the answer is left out, and hiding is said", () => {
  const texts = textsOf(
    groupedShare(
      [...rows, of("all", row("physiotherapist", "advice", 9)), of("severe", hiddenRow("physiotherapist", "advice"))],
      {...options, severeLabel: "Udstråling"}
    )
  );
  expect(texts).toContain("Udstråling");
  expect(texts).toContain("udstråling: skjult, for få");
  expect(texts).not.toContain("Læger: ikke på skemaet");
});

test("one row, and none", () => {
  expectSound(groupedShare(rows.slice(0, 1), options), title, description);
  expect(textsOf(groupedShare([], options))).toEqual(["Ingen data at vise med dette valg"]);
});
