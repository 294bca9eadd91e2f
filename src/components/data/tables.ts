import {FileAttachment} from "observablehq:stdlib";

// Framework finds files by their literal names, and adds decoders from a CDN unless a method follows at once:
// so each published table stands here once, with its methods.
const files = {
  audit_answers: {
    bytes: () => FileAttachment("../../data/audit_answers.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/audit_answers.parquet").url()
  },
  audit_measures: {
    bytes: () => FileAttachment("../../data/audit_measures.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/audit_measures.parquet").url()
  },
  audit_ages: {
    bytes: () => FileAttachment("../../data/audit_ages.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/audit_ages.parquet").url()
  },
  audit_participants: {
    bytes: () => FileAttachment("../../data/audit_participants.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/audit_participants.parquet").url()
  },
  audit_round_changes: {
    bytes: () => FileAttachment("../../data/audit_round_changes.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/audit_round_changes.parquet").url()
  },
  means: {
    bytes: () => FileAttachment("../../data/means.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/means.parquet").url()
  },
  variation: {
    bytes: () => FileAttachment("../../data/variation.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/variation.parquet").url()
  },
  codebook: {
    bytes: () => FileAttachment("../../data/codebook.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/codebook.parquet").url()
  },
  indicator_values: {
    bytes: () => FileAttachment("../../data/indicator_values.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/indicator_values.parquet").url()
  },
  patient_flows: {
    bytes: () => FileAttachment("../../data/patient_flows.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/patient_flows.parquet").url()
  },
  pathways: {
    bytes: () => FileAttachment("../../data/pathways.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/pathways.parquet").url()
  },
  pathway_rule_checks: {
    bytes: () => FileAttachment("../../data/pathway_rule_checks.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/pathway_rule_checks.parquet").url()
  },
  first_contacts: {
    bytes: () => FileAttachment("../../data/first_contacts.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/first_contacts.parquet").url()
  },
  diagnoses: {
    bytes: () => FileAttachment("../../data/diagnoses.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/diagnoses.parquet").url()
  },
  incidence: {
    bytes: () => FileAttachment("../../data/incidence.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/incidence.parquet").url()
  },
  residents: {
    bytes: () => FileAttachment("../../data/residents.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/residents.parquet").url()
  },
  drug_types: {
    bytes: () => FileAttachment("../../data/drug_types.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/drug_types.parquet").url()
  },
  prescribers: {
    bytes: () => FileAttachment("../../data/prescribers.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/prescribers.parquet").url()
  },
  employment_outcomes: {
    bytes: () => FileAttachment("../../data/employment_outcomes.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/employment_outcomes.parquet").url()
  },
  primary_care_contacts: {
    bytes: () => FileAttachment("../../data/primary_care_contacts.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/primary_care_contacts.parquet").url()
  },
  key_figures: {
    bytes: () => FileAttachment("../../data/key_figures.parquet").arrayBuffer(),
    url: () => FileAttachment("../../data/key_figures.parquet").url()
  }
};

/** A published table's name. */
export type TableName = keyof typeof files;

export const tableNames = Object.keys(files) as TableName[];

/** The bytes of a published table. */
export function tableBytes(name: TableName): Promise<ArrayBuffer> {
  return files[name].bytes();
}

/** Where a published table can be downloaded: Framework puts a hash into the name of the file. */
export function tableUrl(name: TableName): Promise<string> {
  return files[name].url();
}

/** Whether a table has a file on the site. */
export function isTableName(name: string): name is TableName {
  return Object.hasOwn(files, name);
}
