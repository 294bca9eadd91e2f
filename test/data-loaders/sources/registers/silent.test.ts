import {describe, expect, it} from "vitest";
import {
  citizen,
  contact,
  csv,
  diagnosis,
  load,
  prescription,
  procedure,
  service,
  type Fields,
  type Outcome
} from "./registerExtract.js";

// Deliveries that are easily handed out and would give wrong numbers if they were believed.

const people = Array.from({length: 120}, (_, i) => `p${String(i).padStart(5, "0")}`);
const kom = ["0101", "0461", "0851"];

const bef = (change: (row: Fields, i: number) => Fields = (row) => row) =>
  csv(people.map((pnr, i) => change(citizen({pnr, kom: kom[i % 3]!}), i)));
const contacts = (change: (row: Fields, i: number) => Fields = (row) => row) =>
  csv(people.map((pnr, i) => change(contact({pnr, dw_ek_kontakt: `k${pnr}`, dw_ek_forloeb: `f${pnr}`}), i)));
const diagnoses = (changes: Fields = {}) => csv(people.map((pnr) => diagnosis({dw_ek_kontakt: `k${pnr}`, ...changes})));
const lmdb = (change: (row: Fields, i: number) => Fields = (row) => row) =>
  csv(people.map((pnr, i) => change(prescription({pnr}), i)));
const sssy = (change: (row: Fields, i: number) => Fields = (row) => row) =>
  csv(people.map((pnr, i) => change(service({pnr}), i)));

async function delivered(changes: Record<string, string> = {}, queries: string[] = []): Promise<Outcome> {
  return load(
    {
      "bef/bef.csv": bef(),
      "lpr_contacts/kontakter.csv": contacts(),
      "lpr_diagnoses/diagnoser.csv": diagnoses(),
      "lmdb/lmdb.csv": lmdb(),
      "sssy/sssy.csv": sssy(),
      ...changes
    },
    queries,
    {maxRejectedPercent: 5}
  );
}

it("a delivery without fault has neither warning nor reject", async () => {
  const {delivery, refusal, rejects} = await delivered();
  expect([refusal, delivery?.warnings, rejects]).toEqual([undefined, [], []]);
});

describe("is refused", () => {
  it.each<[string, Record<string, string>, RegExp]>([
    [
      "a register a second time by another name, its rows in another order",
      {"lmdb/lmdb_v2.csv": csv(people.toReversed().map((pnr) => prescription({pnr})))},
      /^lmdb: lmdb\.csv og lmdb_v2\.csv har de samme 120 rækker i 2023-07, så de ville tælle to gange; fjern/
    ],
    [
      "a cumulative file beside the one before",
      {
        "sssy/til_uge_30.csv": sssy() + csv(people.map((pnr) => service({pnr, honuge: "2333"}))).replace(/^.*\n/, "")
      },
      /^sssy: sssy\.csv og til_uge_30\.csv har de samme 120 rækker i 2023-07/
    ],
    [
      "numbers in scientific notation",
      {"lmdb/lmdb.csv": lmdb((row) => ({...row, pnr: "1,23E+11"}))},
      /kolonne pnr: 0 af 1 nøgler kendes i bef/
    ],
    ['keys within ="…"', {"lmdb/lmdb.csv": lmdb((row) => ({...row, pnr: `="${row.pnr}"`}))}, /rækker/],
    ["keys with a prefix", {"lmdb/lmdb.csv": lmdb((row) => ({...row, pnr: `DK${row.pnr}`}))}, /0 af 120 nøgler/],
    ["day and month the American way", {"lmdb/lmdb.csv": lmdb((row) => ({...row, eksd: "07/13/2023"}))}, /en dato/],
    ["years of two digits", {"bef/bef.csv": bef((row) => ({...row, foed_dag: "01-05-70"}))}, /en dato/],
    [
      "birth in the wrong century",
      {"bef/bef.csv": bef((row) => ({...row, foed_dag: "2070-05-01"}))},
      /Født efter opgørelsen, eller ældre end nogen/
    ],
    ["nobody can be 150 years old", {"bef/bef.csv": bef((row) => ({...row, foed_dag: "1870-05-01"}))}, /\(age\)/],
    ["sex as 0 and 1", {"bef/bef.csv": bef((row, i) => ({...row, koen: `${i % 2}`}))}, /1 \(mand\) eller 2/],
    ["types of diagnosis by number", {"lpr_diagnoses/diagnoser.csv": diagnoses({diagnosetype: "1"})}, /som A eller B/],
    [
      "types of diagnosis by name",
      {"lpr_diagnoses/diagnoser.csv": diagnoses({diagnosetype: "Aktionsdiagnose"})},
      /som A/
    ],
    ["revoked as 1 and 0", {"lpr_diagnoses/diagnoser.csv": diagnoses({senere_afkraeftet: "0"})}, /Ja, Nej eller tom/],
    [
      "diagnoses of ICD-10 without D",
      {"lpr_diagnoses/diagnoser.csv": diagnoses({diagnosekode: "M545"})},
      /med D foran/
    ],
    [
      "ATC without its first letter",
      {"lmdb/lmdb.csv": lmdb((row) => ({...row, atc: "02AX02"}))},
      /kolonne atc: 0 af 120 koder/
    ],
    ["weeks with their century", {"sssy/sssy.csv": sssy((row) => ({...row, honuge: "202327"}))}, /år og uge/],
    [
      "start and end exchanged",
      {"lpr_contacts/kontakter.csv": contacts((row) => ({...row, dato_slut: "2023-07-01"}))},
      /Slut før start/
    ],
    [
      "kinds of contact by name",
      {"lpr_contacts/kontakter.csv": contacts((row) => ({...row, kontakttype: "Ambulant"}))},
      /kontakttype/
    ],
    [
      "months of DREAM from 0 to 11",
      {"dream/dream.csv": csv(people.map((pnr) => ({pnr, y_2301: "", beskgrad_2023_00: "1", beskgrad_2023_11: "1"})))},
      /beskgrad_2023_00/
    ],
    [
      "organisations whose owner is a letter",
      {"lpr_organisations/o.csv": csv([{sorenhed: "s1", region: "1083", institutionsejer_type: "P"}])},
      /owners\.csv/
    ]
  ])("%s", async (_, changes, expected) => {
    expect((await delivered(changes)).refusal).toMatch(expected);
  });
});

describe("is warned about", () => {
  it.each<[string, Record<string, string>, RegExp]>([
    [
      "a register of one region alone",
      {"sssy/sssy.csv": csv(people.filter((_, i) => i % 3 === 0).map((pnr) => service({pnr})))},
      /^ADVARSEL: sssy\.csv, kolonne pnr: ingen, der bor i region 1081, 1083, er i registeret, men nogle fra region 1084/
    ],
    [
      "days that have not been",
      {"lmdb/lmdb.csv": lmdb((row) => ({...row, eksd: "2123-07-01"}))},
      /^ADVARSEL: lmdb\.csv, kolonne eksd: den sidste dag er 2123-07-01, som ikke har været endnu/
    ],
    [
      "the dead are seen again: keys of another pseudonymisation",
      {"deaths/d.csv": csv(people.slice(0, 30).map((pnr) => ({pnr, date: "2023-01-01"})))},
      /^ADVARSEL: d\.csv, kolonne pnr: 30 af 30 døde med en kontakt har en mere end 30 dage efter deres død/
    ],
    [
      "a population in thousands",
      {"population/f.csv": csv([{område: "101", køn: "1", alder: "30", tid: "2023K3", indhold: "6"}])},
      /^ADVARSEL: f\.csv, kolonne indhold: folketallet i 2023 er 6, men bef har 120 personer/
    ]
  ])("%s", async (_, changes, expected) => {
    expect((await delivered(changes)).delivery?.warnings).toEqual([expect.stringMatching(expected)]);
  });
});

describe("counts right", () => {
  const patients = "SELECT count(DISTINCT person_id)::INTEGER AS n FROM contacts JOIN diagnoses USING (contact_id)";
  it.each<[string, Record<string, string>, string, number]>([
    [
      "spaces around keys",
      {"lpr_contacts/kontakter.csv": contacts((row) => ({...row, pnr: ` ${row.pnr} `}))},
      patients,
      120
    ],
    [
      "codes in small letters",
      {"lmdb/lmdb.csv": lmdb((row) => ({...row, atc: "n02ax02"}))},
      "SELECT count(*)::INTEGER AS n FROM prescriptions WHERE atc = 'N02AX02'",
      120
    ],
    [
      "M and K",
      {"bef/bef.csv": bef((row, i) => ({...row, koen: i % 2 ? "K" : "M"}))},
      "SELECT count(*)::INTEGER AS n FROM persons WHERE sex = 'female'",
      60
    ],
    [
      "amounts with decimal commas",
      {"sssy/sssy.csv": sssy((row) => ({...row, ydlant: "1,5"}))},
      "SELECT sum(number)::INTEGER AS n FROM services",
      180
    ],
    [
      "contacts and diagnoses twice",
      {"lpr_contacts/igen.csv": contacts(), "lpr_diagnoses/igen.csv": diagnoses()},
      "SELECT count(*)::INTEGER AS n FROM contacts",
      120
    ],
    [
      "an operation twice",
      Object.fromEntries(
        ["a", "b"].map((file) => [
          `lpr_surgical_procedures/${file}.csv`,
          csv(people.map((pnr) => procedure({dw_ek_kontakt: `k${pnr}`, dw_ek_forloeb: `f${pnr}`})))
        ])
      ),
      "SELECT count(DISTINCT person_id)::INTEGER AS n FROM procedures",
      120
    ]
  ])("%s", async (_, changes, query, expected) => {
    const {refusal, rows} = await delivered(changes, [query]);
    expect([refusal, rows[0]?.[0]]).toEqual([undefined, {n: expected}]);
  });
});
