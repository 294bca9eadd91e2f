import {expect, test} from "vitest";
import {hospitalAreas} from "../../../src/components/rows/hospitalAreas.js";

const places = [
  {id: "country", label: "Hele landet"},
  {id: "1083", label: "Syddanmark"},
  {id: "1084", label: "Hovedstaden"},
  {id: "private", label: "Privathospitaler"},
  {id: "unknown", label: "Ukendt region"}
];

test("every place by its name and in order, the country first; the unknown are left out", () => {
  const rows = ["1084", "all", "private", "unknown", "1083"].map((hospital_region) => ({hospital_region}));
  expect(hospitalAreas(rows, places).map(({area_id, name, region}) => [area_id, name, region])).toEqual([
    ["country", "Hele landet", "country"],
    ["1083", "Region Syddanmark", "1083"],
    ["1084", "Region Hovedstaden", "1084"],
    ["private", "Privathospitaler", "private"]
  ]);
});

test("a place keeps its rows of every period, as they stand", () => {
  const rows = ["2022/23", "2023/24"].map((period) => ({hospital_region: "private", period, percent: null}));
  expect(hospitalAreas(rows, places).map(({period, percent}) => [period, percent])).toEqual([
    ["2022/23", null],
    ["2023/24", null]
  ]);
});
