import {join} from "node:path";
import {readCodelists} from "../../data-loaders/ground/codelists.js";
import type {CountedTable} from "../../data-loaders/disclosure/assemble.js";
import {auditSums} from "../../data-loaders/tables/sums/audit.js";
import {registerSums} from "../../data-loaders/tables/sums/registers.js";
import {hashOf} from "../../data-loaders/engine/seal.js";
import type {RegisterFacts} from "../../data-loaders/facts/registerFacts.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import {auditTables, registerTables, sideOf} from "../../data-loaders/tables/index.js";
import type {Side} from "../../data-loaders/ground/rules.js";
import type {SiteFacts} from "../../data-loaders/facts/siteFacts.js";
import type {TableShape} from "../../data-loaders/tables/table.js";
import {readIndicators} from "../../data-loaders/indicators/definition/readIndicators.js";
import {figuresOfAudit, figuresOfRegisters, knownOf} from "../../data-loaders/printed/known.js";
import {attacker} from "./attacker.js";
import {hashOfTables, type GatedTable} from "./gatedTables.js";
import type {Known} from "./proofs.js";

/** What a site says of itself: the forms, the periods and the indicators that sums are between. */
type Facts = Pick<SiteFacts, "codebook" | "synthetic" | "disclosure"> & {registers: RegisterFacts};

const definitions: Record<Side, readonly TableShape[]> = {audit: auditTables, registers: registerTables};

/**
 * Attacks the published tables of the audit, and those of registers, each as one system: no
 * group is in both. A proof on the very same tables counts. Returns one sentence a fault.
 */
export async function attack(
  tables: GatedTable[],
  settings: Settings,
  {codebook, synthetic, disclosure: ofAudit, registers}: Facts,
  {proofs, code}: Known
): Promise<string[]> {
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
  const attackSide = async (side: Side): Promise<string[]> => {
    const rules = disclosure[side];
    const rows = new Map(
      tables.map(({table, rows}) => [table.name, rows.filter((row) => sideOf(table, row) === side)])
    );
    const counted = definitions[side].flatMap(({name, protection}): CountedTable[] =>
      protection ? [{name, protection: protection(codebook, rules), rows: rows.get(name) ?? []}] : []
    );
    const others = notAsPrinted[side];
    const known = others && knownOf(printed[side]?.(Object.fromEntries(rows)) ?? [], others, counted);
    return (await attacker(counted, {...sums[side], known}, rules, threads)).faults;
  };
  const about = hashOf(
    code,
    hashOfTables(tables),
    JSON.stringify({codebook, synthetic, periods, indicators, ofRegisters: registers.synthetic, notAsPrinted})
  );
  const ofSide = (side: Side) => proofs.faults(hashOf("attack", side, about), () => attackSide(side));
  return (await Promise.all([ofSide("audit"), ofSide("registers")])).flat();
}
