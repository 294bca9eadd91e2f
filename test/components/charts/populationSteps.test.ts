import {expect, test} from "vitest";
import {populationSteps} from "../../../src/components/charts/populationSteps.js";
import type {PopulationRow} from "../../../src/components/rows/populationRows.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {description, options, title} from "./fixtures.js";

refuseWarnings();

const rows: PopulationRow[] = [
  {id: "pain_year", label: "Har ondt i ryggen i løbet af et år", low: 401_377, high: 401_377, note: ""},
  {id: "daily", label: "Har ondt hver dag og er begrænset af det", low: 60_206, high: 80_275, note: ""},
  {
    id: "hospital",
    label: "Ses i sekundærsektoren",
    low: 12_541,
    high: 12_541,
    counted: {value: 16_035, status: "shown"},
    note: ""
  },
  {
    id: "operated",
    label: "Opereres inden for et år",
    low: null,
    high: null,
    counted: {value: 2027, status: "shown"},
    note: ""
  }
];
const given = {title, description, document: options.document, adults: 1_003_442};

test.each([900, 360])("ranges are broad strokes and counts symbols, %d pixels wide", (width) => {
  const chart = populationSteps(rows, {...given, width});
  expectSound(chart, title, description);
  expect(textsOf(chart)).toEqual(
    expect.arrayContaining([
      "1.003.442",
      "ca.\u00A0400.000",
      "60.000–80.000",
      "ca.\u00A013.000; registrene: 16.035",
      "registrene: 2.027"
    ])
  );
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("a hidden count is stated as hidden, too few as too few, and a share without a denominator cannot be computed", () => {
  const few: PopulationRow[] = [
    {id: "hospital", label: "Set", low: 6, high: 8, counted: {value: null, status: "hidden_secondary"}, note: ""},
    {id: "sick", label: "Sygemeldt", low: null, high: null, note: ""},
    {id: "operated", label: "Opereret", low: null, high: null, counted: {value: 0, status: "none"}, note: ""}
  ];
  const chart = populationSteps(few, {...given, adults: 600, width: 900});
  expectSound(chart, title, description);
  expect(textsOf(chart)).toEqual(
    expect.arrayContaining([
      "færre end 10; registrene: skjult, beskytter andre tal",
      "kan ikke beregnes",
      "registrene: 0"
    ])
  );
});

test("without a population there is nothing to draw", () => {
  expect(textsOf(populationSteps(rows, {...given, adults: null}))).toEqual(["Ingen data at vise med dette valg"]);
});
