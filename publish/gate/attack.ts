import {join} from "node:path";
import {readCodelists} from "../../data-loaders/ground/codelists.js";
import type {CountedTable} from "../../data-loaders/disclosure/assemble.js";
import {auditSums} from "../../data-loaders/tables/sums/audit.js";
import {registerSums} from "../../data-loaders/tables/sums/registers.js";
import {hashOf} from "../../data-loaders/engine/seal.js";
import type {Row} from "../../data-loaders/engine/session.js";
import type {RegisterFacts} from "../../data-loaders/facts/registerFacts.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import {auditTables, registerTables, sharedTables} from "../../data-loaders/tables/index.js";
import type {Side} from "../../data-loaders/tables/readTables.js";
import type {SiteFacts} from "../../data-loaders/facts/siteFacts.js";
import type {TableShape} from "../../data-loaders/tables/table.js";
import {attacker} from "./attacker.js";
import {hashOfTables, type GatedTable} from "./gatedTables.js";
import type {Known} from "./proofs.js";

/** What a site says of itself: the forms, the periods and the indicators that sums are between. */
type Facts = Pick<SiteFacts, "codebook"> & {registers: RegisterFacts};

/** Tables of a side: the audit's rows have no period. */
const sides = {
  audit: {tables: auditTables as readonly TableShape[], isOwn: ({period}: Row) => period === null},
  registers: {tables: registerTables as readonly TableShape[], isOwn: ({period}: Row) => period !== null}
};

/**
 * Attacks the published tables of the audit, and those of registers, each as one system: no
 * group is in both. A proof on the very same tables counts. Returns one sentence a fault.
 */
export async function attack(
  tables: GatedTable[],
  settings: Settings,
  {codebook, registers: {periods, indicators}}: Facts,
  {proofs, code}: Known
): Promise<string[]> {
  const {root, disclosure, threads} = settings;
  const sums = {
    audit: auditSums(codebook, disclosure),
    registers: registerSums(
      readCodelists(join(root, "data/codelists")),
      periods,
      indicators.map(({id}) => id)
    )
  };
  const attackSide = async (side: Side): Promise<string[]> => {
    const {tables: definitions, isOwn} = sides[side];
    const rows = new Map(
      tables.map(({table: {name}, rows}) => [name, sharedTables.includes(name) ? rows.filter(isOwn) : rows])
    );
    const counted = definitions.flatMap(({name, protection}): CountedTable[] =>
      protection ? [{name, protection: protection(codebook, disclosure), rows: rows.get(name) ?? []}] : []
    );
    return (await attacker(counted, sums[side], disclosure, threads)).faults;
  };
  const about = hashOf(code, hashOfTables(tables), JSON.stringify({codebook, periods, indicators}));
  const ofSide = (side: Side) => proofs.faults(hashOf("attack", side, about), () => attackSide(side));
  return (await Promise.all([ofSide("audit"), ofSide("registers")])).flat();
}
