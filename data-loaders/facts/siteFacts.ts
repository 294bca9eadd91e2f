import {group, sum} from "d3-array";
import type {Codebook} from "../ground/codebook.js";
import type {Seal} from "../engine/seal.js";
import type {Row} from "../engine/session.js";
import type {ParticipantCount} from "../models/participantCounts.js";
import type {CodeHash} from "../../src/domain/participantCode.js";
import type {AuditCounts, AuditDelivery} from "../sources/audit.js";
import type {AuditCoverage, CountedProfession} from "./auditCoverage.js";
import type {Written} from "../disclosure/writeTables.js";

/** What every page has without a query: the words of the code book, and where the figures come from. */
export interface SiteFacts {
  codebook: Codebook;
  rounds: number[];
  /** The regions that the audit's answers are published by, and whether the extracts have regions at all. */
  regions: string[];
  hasRegions: boolean;
  synthetic: boolean;
  /** Date of the newest extract; null for the twin. */
  date: string | null;
  seal: string;
  /** Registrations and participants per form, over all rounds. */
  forms: {profession: string; registrations: number; participants: number}[];
  /**
   * Rows per file, by its number: names of files stay with the analyst. None where a round
   * stands as it was released: they would tell how few came since.
   */
  files: Omit<AuditCounts, "file">[];
  rejects: AuditDelivery["rejectsByRule"];
  /** How many took part of those who could have. */
  coverage: AuditCoverage;
  /** How the published tables of the audit were protected. */
  disclosure?: Written["disclosure"];
  /** How participants' codes were hashed, where they are shown by them. */
  codes?: CodeHash;
}

export function siteFacts(from: {
  codebook: Codebook;
  synthetic: boolean;
  seal: Seal;
  audit: AuditDelivery;
  counts: ParticipantCount[];
  coverage: {least: number; professions: CountedProfession[]};
  disclosure?: Written["disclosure"];
  /** The published answers, where there are any, and those by region. */
  answers?: Row[];
  byRegion?: Row[];
  codes?: CodeHash;
}): SiteFacts {
  const byForm = group(from.counts, (c) => c.profession);
  const isReleased = (from.disclosure?.released ?? []).length > 0;
  return {
    codebook: from.codebook,
    rounds: [...new Set(from.counts.map((c) => c.round))].sort((a, b) => a - b),
    regions: from.codebook.regions
      .map(({id}) => id)
      .filter((id) => from.byRegion?.some(({participant_region}) => participant_region === id)),
    hasRegions: from.counts.some(({region}) => region !== null),
    synthetic: from.synthetic,
    date: from.seal.date,
    seal: from.seal.hash,
    forms: from.codebook.professions.map(({id}) => ({
      profession: id,
      registrations: isReleased ? registrationsIn(from.answers!, id) : sum(byForm.get(id) ?? [], (c) => c.total),
      participants: new Set(byForm.get(id)?.map((c) => c.participant)).size
    })),
    files: isReleased ? [] : from.audit.files.map(({file: _, ...counts}) => counts),
    rejects: isReleased ? [] : from.audit.rejectsByRule,
    coverage: {
      least: from.coverage.least,
      professions: from.coverage.professions.map(({consultations, registrations: counted, ...rest}) => {
        const registrations = isReleased ? registrationsIn(from.answers!, rest.profession) : counted;
        return {...rest, registeredPercent: consultations ? Math.round((100 * registrations) / consultations) : null};
      })
    },
    disclosure: from.disclosure,
    codes: from.codes
  };
}

/** Registrations of a form over all rounds, as published. */
function registrationsIn(answers: Row[], profession: string): number {
  const rows = answers.filter(
    (row) => row.profession === profession && row.consultation === "all" && row.patient_group === "all"
  );
  return sum(new Map(rows.map(({round, total}) => [round, total as number | null])).values());
}
