import {expect, test} from "vitest";
import {partsOf, someOf} from "../../../../data-loaders/tables/counted/parts.js";

const rows = [
  {period: "2022/23", sex: "female"},
  {period: "2022/23", sex: "male"},
  {period: "2023/24", sex: "female"}
];
const groupOf = ({period, sex}: Record<string, unknown>) => ({period: String(period), sex: String(sex)});

test("rows that leave nobody out make up each period", () => {
  const relations = partsOf(rows, groupOf, ({period}) => ({period: String(period)}));
  expect(relations.map(({terms, low, high}) => ({terms, low, high}))).toEqual([
    {
      terms: [
        [{period: "2022/23", sex: "female"}, 1],
        [{period: "2022/23", sex: "male"}, 1],
        [{period: "2022/23"}, -1]
      ],
      low: 0,
      high: 0
    },
    {
      terms: [
        [{period: "2023/24", sex: "female"}, 1],
        [{period: "2023/24"}, -1]
      ],
      low: 0,
      high: 0
    }
  ]);
});

test("those with something in common and those without are the group", () => {
  const [relation] = someOf([{period: "2022/23"}], () => ({period: "2022/23", scanned: "yes"}), "scanned");
  expect(relation).toMatchObject({
    terms: [
      [{period: "2022/23", scanned: "yes"}, 1],
      [{period: "2022/23", scanned: "no"}, 1],
      [{period: "2022/23"}, -1]
    ],
    low: 0,
    high: 0
  });
});
