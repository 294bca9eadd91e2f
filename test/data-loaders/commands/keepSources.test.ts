import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";
import {beforeAll, expect, test} from "vitest";
import {describeSources, keepSources, type Sources} from "../../../data-loaders/commands/keepSources.js";
import {openSession} from "../../../data-loaders/engine/session.js";
import {readCodelists} from "../../../data-loaders/ground/codelists.js";
import {analyseRegisters} from "../../../data-loaders/indicators/definition/analyseRegisters.js";
import {readSettings, type Settings} from "../../../data-loaders/ground/settings.js";
import {readRegisters} from "../../../data-loaders/sources/registers.js";
import {
  citizen,
  contact,
  csv,
  diagnosis,
  prescription,
  procedure,
  service
} from "../sources/registers/registerExtract.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

/**
 * p1 and p2 are first seen on 2023-09-04, p3 a year and a half before that; p9 is seen for
 * another disease, early and late.
 */
const seen = [
  ["c1", "p1", "2023-09-04", "Skadestue", "DM545"],
  ["c2", "p1", "2023-10-02", "Reumatologi", "DM511"],
  ["c3", "p2", "2023-09-04", "Reumatologi", "DM545"],
  ["c4", "p3", "2022-01-03", "Reumatologi", "DM545"],
  ["c5", "p3", "2023-09-04", "Reumatologi", "DM545"],
  ["c6", "p9", "2019-07-01", "Reumatologi", "DI109"],
  ["c7", "p9", "2025-12-31", "Reumatologi", "DI109"]
] as const;

const delivery = {
  "lpr_contacts/a.csv": csv(
    seen.map(([dw_ek_kontakt, pnr, day, hovedspeciale_ans]) =>
      contact({dw_ek_kontakt, dw_ek_forloeb: dw_ek_kontakt, pnr, dato_start: day, dato_slut: day, hovedspeciale_ans})
    )
  ),
  "lpr_diagnoses/a.csv": csv(
    seen.map(([dw_ek_kontakt, , , , diagnosekode]) => diagnosis({dw_ek_kontakt, diagnosekode}))
  ),
  "lpr_surgical_procedures/a.csv": csv([
    procedure({dw_ek_kontakt: "c2", dw_ek_forloeb: "c2", dato_start: "2023-10-02"})
  ]),
  "lmdb/a.csv": csv([
    prescription({pnr: "p1", eksd: "2023-08-01"}),
    prescription({pnr: "p2", eksd: "2024-01-01", atc: "N02BF02"})
  ]),
  "sssy/a.csv": csv([service({pnr: "p2"})]),
  "dream/a.csv": csv([{pnr: "p1", y_2435: "", y_2436: "890", beskgrad_2022_09: "1", beskgrad_2022_10: "1"}]),
  "bef/a.csv": csv(["p1", "p2", "p3", "p9"].map((pnr) => citizen({pnr})))
};

const folder = temporaryFolder();
let settings: Settings;
let sources: Sources;
beforeAll(async () => {
  settings = {...readSettings("."), workspace: join(folder, "workspace"), memoryLimit: "500MB"};
  for (const [file, text] of Object.entries(delivery)) {
    mkdirSync(dirname(join(folder, "registers", file)), {recursive: true});
    writeFileSync(join(folder, "registers", file), text);
  }
  sources = await keepSources(settings, join(folder, "registers"), {step: () => {}});
});

/** What a DuckDB shell does with a script, from the project's folder. */
async function read(shell: DuckDBConnection, script: string): Promise<void> {
  for (const part of readFileSync(script, "utf8").split(/^(?=\.read )|(?<=^\.read .*)\n/m)) {
    if (part.startsWith(".read ")) await read(shell, part.slice(".read ".length).trim());
    else if (part.trim() !== "") await shell.run(part);
  }
}

const models = [
  "periods",
  "back_contacts",
  "cohort",
  "cohort_steps",
  "flow_contacts",
  "follow_up",
  "strong_analgesics",
  "guidance_services",
  "employment_around",
  "spine_procedures",
  "pathway_events",
  "pathways",
  "cohort_areas",
  "areas",
  "period_population",
  "adults",
  "adults_by_age"
];

test("the scripts that the command names give a bare DuckDB shell the patients, contacts and flows of the loaders", async () => {
  const [, init, ...next] = describeSources(sources);
  const instance = await DuckDBInstance.create(":memory:");
  const shell = await instance.connect();
  for (const line of [init!.replace("duckdb -init", ".read"), ...next]) await read(shell, line.slice(".read ".length));
  const byHand = async (sql: string) => (await shell.runAndReadAll(sql)).getRowObjectsJson();

  const staging = join(folder, "staging");
  const session = await openSession({...settings, temporary: staging});
  const codelists = readCodelists("data/codelists");
  await readRegisters(session, {folder: join(folder, "registers"), codelists, maxRejectedPercent: 5, staging});
  const {indicators} = await analyseRegisters(session, settings.parameters);
  const loaded = async (sql: string) => (await session.connection.runAndReadAll(sql)).getRowObjectsJson();

  for (const model of models)
    expect({[model]: await byHand(`FROM ${model} ORDER BY ALL`)}).toEqual({
      [model]: await loaded(`FROM ${model} ORDER BY ALL`)
    });
  for (const {id} of indicators) {
    const patients = await loaded(
      `SELECT * EXCLUDE (indicator_id) FROM indicator_patients WHERE indicator_id = '${id}' ORDER BY ALL`
    );
    expect({[id]: await byHand(`FROM ${id} ORDER BY ALL`)}).toEqual({[id]: patients});
  }
  expect(
    await byHand(
      "SELECT period, person_id, index_date, sequence FROM cohort JOIN pathways USING (period, person_id) ORDER BY person_id"
    )
  ).toEqual([
    {period: "2023/24", person_id: "p1", index_date: "2023-09-04", sequence: "analgesic | acute medicine operation"},
    {period: "2023/24", person_id: "p2", index_date: "2023-09-04", sequence: "chiropractor | medicine analgesic"},
    {period: "2021/22", person_id: "p3", index_date: "2022-01-03", sequence: "medicine"}
  ]);
  session.close();
  shell.closeSync();
  instance.closeSync();
});
