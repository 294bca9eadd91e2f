import {expect, it} from "vitest";
import {counts, csv, load, needed} from "./registerExtract.js";

const row = (område: string, køn: string, alder: string, civilstand: string, indhold = "10") => ({
  område,
  køn,
  alder,
  civilstand,
  tid: "2024K1",
  indhold
});
const query =
  "SELECT CAST(period_start AS VARCHAR) AS period, area_type, area_id, sex, age, age_to, number FROM population ORDER BY ALL";

it("reads FOLK1A with texts or codes, and leaves its sums out", async () => {
  const rows = [
    row("København", "Mænd", "18 år", "I alt"),
    row("101", "2", "105+", "TOT"),
    row("Region Syddanmark", "Kvinder", "18-24 år", "I alt"),
    row("084", "M", "18", "TOT"),
    row("000", "1", "18", "TOT"),
    row("101", "TOT", "18", "TOT"),
    row("101", "1", "IALT", "TOT"),
    row("101", "1", "18", "Ugift")
  ];
  const outcome = await load({...needed, "population/folk1a.csv": csv(rows)}, [query]);
  expect(outcome.rows[0]).toEqual([
    {period: "2024-01-01", area_type: "country", area_id: "country", sex: "male", age: 18, age_to: 18, number: 10},
    {
      period: "2024-01-01",
      area_type: "municipality",
      area_id: "0101",
      sex: "female",
      age: 105,
      age_to: null,
      number: 10
    },
    {period: "2024-01-01", area_type: "municipality", area_id: "0101", sex: "male", age: 18, age_to: 18, number: 10},
    {period: "2024-01-01", area_type: "region", area_id: "1083", sex: "female", age: 18, age_to: 24, number: 10},
    {period: "2024-01-01", area_type: "region", area_id: "1084", sex: "male", age: 18, age_to: 18, number: 10}
  ]);
  expect(counts(outcome, "population")).toEqual({read: 8, kept: 5, leftOut: 3, rejected: 0});
});

it("rejects what it does not know, such as a confidential cell", async () => {
  const rows = [
    row("Atlantis", "1", "18", "TOT"),
    row("101", "x", "18", "TOT"),
    row("101", "1", "ung", "TOT"),
    row("101", "1", "18", "TOT", ".."),
    {...row("101", "1", "18", "TOT"), tid: "2024K5"}
  ];
  const outcome = await load({...needed, "population/folk1a.csv": csv([...rows, row("101", "1", "18", "TOT")])}, [
    query
  ]);
  expect(counts(outcome, "population")).toEqual({read: 6, kept: 1, leftOut: 0, rejected: 5});
  expect(outcome.rejects.map((r) => r.kolonne)).toEqual(["område", "køn", "alder", "indhold", "tid"]);
});
