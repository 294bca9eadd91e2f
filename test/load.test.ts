// @module-tag slow: loads a project again and again, and kills it.
import {createHash} from "node:crypto";
import {cpSync, readdirSync, readFileSync, statSync, watch, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {dsvFormat, type DSVRowString} from "d3-dsv";
import {parquetMetadata, parquetReadObjects} from "hyparquet";
import {afterAll, beforeAll, expect, test} from "vitest";
import {describeLoad} from "../data-loaders/commands/loadReport.js";
import {readSettings} from "../data-loaders/ground/settings.js";
import {load as loadAll} from "../data-loaders/load.js";
import {findDelivery} from "../data-loaders/synthetic/standIn.js";
import {auditTables} from "../data-loaders/tables/index.js";
import {writeExtract} from "./support/extracts.js";
import {checkout, copyProject, folderIn, removeProject} from "./support/project.js";
import {shareRegisters} from "./support/registers.js";
import {rygatlas} from "./support/run.js";

// A small audit: what is tested here hangs on when a load stops, not on how much it reads.
const audit = join(checkout, "test/fixtures/invented-audit");

let project: string;
let out: string;
/** How many changes on the disk a whole load makes. */
let whole: number;
/** What it says off a terminal. */
let log: string;

beforeAll(async () => {
  project = copyProject();
  out = join(project, "out");
  cpSync(join(audit, "codebook"), join(project, "data/codebooks/soevn"), {recursive: true});
  cpSync(join(audit, "extracts"), join(project, "data/extracts"), {recursive: true});
  setSetting("codebook", "soevn");
  // Threads write nothing, and take longer to start than an audit so small takes to protect.
  setSetting("threads", "1");
  await shareRegisters({workspace: join(project, "data/workspace"), out});
  await load();
  changeSettings(1);
  const changes = changesOnDisk(Infinity);
  const {code, err} = await rygatlas(project, ["load", "--out", out]);
  expect(code, err).toBe(0);
  log = err;
  whole = changes.end();
});
afterAll(() => removeProject(project));

test("off a terminal a load says each step in a line", () => {
  const steps = log.trimEnd().split("\n");
  for (const line of steps) expect(line).toMatch(/^\p{Lu}.* · \d+ s$/u);
  expect(steps[0]).toMatch(/^Finder udtræk/);
  expect(log).toMatch(/^Audit: Beregner audit_answers · /m);
  expect(log).toMatch(/^Audit: Beregner, hvad skjulte tal ligger imellem · /m);
});

test("a second load has nothing to do and touches nothing", async () => {
  const before = contents(out);
  const {code, out: text} = await rygatlas(project, ["load", "--out", out]);
  expect([code, text]).toEqual([0, expect.stringContaining("Intet at gøre")]);
  expect(contents(out)).toEqual(before);
});

test("other settings and other extracts are computed anew", async () => {
  const first = seals();
  changeSettings(2);
  expect(await load()).toContain("tabeller skrevet");
  const settings = seals();
  expect(settings).not.toEqual(first);

  const extracts = folderIn(project, "other");
  writeExtract(
    extracts,
    registrations().filter(({profession}) => profession === "nurse")
  );
  expect(await load(extracts)).toContain("egne udtræk");
  expect(seals()).not.toEqual(settings);

  await load();
  expect(seals()).toEqual(settings);
});

test("killed after any change it has made on the disk, it leaves every table whole, and the next load completes", async () => {
  const moments = Array.from({length: 10}, (_, i) => Math.ceil((whole * (i + 1)) / 10));
  for (const [i, moment] of moments.entries()) {
    const before = seals();
    changeSettings(20 + i);
    const changes = changesOnDisk(moment);
    const {code} = await rygatlas(project, ["load", "--out", out], {killOn: changes.signal});
    changes.end();
    await expectWhole(before);
    if (code === 0) expect(seals()).not.toEqual(before);
    await load();
    expect(seals()).toHaveLength(1);
  }
});

test("killed while it puts the tables in place, it leaves every table whole, and the next load completes", async () => {
  for (let i = 0; i < 4; i++) {
    const before = seals();
    changeSettings(5 + i);
    const moved = new AbortController();
    const watcher = watch(out, (_, name) => void (name?.endsWith(".parquet") && moved.abort()));
    await rygatlas(project, ["load", "--out", out], {killOn: moved.signal});
    watcher.close();
    expect(moved.signal.aborted).toBe(true);
    await expectWhole(before);
    await load();
    expect(seals()).toHaveLength(1);
  }
});

test("a refused delivery ends with 1 and one sentence, and the earlier tables stand untouched", async () => {
  const extracts = folderIn(project, "refused");
  writeExtract(extracts, [{profession: "nurse", round: "1"}]);
  const before = contents(out);
  const {code, err} = await rygatlas(project, ["load", "--extracts", extracts, "--out", out]);
  expect(code).toBe(1);
  expect(err).toContain("egne.csv");
  expect(err).not.toMatch(/\n\s+at /);
  expect(contents(out)).toEqual(before);
});

test("a settings file that names what no longer exists ends with 1 and one sentence", async () => {
  const file = join(project, "settings.yaml");
  const settings = readFileSync(file, "utf8");
  writeFileSync(file, settings.replace("disclosure:\n", "disclosure:\n  rounding_base: 1\n"));
  const {code, err} = await rygatlas(project, ["load", "--out", out]);
  writeFileSync(file, settings);
  expect([code, err]).toEqual([1, 'settings.yaml: "disclosure.rounding_base" findes ikke længere; fjern linjen.\n']);
});

test("wrong usage ends with 2", async () => {
  expect((await rygatlas(project, ["laod"])).code).toBe(2);
  expect((await rygatlas(project, ["load", "--ud", "x"])).code).toBe(2);
  expect((await rygatlas(project, ["synth"])).code).toBe(2);
});

test("asking for help is no failure", async () => {
  const {code, out: text} = await rygatlas(project, ["--help"]);
  expect(code).toBe(0);
  expect(text).toContain("load");
});

test("`check` reads it all and writes nothing but the list of rejected rows", async () => {
  cpSync(out, join(project, "src/.observablehq/cache/data"), {recursive: true});
  const before = contents(project);
  const {code, out: text} = await rygatlas(project, ["check"]);
  expect(code).toBe(0);
  expect(text).toMatch(/læst = .* beholdt \+ .* afvist/);
  const rejects = "data/workspace/rejects.csv";
  expect({...contents(project), [rejects]: ""}).toEqual({...before, [rejects]: ""});
});

/** Every table can be read and is either what was there or what came. */
async function expectWhole(before: string[]): Promise<void> {
  expect(seals().filter((seal) => !before.includes(seal)).length).toBeLessThanOrEqual(1);
  for (const table of tables()) expect(await rows(table), table).toBeGreaterThanOrEqual(0);
  JSON.parse(readFileSync(join(out, "site.json"), "utf8"));
}

/** Counts what changes where loads write, and `end` returns how many; `signal` comes at the change with that number. */
function changesOnDisk(number: number): {signal: AbortSignal; end(): number} {
  let changes = 0;
  const reached = new AbortController();
  const watchers = [out, join(project, "data/workspace")].map((folder) =>
    // A folder that is gone before it is watched has nothing to report.
    watch(folder, {recursive: true}, () => void (++changes >= number && reached.abort())).on("error", () => {})
  );
  return {
    signal: reached.signal,
    end() {
      for (const watcher of watchers) watcher.close();
      return changes;
    }
  };
}

/** A whole load, which must succeed; the command `load` without a start of the program. @returns what it prints */
async function load(extracts?: string): Promise<string> {
  const settings = readSettings(project);
  const report = await loadAll(settings, await findDelivery(settings, extracts), {out, write: true});
  expect(readdirSync(out).filter((name) => name.startsWith("."))).toEqual([]);
  return describeLoad(report, 0).join("\n");
}

/** Makes the audit's tables stale without changing a number in it: a name that no extract uses. */
function changeSettings(n: number): void {
  setSetting("aliases", `{navn${n}: age}`);
}

function setSetting(name: string, value: string): void {
  const file = join(project, "settings.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace(new RegExp(`^${name}:.*$`, "m"), `${name}: ${value}`));
}

function registrations(): DSVRowString[] {
  return dsvFormat(";").parse(readFileSync(join(audit, "extracts/audit/soevn.csv"), "utf8"));
}

function tables(): string[] {
  const names = readdirSync(out).filter((name) => name.endsWith(".parquet"));
  expect(names.length).toBeGreaterThan(5);
  return names;
}

/** The different seals that the audit's tables carry; those it shares with the registers have one for each. */
function seals(): string[] {
  const found = auditTables.map(({name}) => {
    const {key_value_metadata} = parquetMetadata(bytes(join(out, `${name}.parquet`)));
    const seal = (wanted: string) => key_value_metadata!.find(({key}) => key === wanted)?.value;
    return seal("rygatlas_seal_audit") ?? seal("rygatlas_seal")!;
  });
  return [...new Set(found)];
}

async function rows(table: string): Promise<number> {
  return (await parquetReadObjects({file: bytes(join(out, table))})).length;
}

function bytes(file: string): ArrayBuffer {
  const {buffer, byteOffset, byteLength} = readFileSync(file);
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}

/** Every file of a folder's own with its content and when it was written; other tests write where a link leads. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => join(parentPath, name));
  return Object.fromEntries(
    files.map((path) => [
      relative(folder, path),
      `${statSync(path).mtimeMs} ${createHash("sha256").update(readFileSync(path)).digest("hex")}`
    ])
  );
}
