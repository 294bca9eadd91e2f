// @module-tag slow: reads a whole register twin.
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse} from "d3-dsv";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Session} from "../../../../data-loaders/engine/session.js";
import {sharedTwin} from "../../../support/registers.js";
import {data} from "./delivered.js";
import {honoured, recountCohort, type Rules} from "./recount.js";
import {employed, noPrior, openRecounted, prior, recounted, stays} from "./recounted.js";

const published = (name: string) => [...csvParse(readFileSync(join(data, "published", name), "utf8"))];
const regions: Record<string, string> = {
  Hovedstaden: "1084",
  Sjælland: "1085",
  Syddanmark: "1083",
  Midtjylland: "1082",
  Nordjylland: "1081"
};
const areaOf = (name: string) => (name.startsWith("Privat") ? "private" : regions[name]!);
const codes = new Map(
  csvParse(readFileSync(join(data, "codelists/municipalities.csv"), "utf8")).map((row) => [row.name!, row.code!])
);

let session: Session;

beforeAll(async () => {
  session = await openRecounted(await sharedTwin());
});
afterAll(() => session?.close());

const number = (what: string, where?: string, period?: string) => recounted(session).number(what, where, period);
const count = (where?: string, period?: string) => number("count(*)", where, period);
const rounded = (part: string, whole?: string, period?: string) => recounted(session).rounded(part, whole, period);

describe("the register twin, recounted from its files", () => {
  test("has the patients of all periods", async () => {
    expect(await count()).toBe(60_143);
    expect(await count("true", "2022/23")).toBe(61_849);
    expect(await count("true", "2021/22")).toBe(62_480);
  });

  test("has the printed diagnoses of every area, and 288 without region", async () => {
    for (const row of published("dard_diagnosis_by_region.csv")) {
      const group = `starts_with(code, '${row.icd10_sks!.replace("*", "")}')`;
      const where = row.area === "Danmark" ? group : `area = '${areaOf(row.area!)}' AND ${group}`;
      expect([row.area, row.icd10_sks, await count(where)]).toEqual([row.area, row.icd10_sks, Number(row.count)]);
    }
    const without = ["DM47", "DM48", "DM51", "DM54"].map((group) =>
      count(`area = 'unknown' AND starts_with(code, '${group}')`)
    );
    expect(await Promise.all(without)).toEqual([0, 10, 18, 231]);
    expect(await count("area = 'unknown'")).toBe(288);
    expect(await count("area = 'private'")).toBe(9_411);
  });

  test("has the printed first contacts of every region", async () => {
    for (const row of published("dard_first_contact_by_region.csv")) {
      const area = `area = '${areaOf(row.area!)}'`;
      expect([row.area, row.specialty, await rounded(`specialty = '${row.specialty}'`, area)]).toEqual([
        row.area,
        row.specialty,
        Number(row.percent)
      ]);
      if (area !== "area = 'private'") expect(await count(area)).toBe(Number(row.area_patients_n));
    }
  });

  test("has the printed flow", async () => {
    for (const row of published("dard_flow.csv")) {
      const n = Number(row.count);
      if (row.element === "patients_at_contact" && row.contact_no === "1")
        expect(await count(`specialty = '${row.specialty}'`)).toBe(n);
      if (row.element === "ended_after_contact_cumulative")
        expect(await count(`contacts <= ${row.contact_no}`)).toBe(n);
      if (row.element === "ended_after_contact_by_start_specialty" && row.specialty !== "acute") {
        expect(await rounded("contacts = 1", `specialty = '${row.specialty}'`)).toBe(Number(row.percent));
      }
    }
    const sixth = await session.rows(
      "SELECT specialty, count(*) AS n FROM steps WHERE period = '2023/24' AND nth = 6 GROUP BY ALL ORDER BY n DESC"
    );
    expect(sixth).toEqual([
      {specialty: "surgery", n: 3080},
      {specialty: "medicine", n: 2486},
      {specialty: "private", n: 1556},
      {specialty: "acute", n: 181},
      {specialty: "other", n: 4}
    ]);
    expect(await rounded("contacts = 1", "specialty = 'acute'")).toBe(62);
  });

  test("has the printed key figures", async () => {
    const site =
      "CASE WHEN starts_with(code, 'DM50') OR code IN ('DM530', 'DM531', 'DM542') THEN 'neck' WHEN starts_with(code, 'DM51') OR code IN ('DM480', 'DM543', 'DM544', 'DM545', 'DM546') THEN 'back' ELSE 'unspecified' END";
    expect(await Promise.all(["neck", "back", "unspecified"].map((s) => rounded(`${site} = '${s}'`)))).toEqual([
      17, 59, 24
    ]);
    expect(await rounded("sex = 2", "area <> 'private'")).toBe(54);
    expect(await rounded("sex = 1", "area = 'private'")).toBe(52);
    expect(Math.round(await number("avg(age)"))).toBe(56);
    for (const whole of ["true", stays("INTERVAL 1 YEAR")]) {
      expect(await rounded("operated", whole)).toBe(14);
      expect(await rounded("operated", `area = 'private' AND ${whole}`)).toBe(22);
    }
    expect(await rounded("guided")).toBeGreaterThanOrEqual(47);
    expect(await rounded("guided")).toBeLessThan(50);
  });

  test("has the printed incidence", async () => {
    const rows = await session.rows<{quarter: string; place: string; adults: number}>(`
      SELECT TID AS quarter, "OMRÅDE" AS place, sum("INDHOLD"::INTEGER) AS adults FROM raw_population
      WHERE "ALDER"::INTEGER >= 18 AND TID IN ('2023K3', '2024K1') GROUP BY ALL`);
    const regionOf = new Map(
      csvParse(readFileSync(join(data, "codelists/municipalities.csv"), "utf8"))
        .filter((r) => /^\d+$/.test(r.region!))
        .map((r) => [r.code!, r.region!])
    );
    const region = (code: string) => regionOf.get(code.padStart(4, "0")) ?? "1084";
    const homes = await session.rows<{municipality: string; n: number}>(
      "SELECT municipality, count(*) AS n FROM patients WHERE period = '2023/24' GROUP BY 1"
    );
    for (const row of published("dard_incidence_by_region.csv")) {
      const patients = homes
        .filter((h) => region(h.municipality) === regions[row.region!])
        .reduce((sum, h) => sum + Number(h.n), 0);
      for (const quarter of ["2023K3", "2024K1"]) {
        const adults = rows
          .filter((r) => r.quarter === quarter && region(r.place) === regions[row.region!])
          .reduce((sum, r) => sum + Number(r.adults), 0);
        expect(Math.round((100_000 * patients) / adults)).toBe(Number(row.incidence_per_100000));
      }
    }
  });

  test("has the printed denominators, numerators and prescribers", async () => {
    expect([await count(noPrior), await count(`${noPrior} AND after IS NULL`)]).toEqual([39_355, 34_675]);
    expect([await count(prior), await count(`${prior} AND after IS NULL`)]).toEqual([19_230, 8_681]);
    expect(await count(`NOT ${stays("180")}`)).toBe(1_558);
    for (const [who, primary, secondary] of [
      [noPrior, 3_474, 1_206],
      [prior, 9_294, 1_255]
    ] as const) {
      expect([
        await count(`${who} AND after IS NOT NULL AND sector = 'primary'`),
        await count(`${who} AND after IS NOT NULL AND sector = 'secondary'`)
      ]).toEqual([primary, secondary]);
    }
    expect([await count(employed), await count(`${employed} AND degree_after >= 0.81`)]).toEqual([17_499, 14_450]);
  });

  test("has the printed drug types of three reports", async () => {
    const types: Record<string, string> = {neuropathic: "neuropathic", opioid: "opioid", both: "neuropathic+opioid"};
    for (const row of published("dard_drug_types.csv")) {
      const who = row.indicator_id === "strong_analgesic_prior_use" ? prior : noPrior;
      const column = row.timing_vs_hospital_contact === "before" ? "before" : "after";
      const percent = await rounded(`${column} = '${types[row.drug_type!]}'`, who, row.annual_report);
      expect([row.indicator_id, column, row.annual_report, row.drug_type, percent]).toEqual([
        row.indicator_id,
        column,
        row.annual_report,
        row.drug_type,
        Number(row.percent)
      ]);
    }
  });

  test("has the printed people in full employment, and what became of them", async () => {
    const ages = `age BETWEEN 30 AND 60`;
    for (const whole of [ages, `${ages} AND ${stays("INTERVAL 1 YEAR")}`])
      expect(await rounded(employed, whole)).toBe(61);
    expect(Math.round(await number("avg(age)", employed))).toBe(47);
    expect(await rounded("sex = 1", employed)).toBe(51);
    expect(await rounded("civil_status IN ('G', 'P')", employed)).toBe(51);
    expect(await rounded("starts_with(code, 'DM54')", employed)).toBe(54);
    const lost = `${employed} AND coalesce(degree_after, 0) < 0.81`;
    expect(await rounded("degree_after > 0", lost)).toBe(50);
    expect(await rounded("coalesce(degree_after, 0) = 0 AND benefit", lost)).toBe(41);
  });

  test("has the printed regions and named municipalities at the extremes", async () => {
    const regionOf = `(SELECT any_value(region) FROM read_csv('${data}/codelists/municipalities.csv', all_varchar = true) m WHERE m.code = municipality AND regexp_full_match(m.region, '\\d+'))`;
    const shares = async (who: string, met: string, area: string) => {
      const rows = await session.rows<{area: string; n: number; of: number}>(`
        SELECT ${area} AS area, count(*) FILTER (${met}) AS n, count(*) AS of FROM courses
        WHERE period = '2023/24' AND ${who} GROUP BY 1`);
      return rows
        .map((r) => ({area: r.area, n: Number(r.n), of: Number(r.of), percent: (100 * Number(r.n)) / Number(r.of)}))
        .sort((a, b) => a.percent - b.percent);
    };
    const cases = [
      [noPrior, "after IS NULL", [86, 89], ["Mariagerfjord", 77, "Ærø", 93]],
      [prior, "after IS NULL", [40, 47], ["Guldborgsund", 30, "Rudersdal", 55]],
      [employed, "degree_after >= 0.81", [80, 84], ["Ishøj", 72, "Allerød", 95]]
    ] as const;
    for (const [who, met, range, [lowest, low, highest, high]] of cases) {
      const byRegion = (await shares(who, met, regionOf)).filter((r) => r.area !== null);
      expect([Math.round(byRegion[0]!.percent), Math.round(byRegion.at(-1)!.percent)]).toEqual(range);
      const shown = (await shares(who, met, "municipality")).filter((r) => r.n >= 5 && r.of - r.n >= 5);
      expect([
        shown[0]!.area,
        Math.round(shown[0]!.percent),
        shown.at(-1)!.area,
        Math.round(shown.at(-1)!.percent)
      ]).toEqual([codes.get(lowest), low, codes.get(highest), high]);
    }
    const work = await shares(employed, "degree_after >= 0.81", regionOf);
    expect(["1084", "1085", "1081"].map((region) => Math.round(work.find((r) => r.area === region)!.percent))).toEqual([
      84, 84, 80
    ]);
  });
});

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

describe("the page on definitions has what other readings give", () => {
  const page = readFileSync(join(data, "../src/metode/indikatorer.md"), "utf8").replace(/\s+/g, " ");
  const danish = new Intl.NumberFormat("da-DK", {maximumFractionDigits: 1});
  const patients = (change: number) => `${danish.format(Math.abs(change))} patienter ${change > 0 ? "flere" : "færre"}`;
  const percent = (part: number, whole: number) => `${danish.format((100 * part) / whole)} %`;
  const year = stays("INTERVAL 1 YEAR");

  test.each<[string, Partial<Rules>]>([
    ["træthedsbrud og sammenfald i ryggen ikke udelod kontakten", {excluded: "regexp_matches(code, '^(DM4[56]|DC)')"}],
    ["kun aktionsdiagnoser talte", {diagnosis: honoured.diagnosis.replace("'A', 'B'", "'A'")}],
    ["telefonkontakter talte", {contact: "lprindberetningssystem = 'LPR3'"}]
  ])("of whom there would be if %s", async (reading, rules) => {
    await recountCohort(session, {...honoured, ...rules});
    const [row] = await session.rows<{n: number}>("SELECT count(*) AS n FROM incident WHERE period = '2023/24'");
    expect(page).toContain(`- ${patients(row!.n - (await count()))}, hvis ${reading}`);
  });

  test("of patients left out for cancer, inflammation or fracture: they have no such contact", async () => {
    const ill = `pnr IN (
      SELECT cpr FROM (FROM raw_lpr_contacts WHERE ${honoured.contact}) SEMI JOIN (
        SELECT dw_ek_kontakt
        FROM (SELECT dw_ek_kontakt, diagnosekode AS code FROM raw_lpr_diagnoses WHERE ${honoured.diagnosis})
        WHERE ${honoured.excluded}
      ) found USING (dw_ek_kontakt))`;
    expect(page).toContain(
      `- ${patients(-(await count(ill)))}, hvis kræft, inflammation og brud udelod patienten: ingen af patienterne har`
    );
  });

  test("of employment, of those who died or moved, and of the operated", async () => {
    const none = await count(`${employed} AND coalesce(degree_after, 0) = 0`);
    const fullAfter = await count(`${employed} AND degree_after >= 0.81`);
    const full = await count(employed);
    expect(page).toContain(`- ${patients(-none)} i nævneren for arbejdsmarkedsfastholdelse, hvis`);
    expect(page).toContain(
      `andelen ville være ${percent(fullAfter, full - none)} i stedet for ${percent(fullAfter, full)}.`
    );
    const goneAnalgesics = await count(`NOT ${stays("180")}`);
    expect(page).toContain(`- ${patients(goneAnalgesics)} i nævnerne for stærk smertestillende medicin, hvis`);
    const goneEmployed = await count(`age BETWEEN 30 AND 60 AND degree_before >= 0.81 AND NOT ${year}`);
    expect(page).toContain(`indgik, og ${danish.format(goneEmployed)} flere for arbejdsmarkedsfastholdelse.`);
    const [left, there] = [await count(`NOT ${year}`), await count(year)];
    expect(page).toContain(`- ${patients(-left)} i nævneren for opererede, hvis`);
    expect(page).toContain(
      `andelen ville være ${percent(await count(`operated AND ${year}`), there)} i stedet for ${percent(await count("operated"), await count())}.`
    );
  });
});

describe("what a register really has, and a report never prints", () => {
  const amount = async (sql: string): Promise<number> => Number((await session.rows<{n: number}>(sql))[0]!.n);

  test("contacts and diagnoses are delivered twice, and contacts again with another end", async () => {
    const rows = await amount("SELECT count(*) AS n FROM raw_lpr_contacts");
    expect(await amount("SELECT count(DISTINCT dw_ek_kontakt) AS n FROM raw_lpr_contacts")).toBeLessThan(rows);
    expect(
      await amount(
        "SELECT count(*) AS n FROM (SELECT dw_ek_kontakt FROM raw_lpr_contacts GROUP BY 1 HAVING count(DISTINCT dato_slut) > 1)"
      )
    ).toBeGreaterThan(500);
    expect(await amount("SELECT count(*) AS n FROM (SELECT DISTINCT * FROM raw_lpr_diagnoses)")).toBeLessThan(
      await amount("SELECT count(*) AS n FROM raw_lpr_diagnoses")
    );
  });

  test("there are contacts before and after the periods, also back pain", async () => {
    const back = "SELECT count(*) AS n FROM raw_lpr_contacts WHERE aktionsdiagnose = 'DM545' AND dato_start";
    expect(await amount(`${back} < '2021-07-01'`)).toBeGreaterThan(5_000);
    expect(await amount(`${back} > '2024-06-30'`)).toBeGreaterThan(5_000);
  });

  test("operations without a contact, add-on codes and another system's operations would change who was operated", async () => {
    const operations = (where: string) =>
      amount(`
      SELECT count(DISTINCT p.pnr) AS n FROM courses p
        JOIN (SELECT DISTINCT cpr, dw_ek_forloeb FROM raw_lpr_contacts) c ON c.cpr = p.pnr
        JOIN raw_lpr_surgical_procedures o USING (dw_ek_forloeb)
      WHERE p.period = '2023/24' AND o.dato_start::DATE BETWEEN p.date AND p.date + INTERVAL 1 YEAR
        AND regexp_matches(o.procedurekode, '^(KABC|KNAG)') AND ${where}`);
    const right = "o.lprindberetningssystem = 'LPR3' AND o.proceduretype <> '+'";
    const operated = await amount("SELECT count(*) AS n FROM courses WHERE period = '2023/24' AND operated");
    expect(await operations(right)).toBe(operated);
    expect(await operations(`${right} AND o.dw_ek_kontakt <> ''`)).toBeLessThan(operated);
    expect(await operations("o.lprindberetningssystem = 'LPR3'")).toBeGreaterThan(operated);
    expect(await operations("o.proceduretype <> '+'")).toBeGreaterThan(operated);
  });

  test("reversed prescriptions and services taken back or to a child would change the indicators", async () => {
    expect(
      await amount(`
      SELECT count(DISTINCT c.pnr) AS n FROM courses c JOIN raw_lmdb r USING (pnr)
      WHERE c.period = '2023/24' AND c.after IS NULL AND r.eksd BETWEEN c.date + 90 AND c.date + 180
        AND starts_with(r.atc, 'N02A') AND r.korr = '1'`)
    ).toBeGreaterThan(300);
    const counted = (where: string) =>
      amount(`
      SELECT count(DISTINCT c.pnr) AS n FROM courses c JOIN raw_sssy s USING (pnr)
      WHERE c.period = '2023/24' AND NOT c.guided AND left(s.speciale, 2) IN ('51', '53', '64') AND ${where}`);
    expect(await counted("s.barnmak = '1'")).toBeGreaterThan(100);
    expect(await counted("s.ydlant < 0")).toBeGreaterThan(100);
  });

  test("nobody does anything after death, and nobody has two sexes or birth dates", async () => {
    expect(
      await amount(
        "SELECT count(*) AS n FROM raw_lpr_contacts c JOIN raw_deaths d ON d.pnr = c.cpr WHERE c.dato_start > d.date"
      )
    ).toBe(0);
    expect(
      await amount("SELECT count(*) AS n FROM raw_lmdb r JOIN raw_deaths d USING (pnr) WHERE r.eksd > d.date::DATE")
    ).toBe(0);
    expect(
      await amount(
        "SELECT count(*) AS n FROM raw_bef b JOIN raw_deaths d ON d.pnr = b.PNR WHERE b.REFERENCETID >= d.date::DATE"
      )
    ).toBe(0);
    expect(
      await amount(
        "SELECT count(*) AS n FROM (SELECT PNR FROM raw_bef GROUP BY 1 HAVING count(DISTINCT (KOEN, FOED_DAG)) > 1)"
      )
    ).toBe(0);
  });

  // Last, since it counts the cohort anew; a sixteenth of the people has some of every kind.
  describe("and each rule leaves somebody out:", () => {
    const cohort = async (rules: Rules) => {
      await recountCohort(session, rules);
      return amount("SELECT count(*) AS n FROM incident WHERE period = '2023/24'");
    };
    let right: number;
    beforeAll(async () => {
      await session.run(`
        DELETE FROM raw_lpr_contacts WHERE hash(cpr) % 16 <> 0;
        DELETE FROM raw_lpr_diagnoses WHERE dw_ek_kontakt NOT IN (SELECT dw_ek_kontakt FROM raw_lpr_contacts)`);
      right = await cohort(honoured);
    });

    test("the cohort of a sixteenth", () => {
      expect(right).toBeGreaterThan(2_500);
    });

    test.each(broken)("counting %s changes the cohort", async (_, rules) => {
      expect(await cohort({...honoured, ...rules})).not.toBe(right);
    });
  });
});
