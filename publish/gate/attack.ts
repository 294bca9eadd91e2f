import {join} from "node:path";
import {readCodelists} from "../../data-loaders/codelists.js";
import type {CountedTable} from "../../data-loaders/disclosure/assemble.js";
import {auditSums} from "../../data-loaders/disclosure/sums/audit.js";
import {registerSums} from "../../data-loaders/disclosure/sums/registers.js";
import type {Row} from "../../data-loaders/engine/session.js";
import type {RegisterFacts} from "../../data-loaders/registerFacts.js";
import type {Settings} from "../../data-loaders/settings.js";
import type {SiteFacts} from "../../data-loaders/siteFacts.js";
import {auditTables} from "../../data-loaders/tables/auditTables.js";
import {sharedTables} from "../../data-loaders/tables/index.js";
import {registerTables} from "../../data-loaders/tables/registerTables.js";
import type {TableShape} from "../../data-loaders/tables/table.js";
import {attacker} from "./attacker.js";
import type {GatedTable} from "./gatedTables.js";

/** What a site says of itself: the forms, the periods and the indicators that sums are between. */
type Facts = Pick<SiteFacts, "codebook"> & {registers: RegisterFacts};

/**
 * Attacks the published tables of the audit, and those of registers, each as one system: no group is in both. Returns one
 * sentence a fault.
 */
export async function attack(tables: GatedTable[], {root, disclosure}: Settings, {codebook, registers: {periods, indicators}}: Facts): Promise<string[]> {
  const codelists = readCodelists(join(root, "data/codelists"));
  const counted = (definitions: readonly TableShape[], isOwn: (row: Row) => boolean): CountedTable[] =>
    definitions.flatMap(({name, protection}) => {
      const rows = tables.find(({table}) => table.name === name)?.rows ?? [];
      return protection ? [{name, protection: protection(codebook, disclosure), rows: sharedTables.includes(name) ? rows.filter(isOwn) : rows}] : [];
    });
  const audit = await attacker(counted(auditTables, ({period}) => period === null), auditSums(codebook, disclosure), disclosure);
  const ids = indicators.map(({id}) => id);
  const patients = await attacker(counted(registerTables, ({period}) => period !== null), registerSums(codelists, periods, ids), disclosure);
  return [...audit.faults, ...patients.faults];
}
