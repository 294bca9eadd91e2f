import {describe, expect, it} from "vitest";
import {counts, csv, load, needed} from "./registerExtract.js";

const one = {
  pnr: "p1",
  branche_2023_01: "861000",
  y_2252: "111",
  y_2301: "",
  y_2302: "890",
  beskgrad_2022_12: "0,81",
  beskgrad_2023_01: "1"
};
const two = {...one, pnr: "p2", y_2252: "", y_2301: "621", y_2302: "", beskgrad_2022_12: "", beskgrad_2023_01: "0.5"};
const queries = ["FROM benefits ORDER BY ALL", "FROM employment ORDER BY ALL"];
/** January for one of the two, twice. */
const asked = [
  "CREATE TEMP VIEW asked AS FROM (VALUES ('p1', DATE '2023-01-01'), ('p1', DATE '2023-01-01'), ('p3', DATE '2023-01-01')) asked(person_id, month)"
];

describe("DREAM", () => {
  it("is unpacked into weeks and months", async () => {
    const outcome = await load({...needed, "dream/a.csv": csv([one, two])}, [
      ...queries,
      ...asked,
      "FROM benefits_of('asked') ORDER BY ALL",
      "FROM employment_of('asked') ORDER BY ALL",
      "SELECT first_date, last_date FROM coverage WHERE kind = 'dream'"
    ]);
    expect(outcome.rows[0]).toEqual([
      {person_id: "p1", week_start: "2022-12-26", code: "111"},
      {person_id: "p1", week_start: "2023-01-09", code: "890"},
      {person_id: "p2", week_start: "2023-01-02", code: "621"}
    ]);
    expect(outcome.rows[1]).toEqual([
      {person_id: "p1", month: "2022-12-01", degree: 0.81},
      {person_id: "p1", month: "2023-01-01", degree: 1},
      {person_id: "p2", month: "2023-01-01", degree: 0.5}
    ]);
    expect(outcome.rows[3]).toEqual([{person_id: "p1", month: "2023-01-01", week_start: "2023-01-09", code: "890"}]);
    expect(outcome.rows[4]).toEqual([{person_id: "p1", month: "2023-01-01", degree: 1}]);
    expect(outcome.rows[5]).toEqual([{first_date: "2022-12-01", last_date: "2023-01-15"}]);
  });

  it("may come as one file a year, whose weeks begin elsewhere", async () => {
    const later = {pnr: "p1", y_2303: "113", beskgrad_2023_02: "0.9"};
    const outcome = await load({...needed, "dream/a.csv": csv([one]), "dream/b.csv": csv([later])}, queries);
    expect(outcome.rows[0]!.at(-1)).toEqual({person_id: "p1", week_start: "2023-01-16", code: "113"});
    expect(outcome.rows[1]!.at(-1)).toEqual({person_id: "p1", month: "2023-02-01", degree: 0.9});
  });

  it("reads only the months asked for", async () => {
    const outcome = await load({...needed, "dream/a.csv": csv([one, two])}, queries, {
      settings: {dreamMonths: {from: "2023-01", to: "2023-01"}}
    });
    expect(outcome.rows[0]!.map((row) => row.week_start)).toEqual(["2022-12-26", "2023-01-09", "2023-01-02"]);
    expect(outcome.rows[1]!.map((row) => row.month)).toEqual(["2023-01-01", "2023-01-01"]);
  });

  it("rejects a person whose code or degree cannot be read", async () => {
    const outcome = await load(
      {
        ...needed,
        "dream/a.csv": csv([
          one,
          {...two, y_2301: "syg"},
          {...two, pnr: "p3", beskgrad_2023_01: "37"},
          {...two, pnr: "p4", y_2301: "-1"}
        ])
      },
      queries
    );
    expect(counts(outcome, "dream")).toEqual({read: 4, kept: 1, leftOut: 0, rejected: 3});
    expect(outcome.rejects.map((r) => [r.linje, r.kolonne, r.værdi, r.regel])).toEqual([
      ["3", "y_2301", "syg", "number"],
      ["4", "beskgrad_2023_01", "37", "number"],
      ["5", "y_2301", "'-1", "code"]
    ]);
  });

  it("rejects what lies outside the limits in whichever column, and nothing on them, delivered as text and as numbers", async () => {
    const cells: Record<string, string>[] = [
      {y_2252: "100", y_2302: "999", beskgrad_2022_12: "0", beskgrad_2023_01: "10"},
      {y_2302: "99"},
      {y_2252: "1000"},
      {beskgrad_2022_12: "-0.1"},
      {beskgrad_2023_01: "10.1"},
      {}
    ];
    const columns = ["y_2252", "y_2301", "y_2302", "beskgrad_2022_12", "beskgrad_2023_01"];
    const rows = cells.map((row, i) => ({
      pnr: `p${i}`,
      ...Object.fromEntries(columns.map((column) => [column, row[column] ?? ""]))
    }));
    const values = rows.map(
      (row) =>
        `(${Object.entries(row)
          .map(([column, cell]) => (column === "pnr" ? `'${cell}'` : cell || "NULL"))
          .join(", ")})`
    );
    const types = columns.map((column) => `${column}::${column.startsWith("y_") ? "SMALLINT" : "DOUBLE"} AS ${column}`);
    const parquet = `SELECT pnr, ${types.join(", ")} FROM (VALUES ${values.join(", ")}) delivered(pnr, ${columns.join(", ")})`;
    for (const [file, content] of [
      ["dream/a.csv", csv(rows)],
      ["dream/a.parquet", {parquet}]
    ] as const) {
      const outcome = await load({...needed, [file]: content}, ["SELECT person_id FROM register_dream ORDER BY ALL"]);
      expect(counts(outcome, "dream"), file).toEqual({read: 6, kept: 2, leftOut: 0, rejected: 4});
      expect(
        outcome.rejects.map(({kolonne, regel}) => [kolonne, regel]),
        file
      ).toEqual([
        ["y_2302", "code"],
        ["y_2252", "code"],
        ["beskgrad_2022_12", "number"],
        ["beskgrad_2023_01", "number"]
      ]);
      expect(outcome.rows[0], file).toEqual([{person_id: "p0"}, {person_id: "p5"}]);
    }
  });

  it("is refused with a week or a month missing: it would read as a week without benefits", async () => {
    const {y_2301: _, ...gap} = one;
    expect((await load({...needed, "dream/a.csv": csv([gap])})).refusal).toBe(
      "a.csv: ugen fra 2023-01-02 mangler mellem kolonnerne y_2252 og y_2302; hent DREAM med alle uger og måneder i perioden."
    );
    expect((await load({...needed, "dream/a.csv": csv([{...one, beskgrad_2023_03: "1"}])})).refusal).toMatch(
      /måneden fra 2023-02-01 mangler/
    );
    expect((await load({...needed, "dream/a.csv": csv([{...one, y_2353: ""}])})).refusal).toMatch(
      /»y_2353« er en uge, der ikke findes/
    );
  });

  it("has its columns of employment under a name of the settings", async () => {
    const file = csv([one]).replaceAll("beskgrad_2022_12", "arb2212").replaceAll("beskgrad_2023_01", "arb2301");
    expect((await load({...needed, "dream/a.csv": file})).refusal).toMatch(/registers\.employment_column/);
    const outcome = await load({...needed, "dream/a.csv": file}, queries, {
      settings: {employmentColumn: "^arb(?<year>\\d{2})(?<month>\\d{2})$"}
    });
    expect(outcome.rows[1]).toHaveLength(2);
  });
});
