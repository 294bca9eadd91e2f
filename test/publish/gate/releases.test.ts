// @module-tag slow: loads, protects and attacks whole audits.
import {cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {publishedShape} from "../../../data-loaders/disclosure/participants.js";
import {endThreads} from "../../../data-loaders/engine/inThreads.js";
import {readParquet} from "../../../data-loaders/engine/readParquet.js";
import type {SiteFacts} from "../../../data-loaders/facts/siteFacts.js";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import type {DisclosureRules} from "../../../data-loaders/ground/rules.js";
import type {Settings} from "../../../data-loaders/ground/settings.js";
import {loadAudit} from "../../../data-loaders/load/loadAudit.js";
import {auditTables} from "../../../data-loaders/tables/index.js";
import {attack} from "../../../publish/gate/attack.js";
import type {GatedTable} from "../../../publish/gate/gatedTables.js";
import type {Proofs} from "../../../publish/gate/proofs.js";
import {shareDecisions} from "../../support/decisions.js";
import {inventedAudit, inventedSettings} from "../../support/inventedAudit.js";
import {checkout} from "../../support/project.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const parent = temporaryFolder();
const lines = readFileSync(join(inventedAudit, "extracts/audit/soevn.csv"), "utf8").trimEnd().split("\n");
/** One registration is withdrawn, one is found to be of a first consultation, and two came late. */
const mended = lines.findIndex((line, i) => i > 10 && line.includes(";later;"));
const corrected = [
  ...lines.filter((_, i) => i !== 3 && i !== mended),
  lines[mended]!.replace(";later;", ";first;"),
  ...[40, 41].map((i) => lines[i]!.replace(/^(\w+;1;\d+);\d+/, `$1;9${i}`))
];
const strict = {threshold: 8, interval: {from: 1, to: 8}, smallestDenominator: 8};

interface Loaded {
  settings: Settings;
  tables: GatedTable[];
  facts: SiteFacts;
}

/** A project of the invented audit, in which releases are kept one after another. */
function project(codebook = join(inventedAudit, "codebook")) {
  const root = mkdtempSync(join(parent, "project-"));
  cpSync(join(checkout, "data/codelists"), join(root, "data/codelists"), {recursive: true});
  shareDecisions(join(root, "workspace"));
  const loaded = async (
    rows: string[],
    {rules = {}, periods = "frozen"}: {rules?: Partial<DisclosureRules>; periods?: Settings["releasedPeriods"]} = {}
  ): Promise<Loaded> => {
    const settings = {...inventedSettings(root, rules), codebook, releasedPeriods: periods};
    const [aside, out] = ["aside-", "out-"].map((name) => mkdtempSync(join(root, name)));
    const file = join(mkdtempSync(join(root, "extracts-")), "soevn.csv");
    writeFileSync(file, `${rows.join("\n")}\n`);
    const {facts} = await loadAudit(
      settings,
      {folder: root, files: [file], synthetic: false},
      {hash: "a1".repeat(32), date: "2026-01-01"},
      {aside: aside!, published: (table) => join(out!, `${table}.parquet`), write: true, step: () => {}}
    );
    const tables = auditTables.map(async (table): Promise<GatedTable> => {
      const file = join(out!, `${table.name}.parquet`);
      return {
        table: publishedShape(table, settings.disclosure.audit),
        file,
        ...(await readParquet(readFileSync(file)))
      };
    });
    return {settings, facts, tables: await Promise.all(tables)};
  };
  const release = (name: string, {settings, tables}: Loaded) => {
    const folder = join(root, "data/releases", name);
    mkdirSync(folder, {recursive: true});
    for (const {table, file} of tables) cpSync(file, join(folder, `${table.name}.parquet`));
    const {disclosure, parameters} = settings;
    const manifest = {data: "own", registers: {data: "synthetic"}, settings: {disclosure, parameters}};
    writeFileSync(join(folder, "release.json"), JSON.stringify(manifest));
  };
  return {loaded, release};
}

const proofs: Proofs = {has: () => false, note: () => {}, faults: (_, prove) => prove(), keep: () => {}};
const registers = {synthetic: true, periods: [], indicators: []} as unknown as Parameters<
  typeof attack
>[2]["registers"];
/** What the gate says of releases; what it says of tables by themselves is for other tests. */
async function attacked({settings, tables}: Loaded): Promise<{faults: string[]; remarks: string[]}> {
  const {faults, remarks} = await attack(
    tables,
    {...settings, threads: 1},
    {codebook: readCodebook(settings.codebook), synthetic: false, registers},
    {proofs, code: ""}
  );
  return {
    faults: faults.filter((fault) => fault.startsWith("Runde ")),
    remarks: remarks.filter((remark) => !remark.includes("ville ikke komme igennem kontrollen nu"))
  };
}
const rowsOf = ({tables}: Loaded) => Object.fromEntries(tables.map(({table, rows}) => [table.name, rows]));

afterAll(endThreads);

describe("three releases: the first data, late corrections, another threshold", () => {
  const own = project();
  let first: Loaded;
  beforeAll(async () => {
    first = await own.loaded(lines);
    own.release("2026-01-01", first);
  });

  test("the first has nothing to follow from", async () => {
    expect(await attacked(first)).toEqual({faults: [], remarks: []});
  });

  test("by default a released round stays as it was, and nothing follows", async () => {
    const second = await own.loaded(corrected);
    expect(rowsOf(second)).toEqual(rowsOf(first));
    expect(await attacked(second)).toEqual({faults: [], remarks: []});
    const third = await own.loaded(corrected, {rules: strict});
    expect(rowsOf(third)).toEqual(rowsOf(first));
    expect(await attacked(third)).toEqual({faults: [], remarks: []});
    expect(third.facts.disclosure?.released).toEqual([{time: "runde 1", release: "2026-01-01"}]);
  });

  test("nor does the site say elsewhere how many registrations came since", async () => {
    const {facts} = await own.loaded(corrected);
    expect(facts.forms).toEqual(first.facts.forms);
    expect([first.facts.files.length, facts.files, facts.rejects]).toEqual([1, [], []]);
  });

  test("another round is protected by itself, and the released one stays", async () => {
    const later = lines.slice(1).map((line) => line.replace(";1;", ";2;"));
    const both = await own.loaded([...corrected, ...later], {rules: strict});
    const ofFirst = ({tables}: Loaded) =>
      Object.fromEntries(tables.map(({table, rows}) => [table.name, rows.filter(({round}) => round === 1)]));
    expect(ofFirst(both)).toEqual(ofFirst(first));
    expect(rowsOf(both).audit_answers!.filter(({round}) => round === 2).length).toBeGreaterThan(100);
    expect(await attacked(both)).toEqual({faults: [], remarks: []});
  });

  test("computed anew after late corrections, what changed by few is found, and stops it", async () => {
    const {faults} = await attacked(await own.loaded(corrected, {periods: "anew"}));
    expect(faults).toEqual([
      expect.stringMatching(
        /^Runde 1: \d+ af \d+ rækker er regnet om, og sammen med udgivelsen 2026-01-01 røber de .* og \d+ andre tal, som ingen af dem røber alene; lad det stå, som det blev udgivet \(released_periods: frozen\)\.$/
      )
    ]);
  });

  test("computed anew by another threshold, what two choices of hidden cells give away is found, and stops it", async () => {
    const lax = {threshold: 3, interval: {from: 1, to: 3}, smallestDenominator: 3};
    const {faults} = await attacked(await own.loaded(lines, {rules: lax, periods: "anew"}));
    expect(faults).toEqual([expect.stringMatching(/^Runde 1: .* røber de /)]);
  });

  test("computed anew of the same data by the same rules, it is the same, and passes", async () => {
    const again = await own.loaded(lines, {periods: "anew"});
    expect(rowsOf(again)).toEqual(rowsOf(first));
    expect(await attacked(again)).toEqual({faults: [], remarks: []});
  });
});

test("what kept releases give away by themselves is listed, and stops nothing", async () => {
  const own = project();
  own.release("2026-01-01", await own.loaded(lines));
  own.release("2026-02-01", await own.loaded(corrected, {periods: "anew"}));
  const {faults, remarks} = await attacked(await own.loaded(corrected));
  expect(faults).toEqual([]);
  expect(remarks).toEqual([
    expect.stringMatching(/^Runde 1: udgivelserne 2026-01-01 og 2026-02-01 røber i forvejen .* og \d+ andre tal\.$/)
  ]);
});

describe("a kept release that cannot be read as the new tables are is refused with one sentence:", () => {
  const own = project();
  let first: Loaded;
  beforeAll(async () => void own.release("2026-01-01", (first = await own.loaded(lines))));

  test("of another code book, by load and gate alike", async () => {
    const codebook = mkdtempSync(join(parent, "codebook-"));
    cpSync(join(inventedAudit, "codebook"), codebook, {recursive: true});
    const answers = join(codebook, "answers.csv");
    writeFileSync(answers, readFileSync(answers, "utf8").replace(/\bwalk\b/g, "stroll"));
    const other = {...first, settings: {...first.settings, codebook}};
    await expect(attacked(other)).rejects.toThrow(
      /^Udgivelsen 2026-01-01 i data\/releases er af en anden kodebog \(med nurse: advice\.walk\), så den kan ikke holdes op mod de nye tabeller: flyt dens mappe væk, hvis den ikke er af det samme\.$/
    );
  });

  test("with other columns", async () => {
    await expect(own.loaded(lines, {rules: {participants: "hidden"}})).resolves.toBeDefined();
    await expect(own.loaded(lines, {rules: {participants: "code"}})).rejects.toThrow(
      /^Udgivelsen 2026-01-01 i data\/releases har andre kolonner i tabellen audit_participants \(participant_hash, participant_no\)/
    );
  });
});
