import {join} from "node:path";
import {readCodelists} from "../../data-loaders/ground/codelists.js";
import {readReleases} from "../../data-loaders/disclosure/keptReleases.js";
import type {CountedTable} from "../../data-loaders/disclosure/assemble.js";
import {countedTables} from "../../data-loaders/disclosure/writeTables.js";
import type {DisclosureRules} from "../../data-loaders/ground/rules.js";
import {auditSums} from "../../data-loaders/tables/sums/audit.js";
import {registerSums} from "../../data-loaders/tables/sums/registers.js";
import {hashOf} from "../../data-loaders/engine/seal.js";
import type {Row} from "../../data-loaders/engine/session.js";
import type {RegisterFacts} from "../../data-loaders/facts/registerFacts.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import {auditTables, registerTables, sideOf} from "../../data-loaders/tables/index.js";
import type {Side} from "../../data-loaders/ground/rules.js";
import type {SiteFacts} from "../../data-loaders/facts/siteFacts.js";
import type {TableShape} from "../../data-loaders/tables/table.js";
import {readIndicators} from "../../data-loaders/indicators/definition/readIndicators.js";
import {figuresOfAudit, figuresOfRegisters, knownOf} from "../../data-loaders/printed/known.js";
import {attacker, effort} from "./attacker.js";
import {besideReleases, followingAnyhow, newlyFollowing, type BesideReleases} from "./besideReleases.js";
import {hashOfTables, type GatedTable} from "./gatedTables.js";
import type {Known} from "./proofs.js";

/** What a site says of itself: the forms, the periods and the indicators that sums are between. */
type Facts = Pick<SiteFacts, "codebook" | "synthetic" | "disclosure"> & {registers: RegisterFacts};

const definitions: Record<Side, readonly TableShape[]> = {audit: auditTables, registers: registerTables};

/**
 * Attacks the published tables of the audit, and those of registers, each as one system: no group is in both. The
 * attacker has every kept release, and what stands as it was released is no news. A proof on the very same tables
 * counts.
 * @returns one sentence a fault, and what the data controller should know of kept releases
 * @throws Refusal when a kept release cannot be read as the tables are
 */
export async function attack(
  tables: GatedTable[],
  settings: Settings,
  {codebook, synthetic, disclosure: ofAudit, registers}: Facts,
  {proofs, code}: Known
): Promise<{faults: string[]; remarks: string[]}> {
  const {root, disclosure, threads} = settings;
  const {periods, indicators} = registers;
  const codelists = readCodelists(join(root, "data/codelists"));
  const sums = {
    audit: auditSums(codebook, disclosure.audit),
    registers: registerSums(
      codelists,
      periods,
      indicators.map(({id}) => id)
    )
  };
  const printed = {
    audit: figuresOfAudit(settings, codebook, synthetic),
    registers: figuresOfRegisters(
      settings,
      {indicators: await readIndicators(), codelists, parameters: {...settings.parameters, periods}},
      registers.synthetic
    )
  };
  const notAsPrinted = {audit: ofAudit?.notAsPrinted, registers: registers.disclosure?.notAsPrinted};
  const about = hashOf(
    code,
    hashOfTables(tables),
    JSON.stringify({codebook, synthetic, periods, indicators, ofRegisters: registers.synthetic, notAsPrinted})
  );
  const read = async (side: Side) => {
    const rows = new Map(
      tables.map(({table, rows}) => [table.name, rows.filter((row) => sideOf(table, row) === side)])
    );
    const counted = (rows: ReadonlyMap<string, Row[]>, rules: DisclosureRules) =>
      countedTables(
        definitions[side].map((table) => ({table, rows: rows.get(table.name) ?? []})),
        codebook,
        rules
      );
    const releases = await readReleases(root, side, {
      synthetic: side === "audit" ? synthetic : registers.synthetic,
      codebook,
      tables: definitions[side],
      rules: disclosure[side]
    });
    return besideReleases(counted(rows, disclosure[side]), releases, sums[side], counted);
  };
  const knownBeside = (side: Side, counted: CountedTable[]) => {
    const others = notAsPrinted[side];
    const rows = Object.fromEntries(counted.map(({name, rows}) => [name, rows]));
    return others && knownOf(printed[side]?.(rows) ?? [], others, counted);
  };
  const attackSide = async (side: Side) => {
    let reading: Promise<BesideReleases> | undefined;
    const beside = () => (reading ??= read(side));
    const faults = await proofs.faults(hashOf("attack", side, about), async () => {
      const {anew} = await beside();
      const known = {...sums[side], known: knownBeside(side, anew)};
      return [
        ...(await attacker(anew, known, disclosure[side], threads)).faults,
        ...(await newlyFollowing(await beside(), sums[side], disclosure[side], {effort, threads}))
      ];
    });
    const remarks = await proofs.faults(hashOf("released", side, about), async () =>
      followingAnyhow(await beside(), sums[side], {effort, threads})
    );
    return {faults, remarks};
  };
  const found = await Promise.all([attackSide("audit"), attackSide("registers")]);
  return {faults: found.flatMap(({faults}) => faults), remarks: found.flatMap(({remarks}) => remarks)};
}
