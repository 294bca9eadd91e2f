// @module-tag slow: takes each month away from each register in turn.
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Session} from "../../../data-loaders/engine/session.js";
import {analyseRegisters} from "../../../data-loaders/indicators/definition/analyseRegisters.js";
import {createIncomplete} from "../../../data-loaders/indicators/definition/completeness.js";
import {readIndicators} from "../../../data-loaders/indicators/definition/readIndicators.js";
import {reachWarnings} from "../../../data-loaders/indicators/definition/reach.js";
import {fill, openDelivery, parameters, type Delivery} from "../models/registers/delivery.js";
import {addDays, addMonths} from "./dates.js";
import {runSql} from "../../../data-loaders/engine/sqlFile.js";

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

  test("the population register and DREAM: an early end, a late beginning, a hole of more than a year", async () => {
    await incomplete({});
    await session.run("CREATE OR REPLACE TEMP TABLE everything AS FROM coverage");
    const indicators = await readIndicators();
    const found = async (kind: string, coverage: string) => {
      await session.run(`CREATE OR REPLACE TEMP TABLE coverage AS FROM everything WHERE kind <> '${kind}'
        UNION ALL (${coverage})`);
      const short = await createIncomplete(session, indicators, parameters);
      return [...new Set(short.map(({subject, register}) => `${subject} ${register}`))];
    };
    const bef = "FROM everything WHERE kind = 'bef' AND strftime(month, '%Y-%m')";
    const between = (from: string, to: string) =>
      months.map((day) => day.slice(0, 7)).filter((month) => month >= from && month <= to);
    // Homes of the patients of 2023/24: the last count at most 13 months old, and none later than the first patient.
    for (const month of between("2021-08", "2023-05"))
      expect(await found("bef", `${bef} < '${month}'`), `bef to ${month}`).toEqual(["cohort bef"]);
    for (const month of between("2023-07", "2025-06"))
      expect(await found("bef", `${bef} > '${month}'`), `bef from ${month}`).toEqual(["cohort bef"]);
    for (const month of between("2022-06", "2023-06"))
      expect(
        await found("bef", `${bef} NOT BETWEEN '${month}' AND '${addMonths(`${month}-01`, 13).slice(0, 7)}'`),
        month
      ).toEqual(["cohort bef"]);
    const dream = (first: string, last: string) =>
      `SELECT kind, month, "rows", ${first}, ${last} FROM everything WHERE kind = 'dream'`;
    for (const month of between("2022-08", "2025-06"))
      expect(await found("dream", dream("first_date", `DATE '${month}-01' - 1`)), `DREAM to ${month}`).toEqual([
        "labour_market_retention dream"
      ]);
    for (const month of between("2022-08", "2025-06"))
      expect(await found("dream", dream(`DATE '${month}-01'`, "last_date")), `DREAM from ${month}`).toEqual([
        "labour_market_retention dream"
      ]);
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
    const coverage = counts(...yearly.slice(0, 3)).coverage.filter(({kind}) => kind !== "deaths");
    const noDeaths = await incomplete({deaths: [], coverage});
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

describe("by month, registers that are asked of patients of every month", () => {
  /** Twenty-five patients a month of 2023/24, each with all that the tables ask for. */
  const indexMonths = Array.from({length: 12}, (_, i) => addMonths("2023-07-01", i));
  const patients = indexMonths.flatMap((month, m) =>
    Array.from({length: 25}, (_, i) => ({id: `m${m}p${i}`, month, day: addDays(month, 10)}))
  );
  const needed = ["2022-07-01", "2025-06-01"] as const;
  const monthly: Delivery = {
    ...whole,
    contacts: patients.map(({id, day}) => ({
      contact_id: id,
      person_id: id,
      start_date: day,
      contact_type: "ALCA00",
      specialty: "Reumatologi",
      department: "d"
    })),
    diagnoses: patients.map(({id}) => ({contact_id: id, code: "DM545", type: "A"})),
    persons: patients.map(({id}) => ({person_id: id, sex: "female", born: "1980-01-01"})),
    prescriptions: patients.map(({id, day}) => ({
      person_id: id,
      date: addDays(day, 100),
      atc: "N02AX02",
      packages: 1,
      prescriber: "r"
    })),
    employment: patients.flatMap(({id, month}) =>
      [-12, 12].map((away) => ({person_id: id, month: addMonths(month, away), degree: 1}))
    )
  };
  const found = async (changes: Delivery) => {
    await fill(session, {...monthly, ...changes});
    const {incomplete: short} = await analyseRegisters(session, parameters);
    return [...new Set(short.map(({subject, register}) => `${subject} ${register}`))].sort();
  };
  const asked = (month: string) => month >= needed[0] && month <= needed[1];
  const indicators = readIndicators();
  /** The same where only what a register covers has changed since the last whole delivery. */
  const covering = async (kind: string, rows: NonNullable<Delivery["coverage"]>) => {
    await session.run(`CREATE OR REPLACE TEMP TABLE coverage AS FROM everything WHERE kind <> '${kind}'`);
    const values = rows.map(
      ({month, rows: n, first_date, last_date}) => `('${kind}', '${month}', ${n}, '${first_date}', '${last_date}')`
    );
    if (values.length > 0) await session.run(`INSERT INTO coverage VALUES ${values.join(", ")}`);
    const short = await createIncomplete(session, await indicators, parameters);
    return [...new Set(short.map(({subject, register}) => `${subject} ${register}`))].sort();
  };
  const wholeAgain = async () => {
    expect(await found({})).toEqual([]);
    await session.run("CREATE OR REPLACE TEMP TABLE everything AS FROM coverage");
  };

  test("a whole delivery of every month is complete", async () => {
    expect(await found({})).toEqual([]);
  });

  test("DREAM: its columns end or begin in any month, or nobody has a degree in one", async () => {
    const shortened = ["labour_market_retention dream"];
    await wholeAgain();
    const columns = (first_date: string, last_date: string) => covering("dream", [{...dream, first_date, last_date}]);
    for (const month of months.filter(asked)) {
      expect(await columns("2020-07-01", addDays(month, -8)), `ends before ${month}`).toEqual(shortened);
      expect(await columns(addDays(addMonths(month, 1), 7), "2026-06-30"), `begins after ${month}`).toEqual(shortened);
    }
    for (const month of months.filter(asked)) {
      const isKnown = monthly.employment!.some((row) => row.month === month);
      const employment = monthly.employment!.filter((row) => row.month !== month);
      expect(await found({employment}), `nobody in ${month}`).toEqual(isKnown ? shortened : []);
    }
  });

  test("departments: known until, from, or but for any month", async () => {
    const hospitals = ["hospitals", "pathways", "patient_flows"].map((subject) => `${subject} lpr_organisations`);
    const d = {department: "d", private: false};
    for (const month of indexMonths) {
      const [before, after] = [addDays(month, -1), addMonths(month, 1)];
      expect(await found({organisations: [{...d, valid_to: before}]}), `until ${before}`).toEqual(hospitals);
      expect(await found({organisations: [{...d, valid_from: after}]}), `from ${after}`).toEqual(hospitals);
      const both = [
        {...d, valid_to: before},
        {...d, valid_from: after}
      ];
      expect(await found({organisations: both}), `but for ${month}`).toEqual(hospitals);
    }
  });

  test("prescribers: known until, from, or but for any month with prescriptions", async () => {
    const r = {recu: "r", sector: "primary"};
    const prescribed = [...new Set(monthly.prescriptions!.map(({date}) => `${String(date).slice(0, 7)}-01`))];
    expect(prescribed.length).toBeGreaterThan(11);
    for (const month of prescribed) {
      const [before, after] = [addDays(month, -1), addMonths(month, 1)];
      const short = ["prescribers prescribers"];
      expect(await found({prescribers: [{...r, valid_to: before}]}), `until ${before}`).toEqual(short);
      expect(await found({prescribers: [{...r, valid_from: after}]}), `from ${after}`).toEqual(short);
      const both = [
        {...r, valid_to: before},
        {...r, valid_from: after}
      ];
      expect(await found({prescribers: both}), `but for ${month}`).toEqual(short);
    }
  });

  test("the population register: quarterly counts that end, begin or pause in any month", async () => {
    const quarters = Array.from({length: 28}, (_, i) => addDays(addMonths("2019-07-01", 3 * i), -1));
    const [from, to] = ["2023-07-01", "2024-06-30"];
    /** Whether every home of the year is from a count at most thirteen months before. */
    const isKnown = (kept: string[]) =>
      kept.length > 0 &&
      kept[0]! <= addDays(from, parameters.slackDays) &&
      addMonths(kept.at(-1)!, 13) >= to &&
      kept.every(
        (day, i) => i + 1 === kept.length || kept[i + 1]! <= addMonths(day, 13) || kept[i + 1]! <= from || day >= to
      );
    await wholeAgain();
    for (const month of months) {
      const kinds: [string, (day: string) => boolean][] = [
        ["ends before", (day) => day < month],
        ["begins after", (day) => day > month],
        ["pauses 15 months from", (day) => day < month || day >= addMonths(month, 15)]
      ];
      for (const [how, isKept] of kinds) {
        const kept = quarters.filter(isKept);
        const counts = kept.map((day) => ({
          month: `${day.slice(0, 7)}-01`,
          rows: 100,
          first_date: day,
          last_date: day
        }));
        expect(await covering("bef", counts), `${how} ${month}`).toEqual(isKnown(kept) ? [] : ["cohort bef"]);
      }
    }
  });

  test("the population: a count of any month counts where it is at most a year from the period's first day", async () => {
    await found({});
    const models = ["period_population.sql", "adults.sql"].map(
      (file) => new URL(`../../../data-loaders/models/registers/${file}`, import.meta.url)
    );
    for (const month of months) {
      await session.run(`DELETE FROM population;
        INSERT INTO population VALUES ('${month}', 'municipality', '0101', 'male', 30, 30, 9)`);
      for (const model of models) await runSql(session, model);
      const adults = await session.rows("SELECT adults FROM adults WHERE area_type = 'country' AND period = '2023/24'");
      const isNear = month >= "2022-07-01" && month <= "2024-07-01";
      expect([month, adults]).toEqual([month, isNear ? [{adults: 9}] : []]);
    }
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
