// @module-tag slow: loads and protects whole audits.
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {csvFormat, dsvFormat} from "d3-dsv";
import {beforeAll, expect, test} from "vitest";
import {ownExtracts} from "../../data-loaders/sources/delivery.js";
import {countedTables} from "../../data-loaders/disclosure/writeTables.js";
import {readCodebook} from "../../data-loaders/ground/codebook.js";
import type {Row} from "../../data-loaders/engine/session.js";
import {loadAudit} from "../../data-loaders/load/loadAudit.js";
import {figuresOfAudit, knownOf} from "../../data-loaders/printed/known.js";
import {auditTables} from "../../data-loaders/tables/index.js";
import {auditSums} from "../../data-loaders/tables/sums/audit.js";
import {attacker} from "../../publish/gate/attacker.js";
import {readParquet} from "../../data-loaders/engine/readParquet.js";
import {inventedAudit, inventedSettings} from "../support/inventedAudit.js";
import {checkout} from "../support/project.js";
import {temporaryFolder} from "../support/temporaryFolder.js";

const parent = temporaryFolder();
const codebook = readCodebook(join(inventedAudit, "codebook"));

/** The invented audit, in which but three nurses' patients lie awake because of a screen, and not for nothing. */
function writeExtracts(folder: string): void {
  const {parse, format} = dsvFormat(";");
  mkdirSync(join(folder, "audit"), {recursive: true});
  let few = 0;
  for (const file of readdirSync(join(inventedAudit, "extracts/audit"))) {
    const rows = parse(readFileSync(join(inventedAudit, "extracts/audit", file), "utf8")).map((row) => {
      if (row.profession !== "nurse" || row["causes.screen"] === "" || row.round !== "1") return row;
      const screen = row["causes.none"] === "0" && few++ < 3;
      return {...row, "causes.screen": screen ? "1" : "0", "causes.coffee": row["causes.none"] === "0" ? "1" : "0"};
    });
    writeFileSync(join(folder, "audit", file), format(rows));
  }
}

/** One row of a report's result tables. */
interface Printed {
  profession: string;
  question: string;
  answer: string;
  count: number;
}

/** Loads the invented audit beside a report that prints these rows, and attacks what is published. */
async function loadBeside(rows: Printed[], printed: string) {
  const root = mkdtempSync(join(parent, "project-"));
  const settings = {...inventedSettings(root, {printed}), extracts: join(root, "extracts")};
  writeExtracts(settings.extracts);
  cpSync(join(checkout, "data/published"), join(root, "data/published"), {recursive: true});
  const report = rows.map((row) => ({...row, n_participants: "", percent: ""}));
  writeFileSync(join(root, "data/published/audit_tables.csv"), csvFormat(report));
  const [aside, out] = [join(root, "aside"), join(root, "out")] as const;
  for (const folder of [aside, out, settings.workspace]) mkdirSync(folder, {recursive: true});
  const fileIn = (folder: string) => (table: string) => join(folder, `${table}.parquet`);
  const {facts} = await loadAudit(
    settings,
    ownExtracts(settings).audit!,
    {hash: "a1".repeat(32), date: null},
    {
      aside,
      published: fileIn(out),
      write: true,
      step: () => {}
    }
  );
  const read = async (folder: string, table: string) => (await readParquet(readFileSync(fileIn(folder)(table)))).rows;
  const published: Record<string, Row[]> = {};
  for (const {name} of auditTables) published[name] = await read(out, name);
  const rules = settings.disclosure.audit;
  const counted = countedTables(
    auditTables.map((table) => ({table, rows: published[table.name]!})),
    codebook,
    rules
  );
  const figures = figuresOfAudit(settings, codebook, false)?.(published);
  const known = figures && knownOf(figures, facts.disclosure!.notAsPrinted!, counted);
  return {
    facts,
    answers: published.audit_answers!,
    before: await read(join(aside, "tables"), "audit_answers"),
    faults: (await attacker(counted, {...auditSums(codebook, rules), known}, rules)).faults
  };
}

const ofAll = (row: Row) => row.consultation === "all" && row.patient_group === "all";
const screen = (row: Row) => row.round === 1 && row.profession === "nurse" && row.answer_id === "screen";

let alone: Awaited<ReturnType<typeof loadBeside>>;
let rows: Printed[];
beforeAll(async () => {
  alone = await loadBeside([], "none");
  const row = {profession: "nurse", question: "ÅRSAGER"};
  const [few] = alone.before.filter((one) => screen(one) && ofAll(one));
  rows = [
    {...row, answer: "Skærm", count: few!.n as number},
    {...row, answer: "I alt", count: few!.total as number}
  ];
});

test("a small count that no report prints is hidden", () => {
  expect(rows[0]!.count).toBe(3);
  expect(alone.answers.find((row) => screen(row) && ofAll(row))).toMatchObject({n: null});
  expect(alone.faults).toEqual([]);
});

test("a report that prints it, and is said to be of these data, makes it known: it is shown, and nothing else is found", async () => {
  const {facts, answers, before, faults} = await loadBeside(rows, "1");
  expect(answers.find((row) => screen(row) && ofAll(row))).toMatchObject({n: 3, status: "shown"});
  expect(facts.disclosure!.notAsPrinted!.filter((name) => name.includes("nurse"))).toEqual([]);
  expect(faults).toEqual([]);
  // What is shown is the true number, and no other small count of people is.
  answers.forEach((row, i) => {
    if (typeof row.n !== "number") return;
    expect(row.n).toBe(before[i]!.n);
    if (row.n > 0 && row.n < 5 && row.answer_id !== "missing") expect(screen(row) && ofAll(row)).toBe(true);
  });
  // How the few are split between first and later consultations is not printed.
  const halves = answers.filter((row) => screen(row) && row.consultation !== "all" && row.patient_group === "all");
  expect(halves.map(({n}) => n)).toEqual([null, null]);
});

test("a report that prints another number is not of it: it stays hidden, and the difference is named", async () => {
  const {facts, answers, faults} = await loadBeside([{...rows[0]!, count: 4}, rows[1]!], "1");
  expect(answers.find((row) => screen(row) && ofAll(row))).toMatchObject({n: null});
  expect(facts.disclosure!.notAsPrinted).toContain("audit_tables.csv nurse/ÅRSAGER/Skærm/count");
  expect(faults).toEqual([]);
});

test("a report that is not said to be of these data says nothing of them", async () => {
  const {facts, answers} = await loadBeside(rows, "twin");
  expect(answers).toEqual(alone.answers);
  expect(facts.disclosure).not.toHaveProperty("notAsPrinted");
});
