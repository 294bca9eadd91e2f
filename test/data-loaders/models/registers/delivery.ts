import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {readCodelists} from "../../../../data-loaders/ground/codelists.js";
import {createCodelists} from "../../../../data-loaders/sources/registers/codelistTables.js";
import {name, openSession, text, type Session} from "../../../../data-loaders/engine/session.js";
import {defaultParameters, type RegisterParameters} from "../../../../data-loaders/ground/parameters.js";
import {checkout} from "../../../support/project.js";

/** The columns of the views that `sources/registers.ts` promises, with their types. */
const views = {
  contacts: {
    contact_id: "VARCHAR",
    course_id: "VARCHAR",
    person_id: "VARCHAR",
    start_date: "DATE",
    start_time: "TIME",
    end_date: "DATE",
    contact_type: "VARCHAR",
    action_diagnosis: "VARCHAR",
    department: "VARCHAR",
    specialty: "VARCHAR",
    region: "VARCHAR",
    file: "VARCHAR",
    line: "BIGINT"
  },
  diagnoses: {contact_id: "VARCHAR", code: "VARCHAR", type: "VARCHAR", parent_code: "VARCHAR"},
  procedures: {
    contact_id: "VARCHAR",
    course_id: "VARCHAR",
    code: "VARCHAR",
    type: "VARCHAR",
    start_date: "DATE",
    kind: "VARCHAR",
    person_id: "VARCHAR"
  },
  organisations: {
    department: "VARCHAR",
    name: "VARCHAR",
    region: "VARCHAR",
    private: "BOOLEAN",
    specialty: "VARCHAR",
    valid_from: "DATE",
    valid_to: "DATE"
  },
  prescriptions: {
    person_id: "VARCHAR",
    date: "DATE",
    atc: "VARCHAR",
    ddd: "DOUBLE",
    packages: "DOUBLE",
    prescriber: "VARCHAR"
  },
  prescribers: {recu: "VARCHAR", sector: "VARCHAR", valid_from: "DATE", valid_to: "DATE"},
  services: {person_id: "VARCHAR", week_start: "DATE", specialty: "VARCHAR", service: "VARCHAR", number: "DOUBLE"},
  benefits: {person_id: "VARCHAR", week_start: "DATE", code: "VARCHAR"},
  employment: {person_id: "VARCHAR", month: "DATE", degree: "DOUBLE"},
  persons: {person_id: "VARCHAR", sex: "VARCHAR", born: "DATE"},
  residences: {
    person_id: "VARCHAR",
    snapshot: "DATE",
    municipality: "VARCHAR",
    region: "VARCHAR",
    civil_status: "VARCHAR",
    in_country: "BOOLEAN"
  },
  deaths: {person_id: "VARCHAR", date: "DATE"},
  migrations: {person_id: "VARCHAR", date: "DATE", direction: "VARCHAR"},
  population: {
    period_start: "DATE",
    area_type: "VARCHAR",
    area_id: "VARCHAR",
    sex: "VARCHAR",
    age: "INTEGER",
    age_to: "INTEGER",
    number: "BIGINT"
  },
  coverage: {kind: "VARCHAR", month: "DATE", rows: "BIGINT", first_date: "DATE", last_date: "DATE"}
} as const;

type View = keyof typeof views;
type Value = string | number | boolean | null;

/** Rows by view; columns left out are NULL. */
export type Delivery = {[V in View]?: Partial<Record<keyof (typeof views)[V], Value>>[]};

/** One period, with all registers around it. */
export const parameters: RegisterParameters = {
  ...defaultParameters,
  periods: [{id: "2023/24", from: "2023-07-01", to: "2024-06-30"}]
};

const everything = ["lpr_contacts", "lpr_diagnoses", "lpr_procedures", "lmdb", "sssy", "dream", "bef"].map((kind) => ({
  kind,
  first_date: "2019-01-01",
  last_date: "2026-12-31"
}));

/** A session with the views as tables, filled by hand, and the project's own code lists. */
export async function openDelivery(delivery: Delivery): Promise<Session> {
  const session = await openSession({
    memoryLimit: "1GB",
    threads: 1,
    temporary: mkdtempSync(join(tmpdir(), "rygatlas-models-"))
  });
  await createCodelists(session, readCodelists(join(checkout, "data/codelists")));
  for (const view of Object.keys(views) as View[]) await createView(session, view, []);
  await session.run(`
    CREATE TEMP MACRO employment_of(asked) AS TABLE FROM employment
      SEMI JOIN (FROM query_table(asked)) USING (person_id, month);
    CREATE TEMP MACRO benefits_of(asked) AS TABLE
    FROM (SELECT *, date_trunc('month', week_start)::DATE AS month FROM benefits)
    SEMI JOIN (FROM query_table(asked)) USING (person_id, month)`);
  await fill(session, delivery);
  return session;
}

/**
 * Replaces the rows of every view. Contacts without a department are of a known one that is not private; deaths and
 * moves are covered from their first day to their last.
 */
export async function fill(session: Session, delivery: Delivery): Promise<void> {
  const rows: Delivery = {coverage: everything, organisations: [{department: "d", private: false}], ...delivery};
  rows.contacts = rows.contacts?.map((contact) => ({department: "d", ...contact}));
  for (const kind of ["deaths", "migrations"] as const) {
    const days = (rows[kind] ?? []).map(({date}) => String(date)).sort();
    if (days.length > 0 && !rows.coverage!.some((covered) => covered.kind === kind))
      rows.coverage = [...rows.coverage!, {kind, first_date: days[0]!, last_date: days.at(-1)!}];
  }
  for (const view of Object.keys(views) as View[]) await createView(session, view, rows[view] ?? []);
  await session.run("CREATE OR REPLACE TEMP VIEW snapshots AS SELECT DISTINCT snapshot FROM residences");
}

async function createView(session: Session, view: View, rows: Partial<Record<string, Value>>[]): Promise<void> {
  const columns = Object.entries(views[view]);
  await session.run(
    `CREATE OR REPLACE TEMP TABLE ${view} (${columns.map(([column, type]) => `${name(column)} ${type}`).join(", ")})`
  );
  if (rows.length === 0) return;
  const values = rows.map((row) => `(${columns.map(([column]) => literal(row[column])).join(", ")})`);
  await session.run(`INSERT INTO ${view} VALUES ${values.join(", ")}`);
}

function literal(value: Value | undefined): string {
  if (value === null || value === undefined) return "NULL";
  return typeof value === "string" ? text(value) : String(value);
}
