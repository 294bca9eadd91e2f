import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {publishedColumns, publishedRows} from "../../../data-loaders/disclosure/withhold.js";
import type {Session} from "../../../data-loaders/engine/session.js";
import {statuses} from "../../../src/domain/status.js";
import {auditTables} from "../../../data-loaders/tables/index.js";
import {handMade, open, rowsOf} from "./tinyAudit.js";

/** A count that may be hidden, with the range of what it can be. */
const ranged = (name: string) => `${name} ${name}_least ${name}_most`;
const share = `${ranged("n")} ${ranged("total")} ${ranged("percent")}`;

/** The design's published tables; `round` of `variation` and the last two tables are documented on the site. */
const published: Record<string, string> = {
  audit_answers: `round profession consultation patient_group question_id answer_id ${share} low high status`,
  audit_answers_by_region: `round participant_region profession question_id answer_id participants ${share} low high status`,
  audit_measures: `round profession consultation patient_group measure ${share} low high status`,
  audit_ages: `round profession sex age_band ${share} status`,
  audit_participants: "round profession participant_no measure registrations_band percent status",
  audit_differences:
    "compared round profession consultation patient_group question_id answer_id percent percent_others difference low high status",
  audit_round_changes: `profession question_id answer_id round_before round_after participants ${ranged("total_before")} ${ranged("total_after")} percent_before percent_after change low high status`,
  means: `subject round period profession sex mean ${ranged("n")} status`,
  variation:
    "subject round period measure units observed_spread expected_spread chance_share chance_share_low chance_share_high between_spread between_spread_low between_spread_high scv extremal_quotient cv status",
  codebook:
    "profession profession_order profession_da telephone question_id question_order question_da block_da question_type answer_id answer_order answer_da excludes_others"
};

let session: Session;
beforeAll(async () => {
  session = await open();
});
afterAll(() => session.close());

test("the tables are those of the design", () => {
  expect(auditTables.map((table) => table.name)).toEqual(Object.keys(published));
});

describe.each(auditTables)("$name", (table) => {
  test("publishes the columns of the design, in its order", () => {
    expect(
      publishedColumns(table)
        .map((c) => c.name)
        .join(" ")
    ).toBe(published[table.name]);
  });

  test("keeps counts of participants' registrations to itself", () => {
    const internal = table.columns.filter((c) => c.internal).map((c) => c.name);
    const kept: Record<string, string[]> = {
      audit_participants: ["n", "total"],
      audit_round_changes: ["n_before", "n_after"]
    };
    expect(internal).toEqual(kept[table.name] ?? []);
  });

  test("explains every column in Danish, and says what it counts", () => {
    for (const column of table.columns) expect(column.meaning, column.name).toMatch(/\p{L}{3}/u);
    const counting = table.columns.filter((c) => c.name === "n" || /^(total|participants|units)/.test(c.name));
    expect(counting.filter((c) => !c.counts).map((c) => c.name)).toEqual([]);
  });

  test("has every column in every row, and publishes no other", async () => {
    const rows = await rowsOf(session, table, handMade);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(Object.keys(row).sort()).toEqual(table.columns.map((c) => c.name).sort());
    for (const row of publishedRows(table, rows)) expect(Object.keys(row).join(" ")).toBe(published[table.name]);
  });

  test("has one row a key", async () => {
    const rows = await rowsOf(session, table, handMade);
    const numbers =
      /^(n|n_.*|total.*|percent.*|low|high|status|change|difference|participants|mean|units|.*spread.*|chance_share.*|scv|extremal_quotient|cv|registrations_band)$/;
    const keys = rows.map((row) =>
      table.columns
        .filter((c) => !numbers.test(c.name))
        .map((c) => row[c.name])
        .join("|")
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("has no status of registers", async () => {
    if (table.name === "codebook") return;
    for (const {status} of await rowsOf(session, table, handMade)) expect(Object.keys(statuses)).toContain(status);
  });

  test("the rows do not depend on the order of the registrations", async () => {
    const rows = await rowsOf(session, table, handMade);
    expect(await rowsOf(session, table, handMade.toReversed())).toEqual(rows);
  });
});

test("no registrations give tables without rows, but the code book", async () => {
  for (const table of auditTables) {
    const rows = await rowsOf(session, table, []);
    if (table.name === "codebook") expect(rows.length).toBeGreaterThan(0);
    else expect(rows, table.name).toEqual([]);
  }
});
