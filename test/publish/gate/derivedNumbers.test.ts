import {expect, test} from "vitest";
import type {Row} from "../../../data-loaders/engine/session.js";
import {derivedNumbers} from "../../../publish/gate/derivedNumbers.js";
import type {GatedTable} from "../../../publish/gate/gatedTables.js";

const gated = (tables: Record<string, Row[]>) =>
  Object.entries(tables).map(
    ([name, rows]) => ({table: {name, columns: [{name: "cv", decimals: 0}]}, rows}) as unknown as GatedTable
  );

const area = (area_id: string, numerator: number | null, denominator: number | null) => ({
  indicator_id: "surgery",
  period: "2023/24",
  area_type: "region",
  area_id,
  numerator,
  denominator
});
const values = [area("1081", 30, 100), area("1082", 40, 200), area("1083", null, null), area("unknown", 5, 9)];
// By hand: 30 of 100 and 40 of 200.
const measured = {
  subject: "register_region",
  period: "2023/24",
  measure: "surgery",
  units: 2,
  extremal_quotient: 1.5,
  // √½ · 0.1 / 0.25 = 28.28 %, published without decimals.
  cv: 28,
  status: "shown"
};

test("a variation of the areas that are shown", () => {
  expect(derivedNumbers(gated({variation: [measured], indicator_values: values}))).toEqual([]);
});

test.each([
  ["of one that is hidden as well", {units: 3}, /variation: units er 3, men af de viste tal følger 2/],
  ["whose highest is hidden", {extremal_quotient: 2}, /extremal_quotient er 2, men af de viste tal følger 1\.(5|49)/]
])("a variation %s", (_, wrong, reason) => {
  const faults = derivedNumbers(gated({variation: [{...measured, ...wrong}], indicator_values: values}));
  expect(faults).toEqual([expect.stringMatching(reason)]);
});

test("ranks of the areas that are shown", () => {
  const rank = (area_id: string, rank_low: number, rank_high: number) => ({
    measure: "surgery",
    period: "2023/24",
    area_type: "region",
    area_id,
    rank_low,
    rank_high,
    areas: 3
  });
  const rows = [area("1081", 300, 1000), area("1082", 400, 2000), area("1083", null, null)];
  const ranks = [rank("1081", 1, 2), rank("1082", 2, 3)];
  expect(derivedNumbers(gated({area_ranks: ranks, indicator_values: rows}))).toEqual([]);
  const wrong = [rank("1081", 1, 1), ranks[1]!];
  expect(derivedNumbers(gated({area_ranks: wrong, indicator_values: rows}))).toEqual([
    expect.stringMatching(/placeringerne er andre end dem, der følger/)
  ]);
  // A period that was released before there were ranks.
  expect(derivedNumbers(gated({indicator_values: rows}))).toEqual([]);
});

const answer = (group: Row, n: number | null, total: number | null) => ({
  round: 1,
  profession: "gp",
  consultation: "all",
  patient_group: "all",
  question_id: "actions",
  answer_id: "nsaid",
  ...group,
  n,
  total,
  percent: n === null || total === null ? null : (100 * n) / total
});
const severe = {
  ...answer({patient_group: "severe"}, null, null),
  compared: "patient_group",
  percent: 50,
  percent_others: 20,
  difference: 30,
  low: 12,
  high: 47
};
const first = {
  ...severe,
  compared: "consultation",
  consultation: "first",
  patient_group: "all",
  difference: 40,
  percent_others: 10
};
const answers = [
  answer({}, 50, 160),
  answer({patient_group: "severe"}, 30, 60),
  answer({consultation: "first"}, 40, 80),
  answer({consultation: "later"}, 8, 80)
];

test("a difference between two shown shares: the others are all but the severely affected", () => {
  expect(derivedNumbers(gated({audit_differences: [severe, first], audit_answers: answers}))).toEqual([]);
});

test.each([
  ["that is another", [{...severe, difference: 31}], answers, /difference er 31, men af de viste tal følger 30/],
  [
    "whose one share is hidden",
    [first],
    answers.map((row) => (row.consultation === "later" ? {...row, n: null, percent: null} : row)),
    /percent er 50, men af de viste tal følger null/
  ]
])("a difference %s", (_, rows, published, reason) => {
  expect(derivedNumbers(gated({audit_differences: rows, audit_answers: published}))).toEqual([
    expect.stringMatching(reason)
  ]);
});
