// @module-tag slow: computes every indicator of a delivery written in five ways.
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {group, shuffler} from "d3-array";
import {randomLcg} from "d3-random";
import {expect, test} from "vitest";
import {openSession} from "../../../data-loaders/engine/session.js";
import {defaultParameters} from "../../../data-loaders/ground/parameters.js";
import {analyseRegisters} from "../../../data-loaders/indicators/definition/analyseRegisters.js";
import {readRegisters} from "../../../data-loaders/sources/registers.js";
import {table as incidence} from "../../../data-loaders/tables/registers/incidence.js";
import {table as indicatorValues} from "../../../data-loaders/tables/registers/indicatorValues.js";
import {table as prescribers} from "../../../data-loaders/tables/registers/prescribers.js";
import {codelists, csv, type Fields} from "../sources/registers/registerExtract.js";
import type {Delivery} from "../models/registers/delivery.js";
import {addDays} from "./dates.js";
import {begins, recompute} from "./recomputation.js";
import {filesOf, wholeDelivery, type Raw} from "./wholeDelivery.js";

const periods = defaultParameters.periods;
const retention = "labour_market_retention";

/** What the program computes of files: every cell of indicators, of prescribers and of incidence, by name. */
async function computed(files: Record<string, string>, parquet = false): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "rygatlas-whole-"));
  const session = await openSession({memoryLimit: "1GB", threads: 2, temporary: join(folder, "duckdb")});
  try {
    for (const [file, text] of Object.entries(files)) {
      const path = join(folder, "registers", file);
      mkdirSync(dirname(path), {recursive: true});
      writeFileSync(path, text);
      if (!parquet) continue;
      await session.run(
        `COPY (FROM read_csv('${path}', all_varchar = true, delim = ';')) TO '${path.replace(".csv", ".parquet")}' (FORMAT parquet)`
      );
      rmSync(path);
    }
    mkdirSync(join(folder, "staging"));
    const options = {
      folder: join(folder, "registers"),
      codelists,
      maxRejectedPercent: 5,
      staging: join(folder, "staging")
    };
    const {warnings} = await readRegisters(session, options);
    expect(warnings).toEqual([]);
    const models = await analyseRegisters(session, defaultParameters);
    const cells: Record<string, string> = {};
    for (const row of await indicatorValues.rows(models))
      if (row.denominator !== 0 && row.indicator_id !== retention)
        cells[[row.indicator_id, row.period, row.area_type, row.area_id].join(" ")] =
          `${row.numerator}/${row.denominator}`;
    for (const row of await prescribers.rows(models))
      if (row.patients !== 0)
        cells[`prescribers ${row.indicator_id} ${row.period} ${row.sector}`] = String(row.patients);
    for (const row of await incidence.rows(models))
      if (row.population !== null)
        cells[`incidence ${row.period} ${row.area_type} ${row.area_id}`] = written(
          row.patients,
          [row.per_100000, row.low, row.high],
          [row.standardised, row.standardised_low, row.standardised_high]
        );
    return cells;
  } finally {
    session.close();
    rmSync(folder, {recursive: true});
  }
}

function written(patients: unknown, ...values: unknown[][]): string {
  return [patients, ...values.flat().map((value) => (value as number).toFixed(6))].join(" ");
}

/** The same from the written definitions, in plain steps over the raw rows. */
function expected(raw: Raw): Record<string, string> {
  const rows = cleaned(raw);
  const cells: Record<string, [numerator: number, denominator: number]> = {};
  const sectors: Record<string, number> = {};
  const rates: Record<string, string> = {};
  for (const period of periods) {
    const {cohort, found} = recompute(rows, codelists, period);
    Object.assign(rates, ratesOf(raw, rows, cohort, period));
    const index = new Map(cohort.map((line) => [line.split(" ")[0]!, line.split(" ")[2]!]));
    for (const [indicator, patients] of Object.entries(found)) {
      if (indicator === retention) continue;
      for (const patient of patients) {
        const [person, numerator] = patient.split(" ") as [string, string];
        const {municipality, region} = homeOf(raw, person, index.get(person)!);
        for (const area of ["country country", `region ${region}`, `municipality ${municipality}`]) {
          const cell = (cells[`${indicator} ${period.id} ${area}`] ??= [0, 0]);
          cell[0] += numerator === "true" ? 1 : 0;
          cell[1]++;
        }
        if (!indicator.startsWith("strong") || numerator === "true") continue;
        const key = `prescribers ${indicator} ${period.id} ${sectorOf(rows, person, index.get(person)!)}`;
        sectors[key] = (sectors[key] ?? 0) + 1;
      }
    }
  }
  const shown = Object.entries(cells).filter(([key]) => !key.endsWith("municipality unknown"));
  return {
    ...Object.fromEntries(shown.map(([key, [y, n]]) => [key, `${y}/${n}`])),
    ...Object.fromEntries(Object.entries(sectors).map(([key, n]) => [key, String(n)])),
    ...rates
  };
}

/** Who lives and falls ill where, person by person and cell by cell: crude and indirectly standardised rates. */
function ratesOf(
  raw: Raw,
  {persons}: Delivery,
  cohort: string[],
  period: {id: string; from: string}
): Record<string, string> {
  const decade = (age: number) => Math.min(8, Math.max(2, Math.floor(age < 20 ? 2 : age / 10)));
  const sexOf = new Map(persons!.map(({person_id, sex}) => [person_id, sex]));
  const patients = cohort.map((line) => {
    const [person, , index, age] = line.split(" ") as [string, string, string, string];
    const {municipality, region} = homeOf(raw, person, index);
    return {cell: `${sexOf.get(person)} ${decade(Number(age))}`, areas: ["country", region, municipality]};
  });
  const quarter = `${period.from.slice(0, 4)}K3`;
  const counted = raw
    .population!.filter((row) => row.tid === quarter && row.civilstand === "TOT" && row.køn !== "TOT")
    .filter((row) => parseInt(row.alder!, 10) >= 18)
    .map((row) => {
      const municipality = row.område!.padStart(4, "0");
      const {region} = codelists.municipalities.find(({code}) => code === municipality)!;
      const cell = `${row.køn === "1" ? "male" : "female"} ${decade(parseInt(row.alder!, 10))}`;
      return {cell, number: Number(row.indhold), areas: ["country", region, municipality]};
    });
  const living = (area: string, cell?: string) =>
    counted
      .filter((row) => row.areas.includes(area) && (cell === undefined || row.cell === cell))
      .reduce((sum, row) => sum + row.number, 0);
  const ill = (area: string, cell?: string) =>
    patients.filter((one) => one.areas.includes(area) && (cell === undefined || one.cell === cell)).length;
  const cellsOfAll = [...new Set(counted.map(({cell}) => cell))];
  const limits = (count: number) => {
    const cube = (n: number, z: number) => n * (1 - 1 / (9 * n) + z / (3 * Math.sqrt(n))) ** 3;
    const z = 1.959963984540054;
    return [count, count === 0 ? 0 : Math.max(0, cube(count, -z)), cube(count + 1, z)];
  };
  return Object.fromEntries(
    [...new Set(counted.flatMap(({areas}) => areas))].map((area) => {
      const expected = cellsOfAll
        .map((cell) => (living(area, cell) * ill("country", cell)) / living("country", cell))
        .reduce((sum, n) => sum + n, 0);
      const type = area === "country" ? area : area.startsWith("10") ? "region" : "municipality";
      const common = (100_000 * ill("country")) / living("country");
      return [
        `incidence ${period.id} ${type} ${area}`,
        written(
          ill(area),
          limits(ill(area)).map((n) => (100_000 * n) / living(area)),
          limits(ill(area)).map((n) => (common * n) / expected)
        )
      ];
    })
  );
}

function cleaned(raw: Raw): Delivery {
  const sound = raw.lpr_contacts!.filter((c) => !c.dato_slut || c.dato_slut >= c.dato_start!);
  const contacts = sound.filter((c, i) => {
    const same = sound.filter((other) => other.dw_ek_kontakt === c.dw_ek_kontakt);
    const told = ({dato_slut: _, ...rest}: Fields) => JSON.stringify(rest);
    return same.every((other) => told(other) === told(c)) && sound.indexOf(same[0]!) === i;
  });
  const personOf = (p: Fields) => {
    const own = contacts.find((c) => c.dw_ek_kontakt === p.dw_ek_kontakt);
    if (own) return own.pnr!;
    const people = new Set(contacts.filter((c) => c.dw_ek_forloeb === p.dw_ek_forloeb).map((c) => c.pnr!));
    return people.size === 1 ? [...people][0]! : null;
  };
  const sold = [...group(raw.lmdb!, ({pnr, eksd, atc}) => [pnr, eksd, atc].join(" ")).values()];
  return {
    persons: [...new Map(raw.bef!.map((row) => [row.pnr!, row])).values()].map((row) => ({
      person_id: row.pnr!,
      sex: row.koen === "1" ? "male" : "female",
      born: row.foed_dag!
    })),
    contacts: contacts.map((c) => ({
      contact_id: c.dw_ek_kontakt!,
      person_id: c.pnr!,
      start_date: c.dato_start!,
      start_time: c.tidspunkt_start || null,
      contact_type: c.kontakttype!,
      specialty: c.hovedspeciale_ans!
    })),
    diagnoses: raw
      .lpr_diagnoses!.filter((d) => d.senere_afkraeftet === "Nej")
      .map((d) => ({contact_id: d.dw_ek_kontakt!, code: d.diagnosekode!, type: d.diagnosetype!})),
    procedures: [...raw.lpr_surgical_procedures!, ...raw.lpr_other_procedures!].map((p) => ({
      person_id: personOf(p),
      code: p.procedurekode!,
      type: p.proceduretype!,
      start_date: p.dato_start!
    })),
    // What was taken back of a day's redemptions of a drug leaves one, by the first prescriber, or none.
    prescriptions: sold.flatMap((rows) => {
      const left = rows.reduce((sum, row) => sum + Number(row.apk), 0);
      const redeemed = rows.filter((row) => Number(row.apk) > 0).sort((a, b) => (a.recu! < b.recu! ? -1 : 1));
      const kept = redeemed.length < rows.length ? (left > 0 ? redeemed.slice(0, 1) : []) : redeemed;
      return kept.map((row) => ({person_id: row.pnr!, date: row.eksd!, atc: row.atc!, prescriber: row.recu!}));
    }),
    prescribers: raw.prescribers!.map((row) => ({...row})),
    services: raw.sssy!.map((row) => ({
      person_id: row.pnr!,
      week_start: mondayOfWeek(row.honuge!),
      specialty: row.speciale!.slice(0, 2),
      service: row.speciale!.slice(2),
      number: Number(row.ydlant)
    })),
    deaths: raw.deaths!.map((row) => ({person_id: row.pnr!, date: row.date!})),
    migrations: raw.migrations!.map((row) => ({
      person_id: row.pnr!,
      date: row.date!,
      direction: row.direction === "U" ? "out" : "in"
    }))
  };
}

function mondayOfWeek(yyww: string): string {
  const january = `20${yyww.slice(0, 2)}-01-04`;
  const monday = addDays(january, -((new Date(january).getUTCDay() + 6) % 7));
  return addDays(monday, 7 * (Number(yyww.slice(2)) - 1));
}

function homeOf(raw: Raw, person: string, day: string): {municipality: string; region: string} {
  const before = raw.bef!.filter((row) => row.pnr === person && row.referencetid! <= day);
  const latest = before
    .map((row) => row.referencetid!)
    .sort()
    .at(-1);
  const agreed = (values: string[]) => (new Set(values).size === 1 ? values[0]! : "unknown");
  const codes = before.filter((row) => row.referencetid === latest).map((row) => row.kom!.padStart(4, "0"));
  const regions = codes.map(
    (code) =>
      codelists.municipalities.find((m) => m.code === code && m.valid_to !== "")?.region ??
      codelists.municipalities.find((m) => m.code === code)!.region
  );
  return {municipality: agreed(codes), region: agreed(regions)};
}

function sectorOf({prescriptions, prescribers: sectors}: Delivery, person: string, index: string): string {
  const [first] = prescriptions!
    .filter((p) => p.person_id === person && begins(p.atc, codelists.drugs))
    .filter((p) => String(p.date) >= addDays(index, 90) && String(p.date) <= addDays(index, 180))
    .sort((a, b) => ([a.date, a.atc, a.prescriber].join() < [b.date, b.atc, b.prescriber].join() ? -1 : 1));
  const valid = sectors!
    .filter((s) => s.recu === first!.prescriber)
    .filter((s) => (!s.valid_from || s.valid_from <= first!.date!) && (!s.valid_to || s.valid_to >= first!.date!))
    .sort((a, b) => (String(a.valid_from) < String(b.valid_from) ? -1 : 1));
  return String(valid.at(-1)?.sector ?? "unknown");
}

test.each([20101, 7])(
  "a delivery with all that goes wrong agrees in every cell, however it is written (seed %s)",
  async (seed) => {
    const raw = wholeDelivery(seed);
    const cells = expected(raw);
    expect(Object.keys(cells).length).toBeGreaterThan(100);
    const each = (change: (rows: Fields[]) => Fields[]) =>
      filesOf(Object.fromEntries(Object.entries(raw).map(([kind, rows]) => [kind, change(rows)])));
    expect(await computed(filesOf(raw)), "as it is").toEqual(cells);
    expect(await computed(each((rows) => rows.toReversed())), "reversed").toEqual(cells);
    expect(await computed(each((rows) => shuffler(randomLcg(seed))([...rows]))), "shuffled").toEqual(cells);
    expect(await computed(filesOf(raw), true), "as Parquet").toEqual(cells);
    const split = Object.entries(raw).flatMap(([kind, rows]) =>
      [0, 1, 2, 3, 4]
        .map((part) => [`${kind}/${part}.csv`, rows.filter((_, i) => i % 5 === part)] as const)
        .filter(([, part]) => part.length > 0)
        .map(([file, part]) => [file, csv(part)])
    );
    expect(await computed(Object.fromEntries(split)), "split in five").toEqual(cells);
  }
);
