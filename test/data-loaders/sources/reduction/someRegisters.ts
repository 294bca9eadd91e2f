import {createHash} from "node:crypto";
import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {openSession, text} from "../../../../data-loaders/engine/session.js";
import {
  citizen,
  contact,
  csv,
  diagnosis,
  prescription,
  procedure,
  service,
  type Fields
} from "../registers/registerExtract.js";

const people = Array.from({length: 120}, (_, i) => `p${String(i).padStart(3, "0")}`);
const months = Array.from({length: 78}, (_, i) =>
  new Date(Date.UTC(2019, 6 + i, 1 + (i % 27))).toISOString().slice(0, 10)
);
/** A number from 0 below n, the same in every run. */
const drawn = (n: number, ...seed: number[]) => createHash("md5").update(seed.join()).digest().readUInt32LE() % n;

/**
 * Writes a delivery of every register, in which a third of 120 people have a back diagnosis: contacts of other kinds
 * and systems, courses and contacts that people share, procedures with and without a contact, rows that break rules,
 * sales taken back, and deaths and moves of others alone at either end.
 * @param folder gets a folder for each register
 */
export async function writeSomeRegisters(folder: string): Promise<void> {
  const put = (file: string, rows: Fields[], delimiter = ";") => {
    mkdirSync(dirname(join(folder, file)), {recursive: true});
    writeFileSync(join(folder, file), csv(rows, delimiter), "latin1");
  };
  const contacts = months.flatMap((day, m) =>
    people.flatMap((pnr, p) => {
      if (drawn(4, m, p) > 0) return [];
      const changes: Fields[] = [
        {},
        {lprindberetningssystem: "LPR2", dato_start: "2009-01-01", dato_slut: "2009-01-01"},
        {dato_slut: "2018-01-01"},
        {kontakttype: "ALCA10"},
        {sorenhed_ans: "s2", hovedspeciale_ans: "Reumatologi"},
        {pnr: ""}
      ];
      const [change] = [changes[drawn(30, m, p, 1)] ?? {}];
      return [
        contact({
          dw_ek_kontakt: `k${m}-${p}`,
          dw_ek_forloeb: `f${drawn(9, m) === 0 ? 0 : p}`,
          pnr,
          dato_start: day,
          dato_slut: day,
          ...change
        })
      ];
    })
  );
  // One contact stands there twice, one a second time with another person.
  const [first, second] = contacts as [Fields, Fields];
  contacts.push({...first}, {...second, pnr: "p119"});
  put("lpr_contacts/kontakter.csv", contacts);
  put(
    "lpr_diagnoses/diagnoser.csv",
    contacts.flatMap(({dw_ek_kontakt}, i) => {
      const person = Number(dw_ek_kontakt!.split("-")[1]);
      const back = person % 3 === 0 && drawn(4, i) === 0;
      return [
        diagnosis({dw_ek_kontakt: dw_ek_kontakt!, diagnosekode: back ? ["DM545", "dm511", "DM480"][i % 3]! : "DI109"}),
        ...(i % 7 === 0 ? [diagnosis({dw_ek_kontakt: dw_ek_kontakt!, diagnosekode: "DM459", diagnosetype: "B"})] : []),
        ...(i % 41 === 0 ? [diagnosis({dw_ek_kontakt: dw_ek_kontakt!, senere_afkraeftet: "Ja"})] : []),
        ...(i % 97 === 0 ? [diagnosis({dw_ek_kontakt: dw_ek_kontakt!, diagnosekode: "M545"})] : [])
      ];
    })
  );
  const operations = contacts.flatMap((of, i) => {
    if (i % 3 > 0) return [];
    const rows = [
      procedure({dw_ek_kontakt: of.dw_ek_kontakt!, dw_ek_forloeb: of.dw_ek_forloeb!, dato_start: of.dato_start!}),
      procedure({dw_ek_kontakt: "", dw_ek_forloeb: of.dw_ek_forloeb!, dato_start: of.dato_start!}),
      procedure({dw_ek_kontakt: `x${i}`, dw_ek_forloeb: of.dw_ek_forloeb!, dato_start: of.dato_start!}),
      procedure({dw_ek_kontakt: "", dw_ek_forloeb: "", dato_start: of.dato_start!})
    ];
    return [rows[drawn(9, i) > 3 ? 0 : drawn(9, i)]!];
  });
  put("lpr_surgical_procedures/kirurgi.csv", operations);
  put(
    "lpr_other_procedures/andre.csv",
    operations.map((row, i) => ({...row, procedurekode: i % 2 ? "UXMD80" : "ZZ0175X"}))
  );
  put("lpr_organisations/org.csv", [
    {sorenhed: "s1", region: "1083", institutionsejer_type: "Region"},
    {sorenhed: "s2", region: "1084", institutionsejer_type: "Privat"}
  ]);
  put(
    "lmdb/lmdb.csv",
    months.flatMap((day, m) =>
      people.flatMap((pnr, p) =>
        drawn(3, m, p, 2) > 0
          ? []
          : [
              prescription({
                pnr,
                eksd: day,
                atc: p % 2 ? "N02AX02" : p % 7 ? "C01AA05" : "",
                apk: drawn(20, m, p) ? "1" : "-1"
              }),
              ...(drawn(50, m, p) === 0 ? [prescription({pnr, eksd: day, apk: ""})] : [])
            ]
      )
    )
  );
  put("prescribers/recu.csv", [{recu: "r1", sector: "primary", valid_from: "", valid_to: ""}]);
  put(
    "sssy/sssy.csv",
    months.flatMap((day, m) =>
      people.flatMap((pnr, p) =>
        drawn(3, m, p, 3) > 0
          ? []
          : [
              service({
                pnr,
                honuge: `${day.slice(2, 4)}${String(1 + (m % 52)).padStart(2, "0")}`,
                barnmak: drawn(9, m, p) ? "0" : "1",
                ydlant: drawn(40, m, p) ? "1" : "0"
              })
            ]
      )
    )
  );
  for (const year of [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025])
    put(
      `bef/bef${year}12.csv`,
      people.flatMap((pnr, p) => {
        if (year > 2023 && p % 29 === 0) return [];
        const {referencetid: _, ...row} = citizen({
          pnr,
          koen: p % 2 ? "1" : "2",
          foed_dag: `19${40 + (p % 55)}-05-01`,
          kom: p % 50 ? ["0461", "0101", "851"][p % 3]! : "9"
        });
        return [row];
      })
    );
  put("deaths/doede.csv", [
    {pnr: "p003", date: "2024-05-01"},
    ...months.slice(0, 20).map((day, m) => ({pnr: `q${m}`, date: day})),
    {pnr: "p001", date: "2026-01-15"}
  ]);
  put(
    "migrations/vandringer.csv",
    months.map((day, m) => ({pnr: `p${String(3 * m + 1).padStart(3, "0")}`, date: day, direction: m % 2 ? "I" : "U"}))
  );
  put(
    "population/folk1a.csv",
    ["101", "461", "851"].flatMap((område) =>
      ["1", "2"].flatMap((køn) => ["2023K3", "2024K3"].map((tid) => ({område, køn, alder: "30", tid, indhold: "5000"})))
    )
  );
  await writeDream(join(folder, "dream/dream.parquet"));
}

async function writeDream(file: string): Promise<void> {
  mkdirSync(dirname(file), {recursive: true});
  const weeks = Array.from({length: 7}, (_, y) =>
    Array.from({length: 52 + Number(y === 1)}, (_, w) => `y_${20 + y - 1}${String(w + 1).padStart(2, "0")}`)
  ).flat();
  const degrees = Array.from(
    {length: 72},
    (_, m) => `beskgrad_${2020 + Math.floor(m / 12)}_${String(1 + (m % 12)).padStart(2, "0")}`
  );
  const session = await openSession({memoryLimit: "500MB", threads: 1, temporary: dirname(file)});
  try {
    await session.run(`COPY (
      SELECT 'p' || lpad(i::VARCHAR, 3, '0') AS PNR,
        ${weeks.map((week, n) => `(CASE WHEN (i + ${n}) % 5 = 0 THEN 111 END)::INTEGER AS ${week}`).join(", ")},
        ${degrees.map((degree, n) => `(CASE WHEN (i + ${n}) % 4 > 0 THEN 1.0 END)::DOUBLE AS ${degree}`).join(", ")}
      FROM range(120) rows(i)) TO ${text(file)} (FORMAT parquet)`);
  } finally {
    session.close();
  }
}
