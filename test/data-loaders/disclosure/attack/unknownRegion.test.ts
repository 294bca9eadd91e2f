import {readFileSync} from "node:fs";
import {csvParse} from "d3-dsv";
import {sum} from "d3-array";
import {expect, test} from "vitest";
import {attack} from "../../../../data-loaders/disclosure/attack/attack.js";
import {revealingRelations} from "../../../../data-loaders/disclosure/attack/explain.js";
import {intervals} from "../../../../data-loaders/disclosure/attack/interval.js";
import {SystemBuilder} from "../../../../data-loaders/disclosure/builder.js";

const published = (file: string) => csvParse(readFileSync(`data/published/${file}.csv`, "utf8"));
const diagnoses = ["DM47*", "DM48*", "DM51*", "DM54*"];

/**
 * What the back database prints of hospital regions and of the country; patients without a region are left out of it.
 */
function report() {
  const builder = new SystemBuilder();
  const known = (key: string, value: number) => builder.cell(key, {low: value, high: value});
  const counts = published("dard_diagnosis_by_region");
  const regions = [
    ...new Map(published("dard_first_contact_by_region").map((row) => [row.area!, Number(row.area_patients_n)]))
  ];
  known("land", 60143);
  for (const [area, patients] of regions) known(area, patients);
  builder.sum("regioner + ukendt = land", "land", [...regions.map(([area]) => area), "ukendt"]);
  for (const diagnosis of diagnoses) {
    const rows = counts.filter((row) => row.icd10_sks === diagnosis);
    for (const row of rows) known(`${row.area === "Danmark" ? "land" : row.area} ${diagnosis}`, Number(row.count));
    builder.sum(`${diagnosis}: regioner + ukendt = land`, `land ${diagnosis}`, [
      ...rows.filter((row) => row.area !== "Danmark").map((row) => `${row.area} ${diagnosis}`),
      `ukendt ${diagnosis}`
    ]);
  }
  builder.sum("ukendt: diagnoser", "ukendt", [...diagnoses.map((diagnosis) => `ukendt ${diagnosis}`), "ukendt andre"]);
  const system = builder.build();
  return {system, of: (key: string) => system.cells.findIndex((cell) => cell.key === key)};
}

test("the printed regions and the printed country give away the patients without a region, diagnosis by diagnosis", async () => {
  const {system, of} = report();
  const cells = ["ukendt", ...diagnoses.map((d) => `ukendt ${d}`)];
  const expected = [287, 0, 10, 18, 231];
  const found = await intervals(system, cells.map(of));
  // Private hospitals are printed with 9,411 and with 9,412 patients; with the larger one 287 are left.
  expect(found.map(({whole}) => whole)).toEqual(expected.map((n) => [n, n]));
  expect(sum(expected.slice(1))).toBeLessThan(expected[0]!);

  const need = {cell: of("ukendt DM48*"), atMost: 1, atLeast: 11};
  expect((await attack(system, [need])).verdicts).toMatchObject([{result: "narrow", low: 10, high: 10}]);
  expect(await revealingRelations(system, need)).toEqual(["DM48*: regioner + ukendt = land"]);
});
