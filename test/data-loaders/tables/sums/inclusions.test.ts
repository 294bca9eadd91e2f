import {describe, expect, test} from "vitest";
import {readCodelists} from "../../../../data-loaders/ground/codelists.js";
import {assemble} from "../../../../data-loaders/disclosure/assemble.js";
import {presolve} from "../../../../data-loaders/disclosure/attack/presolve.js";
import {defaultRules} from "../../../../data-loaders/ground/rules.js";
import {inclusionSums} from "../../../../data-loaders/tables/sums/inclusions.js";
import {registerSums} from "../../../../data-loaders/tables/sums/registers.js";
import {defaultParameters} from "../../../../data-loaders/ground/parameters.js";
import {table as indicatorValues} from "../../../../data-loaders/tables/registers/indicatorValues.js";
import {attacker} from "../../../../publish/gate/attacker.js";
import {codebook} from "../tinyAudit.js";

const indicators = ["surgery_within_a_year", "rehabilitation_after_surgery"];
const sums = registerSums(readCodelists("data/codelists"), defaultParameters.periods, indicators);
const period = defaultParameters.periods[0]!.id;
const row = (
  indicator_id: string,
  numerator: number | null,
  denominator: number | null,
  area = {area_type: "municipality", area_id: "0825"}
) => ({indicator_id, period, ...area, numerator, denominator, status: numerator === null ? "hidden" : "shown"});

// Of other areas and indicators there are no rows here, though they have patients.
const protection = {...indicatorValues.protection!(codebook, defaultRules), covers: undefined};

/** The smallest and largest that a number of an area can be, by what the rows state of others. */
function between(rows: ReturnType<typeof row>[], group: Record<string, string>) {
  const {cells, relations, placeOf} = assemble([{name: "indicator_values", protection, rows}], sums);
  const {low, high} = presolve({
    cells: cells.map(({key, value}) => ({key, low: value ?? 0, high: value ?? Infinity})),
    relations
  });
  const place = placeOf(group)!;
  return [low[place], high[place]];
}

describe("in a municipality", () => {
  const here = {period, home: "0825"};

  test("those asked about rehabilitation are among the operated", () => {
    const rows = [row("surgery_within_a_year", 7, 60), row("rehabilitation_after_surgery", null, null)];
    expect(between(rows, {...here, "indicator rehabilitation_after_surgery": "in"})).toEqual([0, 7]);
  });

  test("so that as many at least are operated", () => {
    const rows = [row("surgery_within_a_year", null, null), row("rehabilitation_after_surgery", 12, 15)];
    expect(between(rows, {...here, "indicator surgery_within_a_year": "numerator"})).toEqual([15, Infinity]);
  });
});

test("a difference that reveals few people is hidden like their number", async () => {
  const country = {area_type: "country", area_id: "country"};
  const rows = [row("surgery_within_a_year", 20, 60, country), row("rehabilitation_after_surgery", 10, 18, country)];
  const {faults} = await attacker([{name: "indicator_values", protection, rows}], sums, defaultRules);
  expect(faults).toEqual([
    expect.stringMatching(/^counted, but not in rehabilitation_after_surgery=yes period=\S+ kan regnes ud til 2 af: /)
  ]);
});

test("where one of them is not complete, nothing is said of the other", () => {
  const rows = [
    {...row("surgery_within_a_year", null, null), status: "incomplete"},
    row("rehabilitation_after_surgery", 12, 15)
  ];
  expect(inclusionSums(rows)).toEqual([]);
});
