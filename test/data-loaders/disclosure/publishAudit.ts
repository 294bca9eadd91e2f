import {createHash} from "node:crypto";
import {publishedParticipants, publishedShape} from "../../../data-loaders/disclosure/participants.js";
import {protectTables} from "../../../data-loaders/disclosure/protectTables.js";
import type {DisclosureRules} from "../../../data-loaders/ground/rules.js";
import {auditSums} from "../../../data-loaders/tables/sums/audit.js";
import {addRanges} from "../../../data-loaders/disclosure/ranges.js";
import {publishedRows} from "../../../data-loaders/disclosure/withhold.js";
import type {Session} from "../../../data-loaders/engine/session.js";
import {createAgeCounts} from "../../../data-loaders/models/ageCounts.js";
import {participantCounts} from "../../../data-loaders/models/participantCounts.js";
import {auditTables} from "../../../data-loaders/tables/index.js";
import type {AuditModels} from "../../../data-loaders/tables/table.js";
import {codebook} from "../tables/tinyAudit.js";

/** What tables are computed from, when the session has registrations of the tiny audit. */
export async function modelsIn(session: Session): Promise<AuditModels> {
  await createAgeCounts(session);
  return {codebook, session, counts: await participantCounts(session, codebook)};
}

const hashOf = (profession: string, participant: string) =>
  createHash("sha256").update(`${profession}/${participant}`).digest("hex");

/** What readers get, before and after protection, under some rules. */
export async function publishAudit(models: AuditModels, rules: DisclosureRules) {
  const sums = auditSums(codebook, rules);
  const tables = [];
  for (const table of auditTables) {
    if (!table.protection) continue;
    const rows = publishedParticipants(table, await table.rows(models), rules, hashOf);
    tables.push({
      table: publishedShape(table, rules),
      name: table.name,
      protection: table.protection(codebook, rules),
      rows
    });
  }
  const hidden = await protectTables(tables, sums, rules);
  const after = tables.map(({table, ...own}) => ({...own, rows: publishedRows(table, own.rows, hidden)}));
  await addRanges(after, sums, rules);
  return {sums, before: new Map(tables.map(({name, rows}) => [name, rows])), after};
}
