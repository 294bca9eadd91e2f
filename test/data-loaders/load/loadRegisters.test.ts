// @module-tag slow: loads a whole project.
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, expect, test} from "vitest";
import {ownExtracts} from "../../../data-loaders/sources/delivery.js";
import {openSession} from "../../../data-loaders/engine/session.js";
import {load} from "../../../data-loaders/load.js";
import {loadRegisters} from "../../../data-loaders/load/loadRegisters.js";
import {registerSeal} from "../../../data-loaders/load/seals.js";
import {countedTables} from "../../../data-loaders/disclosure/writeTables.js";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import {readCodelists} from "../../../data-loaders/ground/codelists.js";
import {readSettings, type Settings} from "../../../data-loaders/ground/settings.js";
import {findDelivery} from "../../../data-loaders/synthetic/standIn.js";
import {registerTables} from "../../../data-loaders/tables/index.js";
import {registerSums} from "../../../data-loaders/tables/sums/registers.js";
import {attacker} from "../../../publish/gate/attacker.js";
import {readParquet} from "../../../data-loaders/engine/readParquet.js";
import {shareRegisters} from "../../support/registers.js";
import {writeSmallRegisters} from "../smallRegisters.js";
import {contact} from "../sources/registers/registerExtract.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const folder = temporaryFolder();
let settings: Settings;
let out: string;
beforeAll(() => {
  settings = {...readSettings("."), workspace: join(folder, "workspace"), memoryLimit: "1GB"};
  out = join(folder, "out");
});

test("a delivery of registers becomes tables, and facts without names of files or folders", async () => {
  writeSmallRegisters(join(folder, "read/registers"));
  const extracts = ownExtracts(settings, join(folder, "read")).registers!;
  const aside = join(folder, "aside");
  for (const place of [aside, settings.workspace]) mkdirSync(place);
  const seal = await registerSeal(extracts, settings);
  const {report, facts} = await loadRegisters(settings, extracts, seal, {aside, write: true, step: () => {}});
  for (const {read, kept, leftOut, rejected} of report.files) expect(read).toBe(kept + leftOut + rejected);
  expect(report.written.map((w) => w.table)).toEqual(registerTables.map((t) => t.name));
  expect(await patients(join(aside, "tables"))).toBe(2);
  expect(facts).toMatchObject({synthetic: false, date: seal.date, seal: seal.hash, parameters: {minimumAge: 18}});
  expect(facts.read.map(({kind, files, read}) => [kind, files, read])).toEqual([
    ["lpr_contacts", 1, 5],
    ["lpr_diagnoses", 1, 5],
    ["bef", 3, 9]
  ]);
  expect(facts.missing.map(({kind}) => kind)).toContain("dream");
  expect(JSON.stringify(facts)).not.toMatch(/kontakter\.csv|rygatlas-registers/);
});

test.each([
  [1, 2],
  [3, null],
  [8, null]
])(
  "with a threshold of %i for registers, whatever the audit's, two patients are published as %s, and no attack finds more",
  async (threshold, published) => {
    const {disclosure, ...others} = settings;
    const rules = {
      ...disclosure.registers,
      threshold,
      interval: {from: 1, to: threshold},
      smallestDenominator: threshold
    };
    const place = join(folder, `threshold ${threshold}`);
    const own = {
      ...others,
      workspace: join(place, "workspace"),
      disclosure: {audit: disclosure.audit, registers: rules}
    };
    const [aside, shown] = [join(place, "aside"), join(place, "out")];
    for (const made of [aside, shown, own.workspace]) mkdirSync(made, {recursive: true});
    writeSmallRegisters(join(place, "extracts/registers"));
    const extracts = ownExtracts(own, join(place, "extracts")).registers!;
    const fileIn = (table: string) => join(shown, `${table}.parquet`);
    const {facts} = await loadRegisters(own, extracts, await registerSeal(extracts, own), {
      aside,
      published: fileIn,
      write: true,
      step: () => {}
    });
    expect(await patients(shown)).toBe(published);
    const tables = [];
    for (const table of registerTables)
      tables.push({table, rows: (await readParquet(readFileSync(fileIn(table.name)))).rows});
    const codelists = readCodelists("data/codelists");
    const sums = registerSums(
      codelists,
      facts.periods,
      facts.indicators.map(({id}) => id)
    );
    const counted = countedTables(tables, readCodebook(own.codebook), rules);
    expect((await attacker(counted, sums, rules)).faults).toEqual([]);
  }
);

test("own registers are published, protected, and not computed twice; what was counted stays in the workspace", async () => {
  const extracts = join(folder, "own");
  writeSmallRegisters(join(extracts, "registers"));
  await shareRegisters({workspace: settings.workspace, out});
  const report = await load(settings, await findDelivery(settings, extracts), {out, write: true});
  expect(report).toMatchObject({audit: {synthetic: true}, registers: {synthetic: false, fresh: false}});
  expect(await patients(join(settings.workspace, "registers"))).toBe(2);
  expect(await patients(out)).toBeNull();
  const cohort = await readParquet(readFileSync(join(settings.workspace, "people/cohort.parquet")));
  expect(cohort.rows.filter(({period}) => period === "2023/24").map(({person_id}) => person_id)).toHaveLength(2);
  expect(JSON.parse(readFileSync(join(out, "registers.json"), "utf8"))).toMatchObject({
    synthetic: false,
    date: report.registers.seal.date
  });
  expect(await load(settings, await findDelivery(settings, extracts), {out, write: true})).toMatchObject({
    registers: {fresh: true, written: []}
  });
});

test("check computes and writes nothing; a refused delivery leaves the earlier tables as they were", async () => {
  const kept = join(settings.workspace, "registers");
  const times = () =>
    [kept, out].flatMap((place) => readdirSync(place).map((file) => statSync(join(place, file)).mtimeMs));
  const before = times();
  writeSmallRegisters(join(folder, "checked/registers"), (contacts) => [
    ...contacts,
    contact({dw_ek_kontakt: "more", pnr: "p2", dato_start: "2020-01-01"})
  ]);
  const checked = await load(settings, await findDelivery(settings, join(folder, "checked")), {out, write: false});
  expect(checked.registers.files[0]!.read).toBe(6);
  writeSmallRegisters(join(folder, "short/registers"), (contacts) =>
    contacts.filter((c) => c.dw_ek_kontakt !== "last" && c.dw_ek_kontakt !== "b")
  );
  const short = await findDelivery(settings, join(folder, "short"));
  await expect(load(settings, short, {out, write: true})).rejects.toThrow(/Perioden 2023\/24 kræver kontakter fra/);
  expect(times()).toEqual(before);
  expect(existsSync(join(settings.workspace, "register-rejects.csv"))).toBe(true);
});

/** Index patients of the last period, as a folder of tables has them. */
async function patients(tables: string): Promise<number | null> {
  const session = await openSession({...settings, temporary: join(folder, "duckdb")});
  const rows = await session.rows<{n: number | null}>(
    `SELECT value::INTEGER AS n FROM '${join(tables, "key_figures.parquet")}' WHERE period = '2023/24' AND key = 'patients_total'`
  );
  session.close();
  return rows[0]!.n;
}
