import {expect, test} from "vitest";
import type {PrevalenceStep} from "../../../data-loaders/programme/prevalence.js";
import {populationRows, type AreaPeople} from "../../../src/components/rows/populationRows.js";

const steps: PrevalenceStep[] = [
  {id: "pain", label: "Ondt", share: {low: 0.4, high: 0.4}, of: "adults", note: "a"},
  {id: "daily", label: "Hver dag", share: {low: 0.06, high: 0.08}, of: "adults", note: "b"},
  {id: "seen", label: "Set", share: {low: 0.01, high: 0.01}, of: "inhabitants", registers: "patients", note: "c"},
  {id: "sick", label: "Set og sygemeldt", share: {low: 0.2, high: 0.4}, of: "seen", note: "d"},
  {id: "operated", label: "Opereret", registers: "operated", note: "e"}
];
const people: AreaPeople = {
  adults: 1000,
  inhabitants: 1200,
  patients: 15,
  patients_status: "shown",
  operated: null,
  operated_status: "hidden"
};

test("shares of adults, of inhabitants and of a step; ranges stay ranges", () => {
  expect(populationRows(steps, people).map(({low, high}) => [low, high])).toEqual([
    [400, 400],
    [60, 80],
    [12, 12],
    [expect.closeTo(2.4, 9), expect.closeTo(4.8, 9)],
    [null, null]
  ]);
});

test("what the registers count stands beside, hidden or not", () => {
  expect(populationRows(steps, people).map(({counted}) => counted)).toEqual([
    undefined,
    undefined,
    {value: 15, status: "shown"},
    undefined,
    {value: null, status: "hidden"}
  ]);
});

test("without children in the population count nothing is a share of all inhabitants", () => {
  const rows = populationRows(steps, {...people, inhabitants: null});
  expect(rows.map(({low}) => low)).toEqual([400, 60, null, null, null]);
});
