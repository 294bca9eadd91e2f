import {readFileSync} from "node:fs";
import {csvParse} from "d3-dsv";
import {sum} from "d3-array";
import {expect, test} from "vitest";
import {attack} from "../../../../data-loaders/disclosure/attack/attack.js";
import {revealingRelations} from "../../../../data-loaders/disclosure/attack/explain.js";
import {systemOf} from "./systemOf.js";

const published = (file: string) => csvParse(readFileSync(`data/published/${file}.csv`, "utf8"));
const diagnoses = ["DM47*", "DM48*", "DM51*", "DM54*"];

/**
 * What the back database prints of hospital regions and of the country; patients without a region are left out of it.
 */
function report() {
  const counts = published("dard_diagnosis_by_region");
  const regions = published("dard_first_contact_by_region").map((row): [string, number] => [
    row.area!,
    Number(row.area_patients_n)
  ]);
  const areaOf = ({area}: {area?: string}) => (area === "Danmark" ? "land" : area!);
  const printed = counts.map((row): [string, number] => [`${areaOf(row)} ${row.icd10_sks}`, Number(row.count)]);
  const areas = [...new Set(regions.map(([area]) => area)), "ukendt"];
  return systemOf({land: 60143, ...Object.fromEntries(regions), ...Object.fromEntries(printed)}, [
    ["regioner + ukendt = land", "land", areas],
    ...diagnoses.map((diagnosis): [string, string, string[]] => {
      const parts = counts
        .filter((row) => row.icd10_sks === diagnosis && row.area !== "Danmark")
        .map(({area}) => `${area} ${diagnosis}`);
      return [`${diagnosis}: regioner + ukendt = land`, `land ${diagnosis}`, [...parts, `ukendt ${diagnosis}`]];
    }),
    ["ukendt: diagnoser", "ukendt", [...diagnoses.map((diagnosis) => `ukendt ${diagnosis}`), "ukendt andre"]]
  ]);
}

test("the printed regions and the printed country give away the patients without a region, diagnosis by diagnosis", async () => {
  const {system, of} = report();
  const cells = ["ukendt", ...diagnoses.map((d) => `ukendt ${d}`)].map(of);
  const expected = [287, 0, 10, 18, 231];
  const {ranges} = await attack(system, [], {ranges: cells});
  // Private hospitals are printed with 9,411 and with 9,412 patients; with the larger one 287 are left.
  expect(ranges).toEqual(expected.map((n) => ({least: n, most: n, exact: true})));
  expect(sum(expected.slice(1))).toBeLessThan(expected[0]!);

  const need = {cell: of("ukendt DM48*"), from: 1, to: 4};
  expect((await attack(system, [need])).verdicts).toEqual(["narrow"]);
  expect(await revealingRelations(system, need)).toEqual(["DM48*: regioner + ukendt = land"]);
});
