import {expect, test} from "vitest";
import {triadShares} from "../../../src/components/charts/triadShares.js";
import type {TriadRow} from "../../../src/components/rows/triadRows.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {description, options, title} from "./fixtures.js";

refuseWarnings();

const row = (part: string, by: string, label: string, rest: Partial<TriadRow>): TriadRow => ({
  in: part,
  part,
  by,
  label,
  ref: label,
  n: null,
  total: null,
  percent: null,
  low: null,
  high: null,
  status: "shown",
  ...rest
});
const rows = [
  row("Uspecifikke lænderygsmerter", "printed", "Diasene", {low: 80, high: 85}),
  row("Uspecifikke lænderygsmerter", "registers", "Registrene: rygsmerter (DM54)", {
    n: 670,
    total: 1000,
    percent: 67,
    low: 64,
    high: 69.8
  }),
  row("Nerverodspåvirkning", "printed", "Forløbsprogrammet", {low: 90, high: 90, percent: 90}),
  row("Nerverodspåvirkning", "gp", "Praktiserende læger", {n: 60, total: 300, percent: 20, low: 15, high: 26}),
  row("Nerverodspåvirkning", "chiropractor", "Kiropraktorer", {status: "hidden"}),
  row("Nerverodspåvirkning", "registers", "Registrene: båndskiver (DM51)", {status: "hidden_secondary"})
];

test.each([900, 360])("printed ranges beside counted shares, part by part, %d pixels wide", (width) => {
  const chart = triadShares(rows, {...options, title, description, width});
  expectSound(chart, title, description);
  expect(textsOf(chart).map((text) => text.replaceAll("\u00A0", " "))).toEqual(
    expect.arrayContaining([
      "80–85 %",
      "ca. 90 %",
      "67,0 % (64,0–69,8 %); 670 af 1.000",
      "skjult, for få",
      "skjult, beskytter andre tal"
    ])
  );
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("no rows", () => {
  expect(textsOf(triadShares([], options))).toEqual(["Ingen data at vise med dette valg"]);
});
