import {FileAttachment} from "observablehq:stdlib";

// Framework finds files by their literal names, and adds decoders from a CDN unless a method follows at once:
// so each published table stands here once, with its method.
const files = {
  audit_answers: () => FileAttachment("../data/audit_answers.parquet").arrayBuffer(),
  audit_measures: () => FileAttachment("../data/audit_measures.parquet").arrayBuffer(),
  audit_ages: () => FileAttachment("../data/audit_ages.parquet").arrayBuffer(),
  audit_participants: () => FileAttachment("../data/audit_participants.parquet").arrayBuffer(),
  audit_round_changes: () => FileAttachment("../data/audit_round_changes.parquet").arrayBuffer(),
  means: () => FileAttachment("../data/means.parquet").arrayBuffer(),
  variation: () => FileAttachment("../data/variation.parquet").arrayBuffer(),
  codebook: () => FileAttachment("../data/codebook.parquet").arrayBuffer()
};

/** A published table's name. */
export type TableName = keyof typeof files;

export const tableNames = Object.keys(files) as TableName[];

/** The bytes of a published table. */
export function tableBytes(name: TableName): Promise<ArrayBuffer> {
  return files[name]();
}
