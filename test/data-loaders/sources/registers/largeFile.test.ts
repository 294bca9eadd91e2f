import {describe, expect, it} from "vitest";
import {counts, csv, load, needed, prescription} from "./registerExtract.js";

// None of its people is in the population register.
const settings = {leastKnownPercent: 0};
const query = ["SELECT count(*) AS n FROM prescriptions"];

describe("one bad row in a large file is found on its own line, and every other row is kept", () => {
  it("a million lines of CSV", async () => {
    const header = csv([prescription()]).split("\n")[0]!;
    const lines = Array.from({length: 1_000_000}, (_, i) => `p${i};2023-07-01;N02AX02;10;1;r1;`);
    lines[765_432] = "p765432;2023-13-01;N02AX02;10;1;r1;";
    const outcome = await load({...needed, "lmdb/a.csv": [header, ...lines, ""].join("\n")}, query, {
      maxRejectedPercent: 0.001,
      settings
    });
    expect(counts(outcome, "lmdb")).toEqual({read: 1_000_000, kept: 999_999, leftOut: 0, rejected: 1});
    expect(outcome.rows[0]).toEqual([{n: 999_999}]);
    expect(outcome.rejects).toMatchObject([
      {fil: "a.csv", linje: "765434", kolonne: "eksd", værdi: "2023-13-01", regel: "date"}
    ]);
  });

  it("three million rows of Parquet", async () => {
    const parquet = `SELECT CASE WHEN i <> 2345678 THEN concat('p', i) END AS pnr, DATE '2023-07-01' AS eksd, 'N02AX02' AS atc, 10 AS volume, 1 AS apk FROM range(3000000) rows(i)`;
    const outcome = await load({...needed, "lmdb/a.parquet": {parquet}}, query, {
      maxRejectedPercent: 0.001,
      settings
    });
    expect(counts(outcome, "lmdb")).toEqual({read: 3_000_000, kept: 2_999_999, leftOut: 0, rejected: 1});
    expect(outcome.rows[0]).toEqual([{n: 2_999_999}]);
    expect(outcome.rejects).toMatchObject([{fil: "a.parquet", linje: "2345679", kolonne: "pnr", regel: "empty"}]);
  });
});
