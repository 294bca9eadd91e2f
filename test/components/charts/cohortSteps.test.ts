import {expect, test} from "vitest";
import {cohortSteps} from "../../../src/components/charts/cohortSteps.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {description, options, title} from "./fixtures.js";

refuseWarnings();

const steps = [
  {step: "seen", label: "Set på hospital med en rygdiagnose i perioden", people: 1000},
  {step: "left_out_prevalent", label: "Også set i de 2 år før", people: 300},
  {step: "left_out_minor", label: "Under 18 år", people: 0},
  {step: "included", label: "Patienter i databasen", people: 700}
];
const given = {title, description, document: options.document};

test.each([640, 390])("from those seen to those who count, %d pixels wide", (width) => {
  const chart = cohortSteps(steps, {...given, width});
  expectSound(chart, title, description);
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("those left out stand with a minus, nobody as 0, and a hidden number as hidden", () => {
  expect(textsOf(cohortSteps(steps, given))).toEqual(expect.arrayContaining(["1.000", "−300", "0", "700"]));
  const hidden = cohortSteps(
    steps.map((row) => (row.step === "left_out_minor" ? {...row, people: null} : row)),
    given
  );
  expectSound(hidden, title, description);
  expect(textsOf(hidden)).toContain("skjult");
});

test("without those seen there is nothing to draw", () => {
  expect(textsOf(cohortSteps([], given))).toEqual(["Ingen data at vise med dette valg"]);
});
