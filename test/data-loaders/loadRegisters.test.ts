import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openSession} from "../../data-loaders/engine/session.js";
import {loadRegisters} from "../../data-loaders/loadRegisters.js";
import {readSettings, type Settings} from "../../data-loaders/settings.js";
import {registerTables} from "../../data-loaders/tables/registerTables.js";
import {citizen, contact, csv, diagnosis, type Fields} from "./sources/registers/registerExtract.js";

let folder: string;
let settings: Settings;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rygatlas-registers-"));
  settings = {...readSettings("."), workspace: join(folder, "workspace"), memoryLimit: "1GB"};
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const quiet = {write: true, step: () => {}};

/** Two people with a back contact each in 2023/24, among contacts that span every period and the two years before. */
function deliver(name: string, change: (contacts: Fields[]) => Fields[] = (contacts) => contacts): string {
  const extracts = join(folder, name);
  const seen = [
    ["old", "p9", "2019-07-01"], ["a", "p1", "2023-07-01"], ["b", "p2", "2024-06-30"], ["again", "p1", "2023-09-01"], ["last", "p9", "2025-12-31"]
  ] as const;
  const contacts = seen.map(([id, person, day]) =>
    contact({dw_ek_kontakt: id, pnr: person, dato_start: day, dato_slut: day, aktionsdiagnose: person === "p9" ? "DI109" : "DM545"})
  );
  const codes = seen.map(([id, person]) => diagnosis({dw_ek_kontakt: id, diagnosekode: person === "p9" ? "DI109" : "DM545", diagnosetype: "A"}));
  put(join(extracts, "lpr_contacts/kontakter.csv"), csv(change(contacts)));
  put(join(extracts, "lpr_diagnoses/diagnoser.csv"), csv(codes));
  put(join(extracts, "bef/bef2022-12-31.csv"), csv(["p1", "p2", "p9"].map((pnr) => citizen({pnr}))));
  return extracts;
}

function put(file: string, text: string): void {
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, text, "latin1");
}

test("a delivery of registers becomes tables in the workspace, and is not computed twice", async () => {
  const extracts = deliver("own");
  const report = await loadRegisters(settings, extracts, quiet);
  for (const {read, kept, leftOut, rejected} of report.files) expect(read).toBe(kept + leftOut + rejected);
  expect(report.written.map((w) => w.table)).toEqual(registerTables.map((t) => t.name));
  expect(report.missing.length).toBeGreaterThan(0);
  const session = await openSession({...settings, temporary: join(folder, "duckdb")});
  const rows = await session.rows<{n: number}>(
    `SELECT value::INTEGER AS n FROM '${join(report.out, "key_figures.parquet")}' WHERE period = '2023/24' AND key = 'patients_total'`
  );
  session.close();
  expect(rows).toEqual([{n: 2}]);
  expect(await loadRegisters(settings, extracts, quiet)).toMatchObject({fresh: true, written: []});
});

test("check computes and writes nothing; a refused delivery leaves the earlier tables as they were", async () => {
  const out = join(settings.workspace, "registers");
  const times = () => readdirSync(out).map((file) => statSync(join(out, file)).mtimeMs);
  const before = times();
  const checked = await loadRegisters(settings, deliver("checked", (contacts) => [...contacts, contact({dw_ek_kontakt: "more", pnr: "p2", dato_start: "2020-01-01"})]), {...quiet, write: false});
  expect(checked.files[0]!.read).toBe(6);
  const short = deliver("short", (contacts) => contacts.filter((c) => c.dw_ek_kontakt !== "last" && c.dw_ek_kontakt !== "b"));
  await expect(loadRegisters(settings, short, quiet)).rejects.toThrow(/Perioden 2023\/24 kræver kontakter fra/);
  expect(times()).toEqual(before);
  expect(existsSync(join(settings.workspace, "register-rejects.csv"))).toBe(true);
});
