import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Session} from "../../../data-loaders/engine/session.js";
import {analyseRegisters} from "../../../data-loaders/indicators/definition/analyseRegisters.js";
import {createIncomplete} from "../../../data-loaders/indicators/definition/completeness.js";
import {readIndicators} from "../../../data-loaders/indicators/definition/readIndicators.js";
import {reachWarnings} from "../../../data-loaders/indicators/definition/reach.js";
import {fill, openDelivery, parameters, type Delivery} from "../models/registers/delivery.js";
import {addDays, addMonths} from "./dates.js";

let session: Session;
beforeAll(async () => void (session = await openDelivery({})));
afterAll(() => session.close());

const kinds = [
  "lpr_contacts",
  "lpr_diagnoses",
  "lpr_surgical_procedures",
  "lpr_other_procedures",
  "lmdb",
  "sssy",
  "bef",
  "deaths",
  "migrations"
];
const months = Array.from({length: 72}, (_, i) => addMonths("2020-07-01", i));
/** A register with a hundred rows every month, from its first day to its last. */
const even = (kind: string, within: (month: string) => boolean = () => true) =>
  months
    .filter(within)
    .map((month) => ({kind, month, rows: 100, first_date: month, last_date: addDays(addMonths(month, 1), -1)}));
const dream = {kind: "dream", month: "2020-07-01", rows: 0, first_date: "2020-07-01", last_date: "2026-06-30"};

/** Thirty patients of 2023/24 with all that the tables ask for. */
const people = Array.from({length: 30}, (_, i) => `p${i}`);
const whole: Delivery = {
  contacts: people.map((id) => ({
    contact_id: id,
    person_id: id,
    start_date: "2024-01-15",
    contact_type: "ALCA00",
    specialty: "Reumatologi",
    department: "d"
  })),
  diagnoses: people.map((contact_id) => ({contact_id, code: "DM545", type: "A"})),
  persons: people.map((person_id) => ({person_id, sex: "female", born: "1980-01-01"})),
  organisations: [{department: "d", private: false}],
  prescriptions: people.map((person_id) => ({
    person_id,
    date: "2024-04-20",
    atc: "N02AX02",
    packages: 1,
    prescriber: "r"
  })),
  prescribers: [{recu: "r", sector: "primary"}],
  employment: people.flatMap((person_id) =>
    ["2023-01-01", "2025-01-01"].map((month) => ({person_id, month, degree: 1}))
  ),
  deaths: [{person_id: "x", date: "2026-06-30"}],
  migrations: [{person_id: "x", date: "2026-06-30", direction: "out"}],
  coverage: [dream, ...kinds.flatMap((kind) => even(kind))]
};

async function incomplete(changes: Delivery): Promise<string[]> {
  await fill(session, {...whole, ...changes});
  const {incomplete: found} = await analyseRegisters(session, parameters);
  return [...new Set(found.map(({subject, register}) => `${subject} ${register}`))];
}

test("a whole delivery is complete", async () => {
  expect(await incomplete({})).toEqual([]);
});

// What rests on each register, and the last month that its windows ask for.
const analgesics = ["strong_analgesic_no_prior_use", "strong_analgesic_prior_use"];
const followed = ["labour_market_retention", "rehabilitation_after_surgery", "repeated_mri", ...analgesics];
const rests: Record<string, [subjects: string[], from: string, to: string]> = {
  lpr_contacts: [
    ["cohort", "pathways", "patient_flows", "rehabilitation_after_surgery", "repeated_mri", "surgery_within_a_year"],
    "2021-07",
    "2025-07"
  ],
  lpr_diagnoses: [["cohort", "pathways", "patient_flows"], "2021-07", "2025-06"],
  lpr_surgical_procedures: [
    ["pathways", "rehabilitation_after_surgery", "surgery_within_a_year"],
    "2023-07",
    "2025-07"
  ],
  lpr_other_procedures: [["pathways", "rehabilitation_after_surgery", "repeated_mri"], "2023-07", "2025-07"],
  lmdb: [["pathways", ...analgesics], "2023-01", "2025-06"],
  sssy: [["pathways", "primary_care_before"], "2023-01", "2025-06"],
  deaths: [followed, "2023-07", "2025-07"],
  migrations: [followed, "2023-07", "2025-07"]
};

describe("by month, what rests on a register is incomplete", () => {
  test.each(Object.keys(rests))("%s: an early end, a late beginning, a hole", async (kind) => {
    const [subjects, from, to] = rests[kind]!;
    await incomplete({});
    await session.run("CREATE OR REPLACE TEMP TABLE everything AS FROM coverage");
    const indicators = await readIndicators();
    /** Of the whole delivery, where of one register only some months are there. */
    const found = async (kept: string) => {
      await session.run(
        `CREATE OR REPLACE TEMP TABLE coverage AS FROM everything WHERE kind <> '${kind}' OR strftime(month, '%Y-%m') ${kept}`
      );
      const short = await createIncomplete(session, indicators, parameters);
      return [...new Set(short.map(({subject, register}) => `${subject} ${register}`))];
    };
    const all = [...subjects].sort().map((subject) => `${subject} ${kind}`);
    for (const month of months.map((day) => day.slice(0, 7)).filter((month) => month >= from && month <= to)) {
      for (const kept of [`< '${month}'`, `> '${month}'`, `<> '${month}'`]) {
        const short = await found(kept);
        expect(short.length, `${kind} of months ${kept}`).toBeGreaterThan(0);
        expect(all).toEqual(expect.arrayContaining(short));
      }
    }
    expect((await found("< '2023-06'")).sort()).toEqual(all);
  });

  test("the population register: nobody's home is older than a year, and every count is needed for that", async () => {
    const counts = (...days: string[]) => ({
      coverage: [
        ...whole.coverage!.filter(({kind}) => kind !== "bef"),
        ...days.map((day) => ({
          kind: "bef",
          month: `${day.slice(0, 7)}-01`,
          rows: 100,
          first_date: day,
          last_date: day
        }))
      ]
    });
    const yearly = ["2021-06-30", "2022-06-30", "2023-06-30", "2024-06-30", "2025-06-30"];
    expect(await incomplete(counts(...yearly))).toEqual([]);
    expect(await incomplete(counts("2023-09-30", "2024-06-30"))).toEqual(["cohort bef"]);
    expect(await incomplete(counts("2021-06-30", "2022-06-30"))).toEqual(["cohort bef"]);
    expect(await incomplete(counts("2021-06-30", "2022-06-30", "2024-06-30"))).toEqual(["cohort bef"]);
    // Without deaths it also says who has left, until windows close.
    const noDeaths = await incomplete({deaths: [], ...counts(...yearly.slice(0, 3))});
    expect(noDeaths.sort()).toEqual(followed.map((subject) => `${subject} bef`).sort());
  });

  test("DREAM by its columns, and by a month in which nobody has a degree", async () => {
    const ending = (last_date: string) => ({
      coverage: [...whole.coverage!.filter(({kind}) => kind !== "dream"), {...dream, last_date}]
    });
    expect(await incomplete(ending("2025-06-30"))).toEqual([]);
    expect(await incomplete(ending("2025-05-20"))).toEqual(["labour_market_retention dream"]);
    const employment = whole.employment!.filter(({month}) => month === "2023-01-01");
    expect(await incomplete({employment})).toEqual(["labour_market_retention dream"]);
  });

  test("organisations and prescribers that were not delivered, or do not hold on the day", async () => {
    const hospitals = ["hospitals", "pathways", "patient_flows"].map((subject) => `${subject} lpr_organisations`);
    expect(await incomplete({organisations: []})).toEqual(hospitals);
    expect(await incomplete({organisations: [{department: "d", private: false, valid_to: "2023-12-31"}]})).toEqual(
      hospitals
    );
    expect(await incomplete({prescribers: []})).toEqual(["prescribers prescribers"]);
    expect(await incomplete({prescribers: [{recu: "r", sector: "primary", valid_from: "2024-05-01"}]})).toEqual([
      "prescribers prescribers"
    ]);
  });

  test("a population count more than a year away is none", async () => {
    const adults = async (period_start: string) => {
      await incomplete({
        population: [
          {period_start, area_type: "municipality", area_id: "0101", sex: "male", age: 30, age_to: 30, number: 9}
        ]
      });
      return session.rows("SELECT adults FROM adults WHERE area_type = 'country'");
    };
    expect(await adults("2022-07-01")).toEqual([{adults: 9}]);
    expect(await adults("2022-04-01")).toEqual([]);
    expect(await adults("2024-07-01")).toEqual([{adults: 9}]);
  });
});

test("procedures that thin out are believed, those that are cut off are not", async () => {
  const ending = (rows: number[]) => ({
    coverage: [
      ...whole.coverage!.filter(({kind, month}) => kind !== "lpr_other_procedures" || String(month) < "2024-07-01"),
      ...rows.map((n, i) => ({...even("lpr_other_procedures")[48 + i]!, rows: n}))
    ]
  });
  expect(await incomplete(ending([60, 30, 10, 5]))).toEqual([]);
  expect(await incomplete(ending([100, 90, 100, 100]))).toContain("repeated_mri lpr_other_procedures");
});

test("what is incomplete, and what stands in, is told in a line that names file and column", async () => {
  const places = new Map(
    [...kinds, "dream"].map((kind) => [kind, {file: `${kind}.csv`, column: kind === "lmdb" ? "eksd" : "dato"}])
  );
  const warnings = async (changes: Delivery) => {
    await fill(session, {...whole, ...changes});
    const models = await analyseRegisters(session, parameters);
    return reachWarnings(session, {...models, places});
  };
  expect(await warnings({})).toEqual([]);
  const ending = whole.coverage!.filter(({kind, month}) => kind !== "lmdb" || String(month) < "2024-12-01");
  expect(await warnings({coverage: ending})).toEqual([
    "ADVARSEL: lmdb.csv, kolonne eksd: går fra 2020-07-01 til 2024-11-30, men der kræves 2023-01-01 til 2025-06-30, så det følgende er ufuldstændigt: pathways (2023/24); strong_analgesic_no_prior_use (2023/24); strong_analgesic_prior_use (2023/24); hent et udtræk, der rækker."
  ]);
  const few = {kind: "deaths", month: "2021-01-01", rows: 2, first_date: "2021-01-01", last_date: "2021-01-31"};
  expect(
    await warnings({
      deaths: [{person_id: "x", date: "2021-01-31"}],
      coverage: [...whole.coverage!.filter(({kind}) => kind !== "deaths"), few]
    })
  ).toEqual([
    "ADVARSEL: deaths.csv, kolonne dato: slutter 2021-01-31, men patienter følges til 2025-07-31; derefter er de borte, som ikke står i befolkningsregisteret. Hent et udtræk, der rækker."
  ]);
});
