import {join} from "node:path";
import * as fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import {rangeOfRounded, roundCount, roundedRows} from "../../../data-loaders/disclosure/rounding.js";
import {defaultRules, type DisclosureRules} from "../../../data-loaders/ground/rules.js";
import {publishedColumns} from "../../../data-loaders/disclosure/withhold.js";
import type {Row, Session} from "../../../data-loaders/engine/session.js";
import {analyseRegisters} from "../../../data-loaders/indicators/definition/analyseRegisters.js";
import {registerTables} from "../../../data-loaders/tables/registerTables.js";
import type {Column, TableShape} from "../../../data-loaders/tables/table.js";
import {checkout} from "../../support/project.js";
import {openDelivery, parameters} from "../models/registers/delivery.js";
import {someCourses} from "../models/registers/someCourses.js";
import {codebook as tinyCodebook, open} from "../tables/tinyAudit.js";
import {modelsIn, publishAudit} from "./publishAudit.js";
import {createRandomRegistrations} from "./randomRegistrations.js";

const base = 5;
const rules: DisclosureRules = {...defaultRules, roundingBase: base, participants: "hidden"};
const codebook = readCodebook(join(checkout, "data/codebooks/laenderyg"));

/** From OpenSAFELY's documentation of its rounding, where the nearest of 5 is told. */
test.each([
  [8, 10],
  [16, 15],
  [23, 25],
  [18, 20],
  [31, 30],
  [44, 45]
])("%i is published as %i", (count, published) => {
  expect(roundCount(count, 5)).toBe(published);
});

test("halves go up, one of a few is not nobody, and with 1 nothing changes", () => {
  expect([15, 25, 35].map((count) => roundCount(count, 10))).toEqual([20, 30, 40]);
  expect([0, 1, 2].map((count) => roundCount(count, 5))).toEqual([0, 5, 5]);
  expect([0, 1, 2, 7].map((count) => roundCount(count, 1))).toEqual([0, 1, 2, 7]);
});

test("the range of a published number holds the counts that become it, and no other", () => {
  const counts = Array.from({length: 200}, (_, count) => count);
  for (let of = 1; of <= 12; of++) {
    for (const published of new Set(counts.map((count) => roundCount(count, of)).filter((one) => one < 150))) {
      const alike = counts.filter((count) => roundCount(count, of) === published);
      expect(rangeOfRounded(published, of)).toEqual([alike[0], alike.at(-1)]);
      expect(published % of).toBe(0);
    }
  }
});

describe("of registers", () => {
  let session: Session;
  const tables: {table: TableShape; rows: Row[]}[] = [];
  beforeAll(async () => {
    session = await openDelivery(someCourses(0.0314));
    const models = await analyseRegisters(session, parameters);
    for (const table of registerTables) tables.push({table, rows: await table.rows(models)});
  });
  afterAll(() => session.close());

  test("counts are multiples, and what is computed from them is the same whichever counts they were", () => {
    const few = fc.integer({min: 0, max: 1000});
    fc.assert(
      fc.property(fc.infiniteStream(few), (draws) => {
        for (const {table, rows} of tables) {
          if (!table.protection) continue;
          const others = rows.map((row) => ({
            ...row,
            ...Object.fromEntries(countsOf(table).map(({name}) => [name, another(row[name], draws.next().value)]))
          }));
          const [published, alike] = [rows, others].map((these) => roundedRows(table, these, codebook, rules));
          expect(withoutDecimals(table, alike!), table.name).toEqual(withoutDecimals(table, published!));
          for (const row of published!)
            for (const {name} of countsOf(table)) expect(Number(row[name]) % base, `${table.name}.${name}`).toBe(0);
        }
      }),
      {numRuns: 3, seed: 3}
    );
  });

  test("shares are of the rounded counts, and empty ones stay empty", () => {
    const rowsOf = (name: string) => {
      const {table, rows} = tables.find((one) => one.table.name === name)!;
      return {rows, published: roundedRows(table, rows, codebook, rules)};
    };
    for (const name of [
      "first_contacts",
      "diagnoses",
      "pathways",
      "pathway_rule_checks",
      "primary_care_contacts",
      "drug_types"
    ]) {
      const {rows, published} = rowsOf(name);
      published.forEach(({patients, total, percent}, i) => {
        if (rows[i]!.percent === null) expect(percent).toBe(null);
        else expect(percent).toBeCloseTo((100 * Number(patients)) / Number(total), 10);
      });
    }
    // 1 of 1,000 a year is 100 of 100,000.
    for (const {patients, population, per_100000} of rowsOf("incidence").published)
      if (per_100000 !== null)
        expect(Number(per_100000) * Number(population)).toBeCloseTo(100_000 * Number(patients), 4);
    const figures = rowsOf("key_figures").published;
    for (const {unit, value} of figures)
      if (unit === "patients" && value !== null) expect(Math.abs(Number(value)) % base).toBe(0);
    const country = rowsOf("incidence").published.filter(({area_type}) => area_type === "country");
    for (const {period, patients} of country)
      expect(figures.find((figure) => figure.period === period && figure.key === "patients_total")!.value).toBe(
        patients
      );
  });

  const countsOf = ({columns}: TableShape): Column[] =>
    columns.filter(({type, counts}) => type === "INTEGER" && counts === "patients");

  /** Another count that is published as the same number. */
  function another(count: unknown, draw: number): unknown {
    if (typeof count !== "number") return count;
    const [low, high] = rangeOfRounded(roundCount(count, base), base);
    return low + (draw % (high - low + 1));
  }

  /** What says more than counts rests on patients' ages and days, which are the same here. */
  function withoutDecimals({columns, ...table}: TableShape, rows: Row[]): Row[] {
    const kept = publishedColumns({columns, ...table}).filter(
      ({name, decimals}) => decimals === undefined || name === "value"
    );
    return rows.map((row) =>
      Object.fromEntries(
        kept.map(({name}) => [
          name,
          row.unit === "patients" && row.key === "patients_change" && name === "value" ? 0 : row[name]
        ])
      )
    );
  }
});

test("of an audit the same is hidden, shares are of rounded counts, and limits reach as far as before", async () => {
  const session = await open();
  await createRandomRegistrations(session, tinyCodebook, {rounds: 2, each: 120, perForm: 3});
  const models = await modelsIn(session);
  const [exact, rounded] = [await publishAudit(models, {...rules, roundingBase: 1}), await publishAudit(models, rules)];
  session.close();
  const told = new Map<string, number>();
  for (const {name, rows} of rounded.after) {
    const before = exact.after.find((one) => one.name === name)!.rows;
    expect(rows.map(({status}) => status)).toEqual(before.map(({status}) => status));
    rows.forEach((row, i) => {
      for (const column of ["n", "total", "total_before", "total_after"]) {
        if (typeof row[column] !== "number") continue;
        expect(Math.abs(row[column] - Number(before[i]![column]))).toBeLessThan(before[i]![column] === 0 ? 1 : base);
        expect(row[column] % base).toBe(0);
      }
      if (typeof row.percent !== "number" || typeof row.n !== "number") return;
      expect(row.percent).toBeCloseTo((100 * row.n) / Number(row.total), 10);
      if (typeof row.low !== "number") return;
      told.set(name, (told.get(name) ?? 0) + 1);
      const reach = (one: Row, side: "low" | "high") => Math.abs(Number(one[side]) - Number(one.percent));
      for (const side of ["low", "high"] as const) {
        if (Number(row[side]) > 0 && Number(row[side]) < 100)
          expect(reach(row, side)).toBeCloseTo(reach(before[i]!, side), 0);
        expect(Number(row[side])).toBeGreaterThanOrEqual(0);
        expect(Number(row[side])).toBeLessThanOrEqual(100);
      }
    });
  }
  expect([...told.keys()]).toEqual(["audit_answers", "audit_measures"]);
  expect(Math.min(...told.values())).toBeGreaterThan(3);
});
