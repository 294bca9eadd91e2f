import {expect, test} from "vitest";
import type {TriadPart} from "../../../data-loaders/programme/prevalence.js";
import {triadRows, type CountedShare} from "../../../src/components/rows/triadRows.js";

const triad: TriadPart[] = [
  {
    id: "unspecific",
    label: "Uspecifikke",
    printed: [{low: 0.8, high: 0.85, label: "Diasene"}],
    diagnoses: ["DM54"],
    note: ""
  },
  {
    id: "root",
    label: "Nerverod",
    printed: [{low: 0.9, high: 0.9, label: "Programmet"}],
    answer: "findings.root",
    diagnoses: [],
    note: ""
  }
];
const share = (ref: string, by: string): CountedShare => ({
  ref,
  by,
  label: by,
  n: 1,
  total: 2,
  percent: 50,
  low: 10,
  high: 90,
  status: "shown"
});

test("printed first, then the audit's answer and the registers' codes of each part", () => {
  const rows = triadRows(triad, [
    share("findings.root", "gp"),
    share("findings.root", "chiropractor"),
    share("DM54", "registers"),
    share("DM51", "registers")
  ]);
  expect(rows.map(({part, by, low, high, percent}) => [part, by, low, high, percent])).toEqual([
    ["Uspecifikke", "printed", 80, 85, null],
    ["Uspecifikke", "registers", 10, 90, 50],
    ["Nerverod", "printed", 90, 90, 90],
    ["Nerverod", "gp", 10, 90, 50],
    ["Nerverod", "chiropractor", 10, 90, 50]
  ]);
});
