import {expect, test} from "vitest";
import {patientShares, type PatientShare} from "../../../src/components/charts/patientShares.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {description, options as base, title} from "./areas.js";

refuseWarnings();

const options = {...base, axis: "Procent af indikatorens patienter"};
const share = (label: string, patients: number | null, timing?: "before" | "after"): PatientShare => ({
  label,
  patients,
  total: patients === null ? null : 400,
  percent: patients === null ? null : patients / 4,
  status: patients === null ? "hidden" : "shown",
  ...(timing && {timing})
});

test.each([640, 360])("types of drug before and after the contact, %d pixels wide", (width) => {
  const rows = [
    share("Kun opioider", 240, "before"),
    share("Kun opioider", 200, "after"),
    share("Begge typer", 60, "before"),
    share("Begge typer", null, "after")
  ];
  const chart = patientShares(rows, {...options, width});
  expectSound(chart, title, description);
  expect(textsOf(chart)).toEqual(
    expect.arrayContaining(["Før kontakten", "Efter kontakten", "efter kontakten: skjult, for få"])
  );
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("groups that are counted once have no hollow dots and no legend", () => {
  const chart = patientShares([share("Praksis", 320), share("Hospital", 80)], options);
  expectSound(chart, title, description);
  expect(textsOf(chart)).not.toContain("Før kontakten");
  // Wilson for 320 of 400: 75.8 to 83.6 %.
  expect(chart.innerHTML).toContain("80,0\u00A0% (75,8–83,6\u00A0%)".replace(/\u00A0/g, "&nbsp;"));
});
