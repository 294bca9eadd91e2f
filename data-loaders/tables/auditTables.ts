import {auditAges} from "./auditAges.js";
import {auditAnswers} from "./auditAnswers.js";
import {auditMeans} from "./auditMeans.js";
import {auditMeasures} from "./auditMeasures.js";
import {auditParticipants} from "./auditParticipants.js";
import {auditRoundChanges} from "./auditRoundChanges.js";
import {auditVariation} from "./auditVariation.js";
import {codebookTable} from "./codebookTable.js";
import type {AuditModels, Table} from "./table.js";

/** Every published table of the audit, in the order the download page lists them. */
export const auditTables: Table<AuditModels>[] = [
  auditAnswers,
  auditMeasures,
  auditAges,
  auditParticipants,
  auditRoundChanges,
  auditMeans,
  auditVariation,
  codebookTable
];
