import {describe, expect, it} from "vitest";
import {csv, load, type Outcome} from "./registerExtract.js";
import {citizens, contacts, diagnoses, operations, people, prescriptions, services, whole} from "./wholeRegisters.js";

// Deliveries as analysts really get them, of which each could end in wrong numbers without a word: every one is
// refused, warned of, or read as what it means.

/** Everything that a number could be computed from, row by row. */
const views = [
  "contacts",
  "diagnoses",
  "procedures",
  "organisations",
  "prescriptions",
  "services",
  "persons",
  "residences"
];
const everything = views.map(
  (view) =>
    `SELECT * EXCLUDE (${view === "contacts" ? "file, line" : "no"}) FROM (SELECT *, 0 AS no FROM ${view}) ORDER BY ALL`
);

const read = (changes: Record<string, string>): Promise<Outcome> =>
  load({...whole, ...changes}, everything, {maxRejectedPercent: 5});

describe("refused, with what is wrong", () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'keys as Excel guards them, ="…"',
      {"lmdb/lmdb.csv": prescriptions((pnr) => ({pnr: `="${pnr}"`}))},
      "Anførselstegn"
    ],
    [
      "keys in scientific notation",
      {"lmdb/lmdb.csv": prescriptions((_, i) => ({pnr: `1,23E+${i}`}))},
      "0 af 200 nøgler kendes i bef"
    ],
    [
      "day and month swapped",
      {"lpr_contacts/kontakter.csv": contacts((i) => ({dato_start: `2023-${13 + (i % 15)}-08`}))},
      "En dato, der ikke kan læses"
    ],
    ["sex as 0 and 1", {"bef/bef.csv": citizens((i) => ({koen: String(i % 2)}))}, "Ukendt kode"],
    [
      "birthdays with two digits of the year",
      {"bef/bef.csv": citizens(() => ({foed_dag: "01-05-70"}))},
      "En dato, der ikke kan læses"
    ],
    [
      "everybody born in another century",
      {"bef/bef.csv": citizens(() => ({foed_dag: "2070-05-01"}))},
      "Født efter opgørelsen"
    ],
    ["municipalities by name", {"bef/bef.csv": citizens(() => ({kom: "Odense"}))}, "Ukendt kommune"],
    [
      "drugs by name",
      {"lmdb/lmdb.csv": prescriptions(() => ({atc: "Tramadol"}))},
      "0 af 200 koder står i kodelisten drugs"
    ],
    ["packages in thousands", {"lmdb/lmdb.csv": prescriptions(() => ({apk: "1.000"}))}, "Et tal, der ikke kan læses"],
    ["nothing but reversals", {"lmdb/lmdb.csv": prescriptions(() => ({apk: "-1"}))}, "ingen af 200 rækker kan bruges"],
    ["months for days", {"lmdb/lmdb.csv": prescriptions(() => ({eksd: "2023-07"}))}, "En dato, der ikke kan læses"],
    ["weeks with four digits of the year", {"sssy/sssy.csv": services({honuge: "202327"})}, "En uge, der ikke findes"],
    ["specialty without service", {"sssy/sssy.csv": services({speciale: "53"})}, "Ukendt kode"],
    ["services counted as none", {"sssy/sssy.csv": services({ydlant: "0"})}, "Ingen ydelser (antal 0)"],
    ["nothing but children's services", {"sssy/sssy.csv": services({barnmak: "1"})}, "ingen af 200 rækker kan bruges"],
    ["diagnoses without their D", {"lpr_diagnoses/diagnoser.csv": diagnoses({diagnosekode: "M545"})}, "Ukendt kode"],
    ["diagnoses of ICD-8", {"lpr_diagnoses/diagnoser.csv": diagnoses({diagnosekode: "72879"})}, "Ukendt kode"],
    [
      "nothing but additional codes",
      {"lpr_diagnoses/diagnoser.csv": diagnoses({diagnosetype: "+"})},
      "0 af 200 koder står i kodelisten A og B"
    ],
    [
      "every diagnosis revoked",
      {"lpr_diagnoses/diagnoser.csv": diagnoses({senere_afkraeftet: "Ja"})},
      "ingen af 200 rækker kan bruges"
    ],
    [
      "types of contact in words",
      {"lpr_contacts/kontakter.csv": contacts(() => ({kontakttype: "Fysisk fremmøde"}))},
      "0 af 200 koder står i kodelisten contact_types"
    ],
    [
      "nothing reported through LPR3",
      {"lpr_contacts/kontakter.csv": contacts(() => ({lprindberetningssystem: "MiniPAS"}))},
      "ingen af 200 rækker kan bruges"
    ],
    [
      "operations without their K",
      {"lpr_surgical_procedures/kirurgi.csv": operations({procedurekode: "ABC26"})},
      "0 af 200 koder står i kodelisten spine_surgery"
    ],
    [
      "deaths at the end of time",
      {"deaths/doede.csv": csv(people.map((pnr) => ({pnr, date: "9999-12-31"})))},
      "En dato, der ikke kan læses"
    ],
    ["a file that lies there twice", {"lmdb/lmdb kopi.csv": prescriptions()}, "har de samme 200 rækker i 2023-07"]
  ])("%s", async (_, changes, said) => {
    expect((await read(changes)).refusal).toContain(said);
  });
});

describe("warned of, by file", () => {
  it.each<[string, Record<string, string>, string]>([
    [
      "deaths of other people, or read wrongly",
      {"deaths/doede.csv": csv(people.map((pnr) => ({pnr, date: "1960-01-01"})))},
      "doede.csv, kolonne pnr: 200 af 200 døde med en kontakt har en mere end 30 dage efter deres død"
    ],
    [
      "departments that lost a zero",
      {"lpr_organisations/org.csv": csv([{sorenhed: "0s1", region: "1083", institutionsejer_type: "Region"}])},
      "kontakter.csv, kolonne sorenhed_ans: 0 af 1 nøgler kendes"
    ]
  ])("%s", async (_, changes, said) => {
    const {delivery} = await read(changes);
    expect(delivery!.warnings).toEqual([expect.stringContaining(`ADVARSEL: ${said}`)]);
  });
});

describe("read as what it means", () => {
  it.each<[string, Record<string, string>]>([
    ["keys with spaces around", {"lmdb/lmdb.csv": prescriptions((pnr) => ({pnr: `  ${pnr} `}))}],
    ["municipalities without their zero", {"bef/bef.csv": citizens(() => ({kom: "461"}))}],
    ["numbers with a decimal comma", {"sssy/sssy.csv": services({ydlant: "1,0"})}],
    [
      "diagnoses in small letters",
      {"lpr_diagnoses/diagnoser.csv": diagnoses({diagnosekode: "dm545", diagnosetype: "a"})}
    ],
    ["sex as K and M", {"bef/bef.csv": citizens(() => ({koen: "M"}))}],
    ["contacts that lie there twice", {"lpr_contacts/kontakter (1).csv": contacts()}]
  ])("%s", async (_, changes) => {
    const [right, other] = [await read({}), await read(changes)];
    expect(right.refusal ?? other.refusal).toBeUndefined();
    expect(other.rows).toEqual(right.rows);
  });
});
