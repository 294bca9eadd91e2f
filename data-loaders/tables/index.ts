import {auditAges} from "./auditAges.js";
import {auditAnswers} from "./auditAnswers.js";
import {auditMeasures} from "./auditMeasures.js";
import {auditParticipants} from "./auditParticipants.js";
import {auditRoundChanges} from "./auditRoundChanges.js";
import {codebookTable} from "./codebookTable.js";
import {means} from "./means.js";
import type {Table} from "./table.js";
import {variation} from "./variation.js";

/** Every published table, in the order the download page lists them. */
export const tables: Table[] = [
  auditAnswers,
  auditMeasures,
  auditAges,
  auditParticipants,
  auditRoundChanges,
  means,
  variation,
  codebookTable
];
