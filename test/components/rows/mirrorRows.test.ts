import {describe, expect, test} from "vitest";
import {earlierRows, mirrorShares, type FoundShare} from "../../../src/components/rows/mirrorRows.js";

const found = (
  kind: FoundShare["kind"],
  ref: string,
  area_id: string,
  n: number | null,
  total: number | null,
  status: FoundShare["status"] = "shown"
): FoundShare => ({
  kind,
  ref,
  area_id,
  n,
  total,
  percent: n !== null && total ? (100 * n) / total : null,
  low: null,
  high: null,
  status
});

describe("the registers' side", () => {
  const rows = [
    {...found("indicator", "mri", "1083", 20, 100), low: 13.3, high: 28.9},
    found("indicator", "mri", "country", 40, 400),
    found("indicator", "surgery", "1083", 30, 300),
    found("indicator", "surgery", "country", null, null, "hidden_secondary"),
    found("provider", "either", "1083", 5, 10)
  ];
  const labelOf = (kind: string, ref: string) => `${kind} ${ref}`;

  test("published limits stand, and Wilson's are added where there are none", () => {
    const shares = mirrorShares(
      [{indicator: "mri", label: "MR"}, {provider: "either"}],
      rows,
      ["1083", "country"],
      labelOf
    );
    // Wilson for 40 of 400: 7.4 to 13.3 %; for 5 of 10: 23.7 to 76.3 %.
    expect(shares.map(({label, area, percent, low, high}) => [label, area, percent, low, high])).toEqual([
      ["MR", "1083", 20, 13.3, 28.9],
      ["MR", "country", 10, expect.closeTo(7.42, 1), expect.closeTo(13.33, 1)],
      ["provider either", "1083", 50, expect.closeTo(23.66, 1), expect.closeTo(76.34, 1)]
    ]);
  });

  test("how many an indicator asks, of those that others ask; hidden where a number of it is", () => {
    const shares = mirrorShares(
      [{asked: "mri", of: ["surgery"], label: "Scannet"}],
      rows,
      ["1083", "country"],
      labelOf
    );
    expect(shares.map(({n, total, percent, status}) => [n, total, percent && Math.round(percent), status])).toEqual([
      [100, 300, 33, "shown"],
      [null, null, null, "hidden_secondary"]
    ]);
    const both = mirrorShares([{asked: "mri", of: ["mri", "surgery"], label: "Scannet"}], rows, ["1083"], labelOf);
    expect(both).toMatchObject([{n: 100, total: 400, percent: 25}]);
  });
});

test("2011 beside today, where the form asks the same", () => {
  const share = (ref: string, profession: string, percent: number) => ({
    profession,
    profession_da: profession,
    ref,
    label: ref,
    consultation: "all",
    patient_group: "all",
    percent,
    low: percent - 1,
    high: percent + 1,
    n: 1,
    total: 2,
    status: "shown"
  });
  const rows = earlierRows(
    [
      {
        statement: "S007",
        profession: "gp",
        label: "Fysioterapeut",
        percent: 33.3,
        same: "yes",
        answer: "referrals.physiotherapist"
      },
      {statement: "S005", profession: "gp", label: "Bevægeangst", percent: 32, same: "no", why: "Spørges der ikke om."}
    ],
    [share("referrals.physiotherapist", "chiropractor", 1), share("referrals.physiotherapist", "gp", 30)]
  );
  expect(rows.map(({before, percent, same, why}) => [before, percent, same, why])).toEqual([
    [33.3, 30, "yes", ""],
    [32, null, "no", "Spørges der ikke om."]
  ]);
});
