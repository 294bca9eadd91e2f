import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {readCodelists} from "../../../data-loaders/ground/codelists.js";
import {indicator} from "../../../data-loaders/indicators/repeatedMri.js";
import {defaultParameters, type Period} from "../../../data-loaders/ground/parameters.js";
import {registerFacts} from "../../../data-loaders/facts/registerFacts.js";
import {inDanish} from "../../../src/domain/words.js";
import type {RegisterDelivery} from "../../../data-loaders/sources/registers.js";
import {checkout} from "../../support/project.js";
import {outcomes} from "../../../src/domain/registers.js";

const codelists = readCodelists(join(checkout, "data/codelists"));
const counts = {read: 10, kept: 7, leftOut: 2, rejected: 1};
const delivery: RegisterDelivery = {
  files: [
    {kind: "bef", file: "hemmelig2022.csv", ...counts},
    {kind: "bef", file: "hemmelig2023.csv", ...counts},
    {kind: "lmdb", file: "hemmelig.parquet", ...counts}
  ],
  leftOut: [{kind: "lmdb", reason: "reversal", label: "Ekspeditionen er ført tilbage", rows: 2}],
  rejectsByRule: [],
  rejectsFile: "/hemmelig/rejects.csv",
  missing: [{kind: "dream", message: "DREAM mangler: …; læg udtrækket i /hemmelig/dream."}],
  meetings: [
    {kind: "lmdb", column: "pnr", other: "bef", what: "keys", all: 100, known: 60, misspelt: 0, oneIn: 1},
    {kind: "lmdb", column: "atc", other: "drugs", what: "codes", all: 0, known: 0, misspelt: 0, oneIn: 1}
  ],
  places: new Map([["lmdb", {file: "hemmelig.parquet", column: "pnr"}]]),
  warnings: ["ADVARSEL: hemmelig.parquet, kolonne pnr: 60 af 100 nøgler kendes i bef."]
};
const gap = {
  subject: "repeated_mri",
  period: "2023/24",
  needed_from: "",
  needed_to: "",
  first: null,
  last: null,
  hole: null
};
const incomplete = [
  {...gap, register: "lpr_contacts" as const},
  {...gap, register: "lpr_other_procedures" as const}
];
const shares = {item: "residence", month: "2024-01"};
const contacts = [
  {...shares, hospital_region: "country", known: 300, total: 400},
  {...shares, hospital_region: "country", month: "2024-02", known: null, total: null},
  {...shares, hospital_region: "1083", known: 1, total: 100}
];
const facts = (periods: Period[] = defaultParameters.periods) =>
  registerFacts({
    synthetic: true,
    date: null,
    seal: "s",
    parameters: {...defaultParameters, periods},
    indicators: [indicator],
    incomplete,
    codelists,
    delivery,
    reach: [{kind: "lmdb", first: "2021-01-07", last: "2025-12-30", needed_from: "2021-04-01", needed_to: null}],
    coverage: {least: 90, rows: contacts}
  });

describe("areas", () => {
  const of = (type: string, from = facts()) => from.areas.filter((area) => area.type === type);

  test("are the country, five regions and 98 municipalities, each with its region, and what is unknown", () => {
    expect(of("country")).toEqual([{type: "country", id: "country", name: "Hele landet"}]);
    expect(of("region").map(({id}) => id)).toEqual(["1081", "1082", "1083", "1084", "1085", "unknown"]);
    expect(of("municipality")).toHaveLength(99);
    expect(of("municipality").find(({id}) => id === "0400")).toEqual({
      type: "municipality",
      id: "0400",
      name: "Bornholm",
      region: "1084"
    });
    expect(of("municipality").some(({id}) => id === "0411")).toBe(false);
    expect(of("municipality").at(-1)).toEqual({type: "municipality", id: "unknown", name: "Ukendt kommune"});
  });

  test("are those of the newest period, also after regions have merged", () => {
    const later = facts([{id: "2027", from: "2027-01-01", to: "2027-12-31"}, ...defaultParameters.periods]);
    expect(later.periods.at(-1)!.id).toBe("2027");
    expect(of("region", later).map(({name}) => name)).toEqual([
      "Nordjylland",
      "Midtjylland",
      "Syddanmark",
      "Østdanmark",
      "Ukendt bopæl"
    ]);
    expect(of("municipality", later).find(({id}) => id === "0101")!.region).toBe("oestdanmark");
  });
});

test("registers are listed by kind, without names of files and folders", () => {
  expect(facts().read).toEqual([
    {kind: "bef", label: "Befolkningsregisteret (BEF)", files: 2, read: 20, kept: 14, leftOut: 4, rejected: 2},
    {kind: "lmdb", label: "Lægemiddelstatistikregisteret", files: 1, ...counts}
  ]);
  expect(facts().missing).toEqual([
    {kind: "dream", label: "DREAM", without: "indikatoren om fastholdelse i job kan ikke beregnes"}
  ]);
  expect(JSON.stringify(facts())).not.toContain("hemmelig");
});

test("definitions come without their SQL, and what is not published once a period", () => {
  expect(facts().indicators[0]).toMatchObject({
    id: "repeated_mri",
    title: indicator.title,
    assumptions: indicator.assumptions
  });
  expect(facts().indicators[0]).not.toHaveProperty("sql");
  expect(facts().incomplete).toEqual([{subject: "repeated_mri", period: "2023/24"}]);
});

test("words follow the code lists and the settings", () => {
  const {words} = facts();
  expect(words.diagnosisGroups).toEqual({
    DM47: "Spondylose",
    DM48: "Andre sygdomme i rygsøjlen",
    DM51: "Sygdomme i lumbale og torakale båndskiver",
    DM54: "Rygsmerter",
    other: "Andre rygdiagnoser"
  });
  expect(words.cohortSteps.left_out_minor).toBe("Under 18 år");
  expect(inDanish(outcomes)).toBe("reduced_hours: nedsat tid; public_benefit: offentlig ydelse; other: andet");
});

test("rows of code lists that are to be confirmed are listed with their source", () => {
  const {unconfirmed} = facts();
  expect(
    unconfirmed
      .filter(({list}) => list === "drugs")
      .flatMap(({codes}) => codes)
      .sort()
  ).toEqual(codelists.drugs.map(({prefix}) => prefix).sort());
  expect(unconfirmed.every(({title, source, codes}) => title && source && codes.length > 0)).toBe(true);
  expect(unconfirmed.some(({list, codes}) => list === "back_diagnoses" && codes.includes("DM54"))).toBe(false);
});

test("how registers meet and how far they reach: shares and months, no counts and no days", () => {
  const {meetings, reach} = facts();
  const label = "Lægemiddelstatistikregisteret";
  expect(meetings).toEqual([
    {label, column: "person", other: "Befolkningsregisteret (BEF)", what: "keys", percent: 60},
    {label, column: "lægemiddel", other: "Kodelister", what: "codes", percent: null}
  ]);
  expect(reach).toEqual([{label, first: "2021-01", last: "2025-12", neededFrom: "2021-04", neededTo: null}]);
});

test("what is known of contacts is of the months that the country shows, and of nothing it is not known", () => {
  expect(facts().coverage).toEqual({least: 90, known: {residence: 75, department: null}});
});
