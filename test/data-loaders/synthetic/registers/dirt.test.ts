// @module-tag slow: reads a whole register twin.
import {afterAll, beforeAll, expect, test} from "vitest";
import type {Session} from "../../../../data-loaders/engine/session.js";
import {sharedTwin} from "../../../support/registers.js";
import {honoured, recountCohort, type Rules} from "./recount.js";
import {openRecounted} from "./recounted.js";

let session: Session;

beforeAll(async () => {
  session = await openRecounted(await sharedTwin(), "2023/24");
});
afterAll(() => session?.close());

async function number(sql: string): Promise<number> {
  const [row] = await session.rows<{n: number}>(sql);
  return Number(row!.n);
}

// Every rule of the cohort leaves somebody out: without it the number is another one.
const broken: [string, Partial<Rules>][] = [
  [
    "contacts of other reporting systems",
    {
      contact: "kontakttype IN ('ALCA00', 'ALCA03')",
      diagnosis: honoured.diagnosis.replace("lprindberetningssystem = 'LPR3' AND ", "")
    }
  ],
  ["revoked diagnoses", {diagnosis: "lprindberetningssystem = 'LPR3' AND diagnosetype IN ('A', 'B')"}],
  [
    "referral diagnoses",
    {diagnosis: "lprindberetningssystem = 'LPR3' AND senere_afkraeftet = 'Nej' AND diagnosetype IN ('A', 'B', 'H')"}
  ],
  [
    "add-on codes",
    {diagnosis: "lprindberetningssystem = 'LPR3' AND senere_afkraeftet = 'Nej' AND diagnosetype IN ('A', 'B', '+')"}
  ],
  ["phone contacts", {contact: "lprindberetningssystem = 'LPR3'"}],
  ["inflammatory and malignant disease", {excluded: "false"}],
  ["prevalent patients", {incident: "true"}],
  ["minors", {adult: "true"}]
];

test.each(broken)("counting %s changes the cohort", async (_, rules) => {
  await recountCohort(session, {...honoured, ...rules});
  expect(await number("SELECT count(*) AS n FROM incident WHERE period = '2023/24'")).not.toBe(60_143);
});

test("contacts and diagnoses are delivered twice, and contacts again with another end", async () => {
  const rows = await number("SELECT count(*) AS n FROM raw_lpr_contacts");
  expect(await number("SELECT count(DISTINCT dw_ek_kontakt) AS n FROM raw_lpr_contacts")).toBeLessThan(rows);
  expect(
    await number(
      "SELECT count(*) AS n FROM (SELECT dw_ek_kontakt FROM raw_lpr_contacts GROUP BY 1 HAVING count(DISTINCT dato_slut) > 1)"
    )
  ).toBeGreaterThan(500);
  expect(await number("SELECT count(*) AS n FROM (SELECT DISTINCT * FROM raw_lpr_diagnoses)")).toBeLessThan(
    await number("SELECT count(*) AS n FROM raw_lpr_diagnoses")
  );
});

test("there are contacts before and after the periods, also back pain", async () => {
  const back = "SELECT count(*) AS n FROM raw_lpr_contacts WHERE aktionsdiagnose = 'DM545' AND dato_start";
  expect(await number(`${back} < '2021-07-01'`)).toBeGreaterThan(5_000);
  expect(await number(`${back} > '2024-06-30'`)).toBeGreaterThan(5_000);
});

test("operations without a contact, add-on codes and another system's operations would change who was operated", async () => {
  const operations = (where: string) =>
    number(`
    SELECT count(DISTINCT p.pnr) AS n FROM courses p
      JOIN (SELECT DISTINCT cpr, dw_ek_forloeb FROM raw_lpr_contacts) c ON c.cpr = p.pnr
      JOIN raw_lpr_surgical_procedures o USING (dw_ek_forloeb)
    WHERE p.period = '2023/24' AND o.dato_start::DATE BETWEEN p.date AND p.date + INTERVAL 1 YEAR
      AND regexp_matches(o.procedurekode, '^(KABC|KNAG)') AND ${where}`);
  const right = "o.lprindberetningssystem = 'LPR3' AND o.proceduretype <> '+'";
  const operated = await number("SELECT count(*) AS n FROM courses WHERE period = '2023/24' AND operated");
  expect(await operations(right)).toBe(operated);
  expect(await operations(`${right} AND o.dw_ek_kontakt <> ''`)).toBeLessThan(operated);
  expect(await operations("o.lprindberetningssystem = 'LPR3'")).toBeGreaterThan(operated);
  expect(await operations("o.proceduretype <> '+'")).toBeGreaterThan(operated);
});

test("reversed prescriptions and services taken back or to a child would change the indicators", async () => {
  expect(
    await number(`
    SELECT count(DISTINCT c.pnr) AS n FROM courses c JOIN raw_lmdb r USING (pnr)
    WHERE c.period = '2023/24' AND c.after IS NULL AND r.eksd BETWEEN c.date + 90 AND c.date + 180
      AND starts_with(r.atc, 'N02A') AND r.korr = '1'`)
  ).toBeGreaterThan(300);
  const counted = (where: string) =>
    number(`
    SELECT count(DISTINCT c.pnr) AS n FROM courses c JOIN raw_sssy s USING (pnr)
    WHERE c.period = '2023/24' AND NOT c.guided AND left(s.speciale, 2) IN ('51', '53', '64') AND ${where}`);
  expect(await counted("s.barnmak = '1'")).toBeGreaterThan(100);
  expect(await counted("s.ydlant < 0")).toBeGreaterThan(100);
});

test("nobody does anything after death, and nobody has two sexes or birth dates", async () => {
  expect(
    await number(
      "SELECT count(*) AS n FROM raw_lpr_contacts c JOIN raw_deaths d ON d.pnr = c.cpr WHERE c.dato_start > d.date"
    )
  ).toBe(0);
  expect(
    await number("SELECT count(*) AS n FROM raw_lmdb r JOIN raw_deaths d USING (pnr) WHERE r.eksd > d.date::DATE")
  ).toBe(0);
  expect(
    await number(
      "SELECT count(*) AS n FROM raw_bef b JOIN raw_deaths d ON d.pnr = b.PNR WHERE b.REFERENCETID >= d.date::DATE"
    )
  ).toBe(0);
  expect(
    await number(
      "SELECT count(*) AS n FROM (SELECT PNR FROM raw_bef GROUP BY 1 HAVING count(DISTINCT (KOEN, FOED_DAG)) > 1)"
    )
  ).toBe(0);
});
