import {randomLcg} from "d3-random";
import {csv, type Fields} from "../sources/registers/registerExtract.js";
import {addDays, mondayOf} from "./dates.js";

/** Raw rows by kind, as a delivery has them. */
export type Raw = Record<string, Fields[]>;

const municipalities = ["101", "0147", "751", "0461"];

/**
 * 240 patients over three years with what goes wrong in deliveries: contacts rejected, repeated and contradicted,
 * operations known by their course alone, two homes in one snapshot, prescribers with a short row inside a longer one,
 * redemptions taken back, people who die and move, diagnoses revoked. No register ends before its windows.
 */
export function wholeDelivery(seed: number): Raw {
  const random = randomLcg(seed);
  const chance = (share: number) => random() < share;
  const one = <T>(values: T[]) => values[Math.floor(random() * values.length)]!;
  const raw: Raw = {
    lpr_contacts: [],
    lpr_diagnoses: [],
    lpr_surgical_procedures: [],
    lpr_other_procedures: [],
    lpr_organisations: [
      {sorenhed: "d1", region: "1083", institutionsejer_type: "Region", gyldig_fra: "2015-01-01", gyldig_til: ""},
      {sorenhed: "d2", region: "", institutionsejer_type: "Privat", gyldig_fra: "2015-01-01", gyldig_til: ""}
    ],
    lmdb: [],
    prescribers: [
      {recu: "r1", sector: "primary", valid_from: "2000-01-01", valid_to: ""},
      {recu: "r1", sector: "secondary", valid_from: "2022-01-01", valid_to: "2022-06-30"},
      {recu: "r2", sector: "secondary", valid_from: "", valid_to: ""}
    ],
    sssy: [],
    bef: [],
    deaths: [],
    migrations: [],
    population: municipalities.flatMap((område, m) => residents(område, m))
  };
  const put = (kind: string, ...rows: Fields[]) => raw[kind]!.push(...rows);
  const lpr = {lprindberetningssystem: "LPR3"};
  const contact = (id: string, pnr: string, day: string, more: Fields = {}) => ({
    dw_ek_kontakt: id,
    dw_ek_forloeb: `f${id}`,
    pnr,
    dato_start: day,
    tidspunkt_start: one(["08:00:00", "12:30:00", ""]),
    dato_slut: day,
    kontakttype: one(["ALCA00", "ALCA00", "ALCA03", "ALCA10"]),
    sorenhed_ans: one(["d1", "d1", "d2"]),
    hovedspeciale_ans: one(["Reumatologi", "Neurokirurgi", "Skadestue"]),
    region_ans: "1083",
    ...lpr,
    ...more
  });
  const diagnosis = (id: string, code: string, more: Fields = {}) => ({
    dw_ek_kontakt: id,
    diagnosekode: code,
    diagnosetype: "A",
    senere_afkraeftet: "Nej",
    ...lpr,
    ...more
  });
  const procedure = (id: string, course: string, code: string, day: string) => ({
    dw_ek_kontakt: id,
    dw_ek_forloeb: course,
    procedurekode: code,
    proceduretype: "P",
    dato_start: day
  });
  const redeemed = (pnr: string, day: string, more: Fields = {}) => ({
    pnr,
    eksd: day,
    atc: one(["N02AX02", "N03AX12", "N02BE01"]),
    apk: "1",
    recu: one(["r1", "r2", "r9"]),
    ...more
  });

  // Somebody else's rows, so that every register reaches beyond all windows.
  for (const day of ["2019-07-01", "2026-06-30"]) {
    put("lpr_contacts", contact(`x${day}`, "x", day, {dato_slut: ""}));
    put("lpr_diagnoses", diagnosis(`x${day}`, "DI109"));
    put("lpr_surgical_procedures", procedure(`x${day}`, "", "KNFB20", day));
    put("lpr_other_procedures", procedure(`x${day}`, "", "ZZ9999", day));
    put("lmdb", redeemed("x", day, {atc: "N02BE01"}));
    put("deaths", {pnr: `d${day}`, date: day});
    put("migrations", {pnr: `m${day}`, date: day, direction: "I"});
  }
  for (const honuge of ["1927", "2626"]) put("sssy", {pnr: "x", speciale: "801010", honuge, ydlant: "1"});

  for (let i = 0; i < 240; i++) {
    const pnr = `p${i}`;
    const day = addDays("2021-07-01", Math.floor(random() * 1090));
    const born = `${one([1940, 1962, 1980, 1990, 2006])}-0${1 + (i % 9)}-15`;
    const home = one(municipalities);
    for (const year of [2021, 2022, 2023, 2024, 2025]) {
      const row = {
        pnr,
        koen: String(1 + (i % 2)),
        foed_dag: born,
        kom: home,
        civst: "G",
        referencetid: `${year}-06-30`
      };
      put("bef", row, ...(i % 17 === 0 && year === 2023 ? [{...row, kom: one(municipalities)}] : []));
    }
    for (let n = 0; n < one([1, 2, 3]); n++) {
      const id = `${pnr}c${n}`;
      const on = addDays(day, n * one([0, 40, 200, 400]));
      const wrong = chance(0.02);
      const row = contact(id, pnr, on, wrong ? {dato_slut: addDays(on, -1)} : {});
      put("lpr_contacts", row, ...(chance(0.1) ? [{...row, dato_slut: addDays(on, 1)}] : []));
      if (chance(0.01)) put("lpr_contacts", {...row, dato_start: addDays(on, 3), dato_slut: addDays(on, 3)});
      put("lpr_diagnoses", diagnosis(id, one(["DM545", "DM545", "DM511", "DI109", "DM459"])));
      if (chance(0.1))
        put("lpr_diagnoses", diagnosis(id, "DC795", {diagnosetype: "B", senere_afkraeftet: one(["Ja", "Nej"])}));
      // By contact, by course alone, or with a contact that nobody knows.
      const by = one([id, "", "unknown"]);
      if (chance(0.3))
        put("lpr_surgical_procedures", procedure(by, `f${id}`, one(["KABC16", "KABC26"]), addDays(on, 30)));
      if (chance(0.5)) put("lpr_other_procedures", procedure(by, `f${id}`, "UXME30", addDays(on, one([5, 60]))));
      if (chance(0.5)) put("lpr_other_procedures", procedure(by, `f${id}`, "ZZ0175X", addDays(on, one([40, 80]))));
    }
    for (const offset of [-60, -5, 100, 150]) {
      if (!chance(0.3)) continue;
      const row = redeemed(pnr, addDays(day, offset));
      put("lmdb", row, ...(chance(0.2) ? [{...row, apk: "-1"}] : []), ...(chance(0.1) ? [{...row, recu: "r2"}] : []));
    }
    if (chance(0.3)) {
      const [year, week] = weekOf(mondayOf(addDays(day, one([-30, -190]))));
      put("sssy", {pnr, speciale: one(["531015", "510110", "801010"]), honuge: `${year}${week}`, ydlant: "1"});
    }
    if (chance(0.05)) put("deaths", {pnr, date: addDays(day, one([50, 200, 380]))});
    if (chance(0.05))
      put("migrations", {pnr, date: addDays(day, one([-30, 100, 300])), direction: one(["U", "U", "I"])});
  }
  return raw;
}

/**
 * A municipality's population in each quarter that a period begins in and the one before, which is another: by year of
 * age or in bands that lie within ten years, and with sums and parts beside that are no more people.
 */
function residents(område: string, m: number): Fields[] {
  const years = Array.from({length: 100}, (_, age) => String(age));
  const bands = ["0-17", "18-24 år", "25-29 år", "30-39", "40-44", "45-49", "50-59", "60-69", "70-79", "80-84", "85+"];
  const ages = m % 2 === 0 ? [...years, "100+"] : bands;
  return ["2021", "2022", "2023"].flatMap((year, y) =>
    ["K2", "K3"].flatMap((quarter, q) =>
      ages.flatMap((alder, a) => {
        const row = {område, alder, civilstand: "TOT", tid: `${year}${quarter}`};
        const number = (sex: number) =>
          3 + ((7 * m + 5 * a + 3 * y + q + 11 * sex * (m + 1)) % 17) + (q === 0 ? 90 : 0);
        return [
          {...row, køn: "1", indhold: String(number(1))},
          {...row, køn: "Kvinder", indhold: String(number(2))},
          {...row, køn: "2", civilstand: "Ugift", indhold: "2"},
          {...row, køn: "TOT", indhold: String(number(1) + number(2))}
        ];
      })
    )
  );
}

function weekOf(monday: string): [year: string, week: string] {
  const thursday = addDays(monday, 3);
  const days = (Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / 86_400_000;
  return [thursday.slice(2, 4), String(Math.floor(days / 7) + 1).padStart(2, "0")];
}

/** The rows of each kind as one CSV file. */
export function filesOf(raw: Raw): Record<string, string> {
  return Object.fromEntries(Object.entries(raw).map(([kind, rows]) => [`${kind}/a.csv`, csv(rows)]));
}
