// @module-tag slow: looks for sums in hundreds of random rounds.
import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {readCodebook, type Codebook} from "../../../data-loaders/ground/codebook.js";
import {readCodelists} from "../../../data-loaders/ground/codelists.js";
import type {CountedTable} from "../../../data-loaders/disclosure/assemble.js";
import type {Group, Sums} from "../../../data-loaders/tables/counted/group.js";
import {defaultRules} from "../../../data-loaders/ground/rules.js";
import {auditSums} from "../../../data-loaders/tables/sums/audit.js";
import {registerSums} from "../../../data-loaders/tables/sums/registers.js";
import {openSession} from "../../../data-loaders/engine/session.js";
import {createAgeCounts} from "../../../data-loaders/models/ageCounts.js";
import {participantCounts} from "../../../data-loaders/models/participantCounts.js";
import {analyseRegisters} from "../../../data-loaders/indicators/definition/analyseRegisters.js";
import {defaultParameters, type Period} from "../../../data-loaders/ground/parameters.js";
import {table as auditAges} from "../../../data-loaders/tables/audit/auditAges.js";
import {table as auditAnswers} from "../../../data-loaders/tables/audit/auditAnswers.js";
import {table as auditMeans} from "../../../data-loaders/tables/audit/means.js";
import {table as auditMeasures} from "../../../data-loaders/tables/audit/auditMeasures.js";
import {registerTables} from "../../../data-loaders/tables/index.js";
import type {Table} from "../../../data-loaders/tables/table.js";
import {openDelivery} from "../models/registers/delivery.js";
import {codebook as tiny} from "../tables/tinyAudit.js";
import {createRandomPatients} from "./randomPatients.js";
import {createRandomRegistrations} from "./randomRegistrations.js";
import {sumsThatHold, undeclaredSums, type Held} from "./undeclaredSums.js";

/*
 * Not looked at: `audit_participants`, whose bars are exempt, and `audit_round_changes`, whose
 * groups are those of two rounds only; how consultations and municipalities make up their wholes,
 * since a sample is one of each. Groups that nobody is in anywhere, such as a region of its own
 * for private hospitals' other specialties, are zeros that everybody may see.
 */

const book = readCodebook("data/codebooks/laenderyg");
const invented = readCodebook("test/fixtures/invented-audit/codebook");

async function counted<Models>(tables: Table<Models>[], models: Models, codebook: Codebook): Promise<CountedTable[]> {
  const computed: CountedTable[] = [];
  for (const {name, protection, ...table} of tables)
    if (protection)
      computed.push({name, protection: protection(codebook, defaultRules), rows: await table.rows(models)});
  return computed;
}

/** What holds in every round, of each form and of all together; computed once for each code book. */
function heldInRounds(codebook: Codebook): Promise<Map<string, Held>> {
  if (!held.has(codebook)) held.set(codebook, computeHeld(codebook, rounds.get(codebook)!));
  return held.get(codebook)!;
}

const held = new Map<Codebook, Promise<Map<string, Held>>>();
/** As many random rounds as there are groups, and some more: then a sum that holds in all of them holds always. */
const rounds = new Map([
  [book, 200],
  [tiny, 130],
  [invented, 120]
]);

async function computeHeld(codebook: Codebook, rounds: number): Promise<Map<string, Held>> {
  const session = await openSession({
    memoryLimit: "500MB",
    threads: 1,
    temporary: mkdtempSync(join(tmpdir(), "rounds-"))
  });
  await createRandomRegistrations(session, codebook, {rounds, each: 6});
  await createAgeCounts(session);
  const tables = await counted(
    [auditAnswers, auditMeasures, auditAges, auditMeans],
    {codebook, session, counts: await participantCounts(session, codebook)},
    codebook
  );
  session.close();
  // Ages are not published by consultation.
  const forms = [...codebook.professions.map(({id}) => id), "all"];
  return new Map(
    forms.map((form) => [
      form,
      sumsThatHold(
        tables.map((table) => ofForm(table, form)),
        (row) =>
          row.profession === form && (row.consultation ?? "all") === "all"
            ? {sample: String(row.round), row: {...row, round: 1}}
            : undefined
      )
    ])
  );
}

/** A table that says nothing of other forms: that it has no row of theirs does not make them empty. */
function ofForm({protection, ...table}: CountedTable, form: string): CountedTable {
  const covers = (group: Group) => (group.profession ?? "all") === form && protection.covers?.(group) === true;
  return {...table, protection: {...protection, covers}};
}

describe.each([
  ["the audit", book],
  ["an audit of few answers", tiny],
  ["an audit on another subject", invented]
])("%s", (_, codebook) => {
  const sums = auditSums(codebook, defaultRules);

  test("no sum holds in every round of random registrations that is not declared", async () => {
    for (const [form, own] of await heldInRounds(codebook))
      expect({[form]: undeclaredSums(own, sums)}).toEqual({[form]: []});
  });
});

describe("a sum that is no longer declared is named", () => {
  const sums = auditSums(tiny, defaultRules);
  const without = (dimension: string): Sums => ({
    ...sums,
    classifications: sums.classifications.filter((c) => c.dimension !== dimension)
  });
  const found = async (form: string, of: Sums) => undeclaredSums((await heldInRounds(tiny)).get(form)!, of).join("\n");

  test("the answers of a question", async () =>
    expect(await found("doctor", without("symptoms"))).toMatch(/symptoms=none.*symptoms=leg/));
  test("the sexes", async () => expect(await found("nurse", without("sex"))).toMatch(/sex=female/));
  test("the ages", async () => expect(await found("doctor", without("age"))).toMatch(/age=30-39/));
  test("what follows from none of these, and from a composite of answers that rule each other out", async () =>
    expect(await found("nurse", {...sums, others: () => []})).toMatch(/acts\.none=yes.*measure any_help=yes/));
  test("that a severely affected patient has one of the answers", async () =>
    expect(await found("nurse", {...sums, isEmpty: () => false})).toMatch(/severe=yes/));
});

describe("registers", () => {
  const codelists = readCodelists("data/codelists");
  const days = 700;
  const day = (i: number) => new Date(Date.UTC(2022, 0, 1 + i)).toISOString().slice(0, 10);
  const all = {id: "all", from: day(0), to: day(days - 1)};

  /** Tables on patients drawn at random; flows of four contacts, since further ones are like these. */
  async function tablesOf(periods: Period[], {countryOnly}: {countryOnly: boolean}) {
    const session = await openDelivery({});
    await createRandomPatients(session, {from: day(0), days, each: 10});
    const models = await analyseRegisters(session, {...defaultParameters, periods, flowContacts: 4});
    if (countryOnly) await session.run("DELETE FROM areas WHERE area_type <> 'country'");
    const tables = await counted(registerTables, models, book);
    session.close();
    return {
      tables,
      sums: registerSums(
        codelists,
        [all],
        models.indicators.map(({id}) => id)
      )
    };
  }

  test("no sum holds on every day that is not declared, and one that no longer is is named", async () => {
    const periods = Array.from({length: days}, (_, i): Period => ({id: String(i), from: day(i), to: day(i)}));
    const {tables, sums} = await tablesOf(periods, {countryOnly: true});
    const held = sumsThatHold(tables, (row) =>
      row.start_specialty !== undefined && row.hospital_region !== "all"
        ? undefined
        : {sample: row.period as string, row: {...row, period: "all", ...(row.month !== undefined && {month: "all"})}}
    );
    expect(undeclaredSums(held, sums)).toEqual([]);
    const without = (dimension: string) =>
      undeclaredSums(held, {
        ...sums,
        classifications: sums.classifications.filter((c) => c.dimension !== dimension)
      }).join("\n");
    expect(without("contact 3")).toMatch(/contact 3=acute/);
    expect(without("diagnosis")).toMatch(/diagnosis=DM54/);
    expect(undeclaredSums(held, {...sums, others: () => []}).join("\n")).toMatch(/left out=minor/);
  });

  test("nor in every municipality", async () => {
    const {tables, sums} = await tablesOf([all], {countryOnly: false});
    const held = sumsThatHold(tables, (row) =>
      row.area_type === "municipality" && row.area_id !== "unknown"
        ? {sample: row.area_id as string, row: {...row, area_id: "0101"}}
        : undefined
    );
    expect(undeclaredSums(held, sums)).toEqual([]);
    expect(undeclaredSums(held, {...sums, others: () => []}).join("\n")).toMatch(/physiotherapist=yes/);
  });
});
