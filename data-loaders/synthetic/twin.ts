import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {readCodebook} from "../ground/codebook.js";
import type {Extracts} from "../sources/delivery.js";
import {modulesOf} from "../engine/modules.js";
import {filesBelow, hashOf, hashSources} from "../engine/seal.js";
import type {Settings} from "../ground/settings.js";
import {auditFiles} from "../sources/audit.js";
import {invitedIn} from "../sources/invited.js";
import {deliveredRegisters} from "../sources/registers.js";
import {writeAuditTwin} from "./audit.js";
import {writeRegisterTwin} from "./registers/twin.js";

/** The default synthetic audit, made on the first use and again when what it is made from changes. */
export async function auditTwin(settings: Settings): Promise<Extracts> {
  const {root, workspace, codebook, synthetic} = settings;
  const sources = [
    ...modulesOf([join(root, "data-loaders/synthetic/audit.ts")]),
    ...filesBelow(join(root, "data/published")).filter((file) => /[\\/]audit_[^\\/]*$/.test(file)),
    ...["audit.yaml", "second_round.yaml"].map((file) => join(root, "data/synthetic", file))
  ];
  const madeFrom = hashOf(
    hashSources(root, sources),
    hashSources(codebook, filesBelow(codebook)),
    JSON.stringify(synthetic)
  );
  const folder = join(workspace, "twin");
  await makeOnce(folder, "audit", madeFrom, () => writeAuditTwin(folder, twinSource(settings)));
  return {folder, synthetic: true, files: auditFiles(folder), ...invitedIn(folder)};
}

/** The synthetic registers, made on the first use and again when what they are made from changes. */
export async function registerTwin(settings: Settings): Promise<Extracts> {
  const twin = join(settings.workspace, "twin");
  const madeFrom = registerTwinMark(settings);
  await makeOnce(twin, "registers", madeFrom, () =>
    writeRegisterTwin(twin, {...registerTwinSource(settings), ...registersOf(settings)})
  );
  const folder = join(twin, "registers");
  return {folder, synthetic: true, files: deliveredRegisters(folder), madeFrom};
}

/** What the synthetic registers are made from, as a fingerprint. */
export function registerTwinMark(settings: Settings): string {
  const {root} = settings;
  const sources = [
    ...modulesOf([join(root, "data-loaders/synthetic/registers/twin.ts")]),
    ...filesBelow(join(root, "data/published")).filter((file) => /[\\/]dard_[^\\/]*$/.test(file)),
    ...filesBelow(join(root, "data/codelists")),
    join(root, "data/synthetic/registers.yaml")
  ];
  return hashOf(hashSources(root, sources), JSON.stringify(registersOf(settings)));
}

/** What of the twin's settings the registers are made from: they have no second round. */
function registersOf({synthetic: {seed, scale}}: Settings): {seed: number; scale: number} {
  return {seed, scale};
}

/**
 * Makes `<folder>/<part>` unless its mark says that it is made of the very same; the mark
 * goes last, as it vouches for the rest.
 */
async function makeOnce(folder: string, part: string, madeFrom: string, make: () => Promise<unknown>): Promise<void> {
  const mark = join(folder, `${part}.made-from`);
  if (existsSync(mark) && readFileSync(mark, "utf8") === madeFrom) return;
  rmSync(mark, {force: true});
  rmSync(join(folder, part), {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  await make();
  writeFileSync(mark, madeFrom);
}

/** What the twin's audit is made from. */
export function twinSource({root, codebook, synthetic}: Settings) {
  return {
    codebook: readCodebook(codebook),
    published: join(root, "data/published"),
    assumptions: join(root, "data/synthetic/audit.yaml"),
    seed: synthetic.seed,
    scale: synthetic.scale,
    ...(synthetic.secondRound && {secondRound: join(root, "data/synthetic/second_round.yaml")})
  };
}

/** What the twin's registers are made from, and what DuckDB may use for it. */
export function registerTwinSource({root, memoryLimit, threads, workspace}: Settings) {
  return {
    published: join(root, "data/published"),
    assumptions: join(root, "data/synthetic/registers.yaml"),
    codelists: join(root, "data/codelists"),
    memoryLimit,
    threads,
    temporary: join(workspace, "duckdb")
  };
}
