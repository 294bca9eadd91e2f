import {appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, afterEach, beforeAll, beforeEach, expect, test, vi} from "vitest";
import {publishedShape} from "../../../data-loaders/disclosure/participants.js";
import {endThreads} from "../../../data-loaders/engine/inThreads.js";
import {readSettings} from "../../../data-loaders/ground/settings.js";
import {tables as definitions} from "../../../data-loaders/tables/index.js";
import {publishedTables} from "../../../publish/answers/tables.js";
import {answers} from "../../../publish/gate/answers.js";
import {attack} from "../../../publish/gate/attack.js";
import {readFacts} from "../../../publish/gate/embeddedData.js";
import {readFinishedSite} from "../../../publish/gate/finishedSite.js";
import {readTables, type GatedTable} from "../../../publish/gate/gatedTables.js";
import {gateCode, readProofs, type Proofs} from "../../../publish/gate/proofs.js";
import {checkout} from "../../support/project.js";
import {answersFile, removeFixtureSite, spoil, writeFixtureSite, type FixtureSite} from "./fixtureSite.js";

let workspace: string;
beforeEach(() => void (workspace = mkdtempSync(join(tmpdir(), "rygatlas-proofs-"))));
afterEach(() => rmSync(workspace, {recursive: true, force: true}));

test("what was proved is not proved again, also the next time; what failed is", async () => {
  const proofs = readProofs({workspace});
  const fine = vi.fn(async () => []);
  const wrong = vi.fn(async () => ["en fejl"]);
  expect(await proofs.faults("a", fine)).toEqual([]);
  expect(await proofs.faults("a", fine)).toEqual([]);
  expect(fine).toHaveBeenCalledTimes(1);
  expect(await proofs.faults("b", wrong)).toEqual(["en fejl"]);
  proofs.keep();
  const later = readProofs({workspace});
  expect(await later.faults("a", fine)).toEqual([]);
  expect(fine).toHaveBeenCalledTimes(1);
  expect(await later.faults("b", wrong)).toEqual(["en fejl"]);
  expect(wrong).toHaveBeenCalledTimes(2);
});

test("what nobody asked about since is forgotten", async () => {
  const proofs = readProofs({workspace});
  proofs.note("a");
  proofs.keep();
  const later = readProofs({workspace});
  expect(later.has("a")).toBe(true);
  later.note("b");
  later.keep();
  expect(readProofs({workspace}).has("a")).toBe(false);
});

test("a changed module of the gate, rule or lock file is another proof; where the project lies is not", () => {
  const settings = {...readSettings(checkout), root: workspace, workspace: join(workspace, "w")};
  const {disclosure} = settings;
  mkdirSync(join(workspace, "publish/gate"), {recursive: true});
  writeFileSync(join(workspace, "publish/gate/attack.ts"), "export {};\n");
  writeFileSync(join(workspace, "package-lock.json"), "{}");
  const before = gateCode(settings);
  const moved = mkdtempSync(join(tmpdir(), "rygatlas-moved-"));
  cpSync(workspace, moved, {recursive: true});
  expect(gateCode({...settings, root: moved, workspace: join(moved, "w"), threads: 7})).toBe(before);
  rmSync(moved, {recursive: true});
  expect(
    gateCode({...settings, disclosure: {...disclosure, registers: {...disclosure.registers, threshold: 9}}})
  ).not.toBe(before);
  appendFileSync(join(workspace, "publish/gate/attack.ts"), "\n");
  const changed = gateCode(settings);
  expect(changed).not.toBe(before);
  writeFileSync(join(workspace, "package-lock.json"), "{ }");
  expect(gateCode(settings)).not.toBe(changed);
});

let site: FixtureSite;
beforeAll(async () => void (site = await writeFixtureSite()));
afterAll(() => removeFixtureSite(site));
afterAll(endThreads);

/** The proofs asked for, each as if it were known. */
function asked(): {proofs: Proofs; keys: string[]} {
  const keys: string[] = [];
  const proofs = {
    ...readProofs({workspace}),
    faults: async (key: string) => {
      keys.push(key);
      return [];
    }
  };
  return {proofs, keys};
}

async function attackKeys(change: (tables: GatedTable[]) => void, code = "code"): Promise<string[]> {
  const finished = readFinishedSite(site.dist);
  const {tables} = await readTables(
    finished,
    definitions.map((table) => publishedShape(table, site.settings.disclosure.audit))
  );
  change(tables);
  const {proofs, keys} = asked();
  await attack(tables, site.settings, readFacts(finished)!, {proofs, code});
  return keys;
}

test("the very same tables need not be attacked again; a table with another byte, or another attacker, is", async () => {
  const before = await attackKeys(() => {});
  // Of each side what the tables give away, and what kept releases do.
  expect(new Set(before).size).toBe(4);
  expect(await attackKeys((tables) => void tables.reverse())).toEqual(before);
  const changed = await attackKeys((tables) => void (tables[3]!.hash = "another"));
  expect(changed.filter((key) => before.includes(key))).toEqual([]);
  const another = await attackKeys(() => {}, "other code");
  expect(another.filter((key) => before.includes(key))).toEqual([]);
});

test("of the answers of a page those are asked anew that changed, and of changed tables all", async () => {
  const keysOf = async (dist: string, code = "code") => {
    const finished = readFinishedSite(dist);
    const {tables} = await readTables(
      finished,
      definitions.map((table) => publishedShape(table, site.settings.disclosure.audit))
    );
    const session = await publishedTables(site.settings, (name) =>
      join(dist, tables.find(({table}) => table.name === name)!.file)
    );
    const {proofs, keys} = asked();
    await answers(finished, tables, session, {proofs, code});
    session.close();
    return keys;
  };
  const before = await keysOf(site.dist);
  expect(before).toHaveLength(2);
  const spoiled = spoil(site);
  spoiled.change(answersFile, /$/, " ");
  expect(await keysOf(spoiled.dist)).toEqual(before);
  spoiled.change(answersFile, /\d+(?=[,\]])/, "987");
  expect((await keysOf(spoiled.dist)).map((key) => before.includes(key))).toEqual([true, false]);
  expect((await keysOf(site.dist, "other code")).filter((key) => before.includes(key))).toEqual([]);
});
