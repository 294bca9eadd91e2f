import {group, rollups, sum} from "d3-array";
import {consultations, patientGroups} from "../../src/domain/audit.js";
import {inDanish, inEnglish} from "../../src/domain/words.js";
import {clusteredProportion, type Cluster} from "../../src/statistics/clusteredProportion.js";
import type {PairedCluster} from "../../src/statistics/pairedDifference.js";
import type {Codebook, Profession} from "../ground/codebook.js";
import {clusterOf, type ParticipantCount} from "../models/participantCounts.js";
import {professionColumn, roundColumn, statusColumn, statusOf, type Column} from "./table.js";

/** Registrations that are published together, with the forms they come from. */
export interface AuditGroup {
  round: number;
  /** A form's id, or `all` for every form but the telephone ones. */
  profession: string;
  consultation: keyof typeof consultations;
  patient_group: keyof typeof patientGroups;
  forms: Profession[];
  counts: ParticipantCount[];
}

/** The columns that say which group a row is about. */
export const groupColumns: Column[] = [
  roundColumn,
  {
    ...professionColumn,
    meaning: "Faggruppe (skema); all: alle skemaer undtagen telefon",
    english: "Profession (form); all: every form but the telephone ones"
  },
  {
    name: "consultation",
    type: "VARCHAR",
    meaning: `Konsultation; ${inDanish(consultations)}`,
    english: `Consultation: ${inEnglish(consultations)}`
  },
  {
    name: "patient_group",
    type: "VARCHAR",
    meaning: `Patientgruppe; ${inDanish(patientGroups)}`,
    english: `Patient group: ${inEnglish(patientGroups)}`
  }
];

/** The columns of a share with its limits. */
export const proportionColumns: Column[] = [
  {
    name: "n",
    type: "INTEGER",
    meaning: "Registreringer med svaret",
    english: "Registrations with the answer",
    unit: "registreringer",
    counts: "registrations"
  },
  {
    name: "total",
    type: "INTEGER",
    meaning: "Alle registreringer i gruppen",
    english: "All registrations of the group",
    unit: "registreringer",
    counts: "registrations"
  },
  {
    name: "percent",
    type: "DOUBLE",
    meaning: "Andel af alle registreringer",
    english: "Share of all registrations",
    unit: "%"
  },
  {
    name: "low",
    type: "DOUBLE",
    meaning: "Nedre 95 %-grænse, deltagere som klynger",
    english: "Lower 95% limit, participants as clusters",
    unit: "%",
    decimals: 1
  },
  {
    name: "high",
    type: "DOUBLE",
    meaning: "Øvre 95 %-grænse, deltagere som klynger",
    english: "Upper 95% limit, participants as clusters",
    unit: "%",
    decimals: 1
  },
  statusColumn
];

/** Every group with registrations: rounds × forms and `all` × consultations × patient groups. */
export function auditGroups(codebook: Codebook, counts: ParticipantCount[]): AuditGroup[] {
  const groups: AuditGroup[] = [];
  const pooled = codebook.professions.filter((p) => !p.telephoneOf);
  const forms = [...codebook.professions.map((p) => ({id: p.id, forms: [p]})), {id: "all", forms: pooled}];
  for (const [round, inRound] of [...group(counts, (c) => c.round)].sort(([a], [b]) => a - b)) {
    for (const {id, forms: used} of forms) {
      const ofForm = inRound.filter((c) => used.some((p) => p.id === c.profession));
      const telephone = used.every((p) => p.telephoneOf);
      for (const consultation of telephone ? (["all"] as const) : (["all", "first", "later"] as const)) {
        const ofConsultation =
          consultation === "all"
            ? ofForm
            : ofForm.filter((c) => (c.consultation === "first") === (consultation === "first"));
        for (const patient_group of codebook.severe ? (["all", "severe"] as const) : (["all"] as const)) {
          const members = patient_group === "all" ? ofConsultation : ofConsultation.filter((c) => c.severe);
          if (members.length > 0)
            groups.push({round, profession: id, consultation, patient_group, forms: used, counts: members});
        }
      }
    }
  }
  return groups;
}

/**
 * Registrations of a group with an answer or composite, as share of all, limits clustered by participant (in percent).
 */
export function proportion(counts: ParticipantCount[], ref: string) {
  const clusters = rollups(counts, (members) => ticked(members, ref), clusterOf).map(([, cluster]) => cluster);
  const {p, n: total, low, high} = clusteredProportion(clusters);
  const n = sum(clusters, (c) => c.y);
  return {n, total, percent: percent(p), low: percent(low), high: percent(high), status: statusOf(n)};
}

/** Of each participant, the registrations with an answer in two groups of them. */
export function pairedClusters(
  counts: ParticipantCount[],
  ref: string,
  [first, second]: [(count: ParticipantCount) => boolean, (count: ParticipantCount) => boolean]
): PairedCluster[] {
  return rollups(
    counts,
    (members) => {
      const [one, two] = [ticked(members.filter(first), ref), ticked(members.filter(second), ref)];
      return {y1: one.y, n1: one.n, y2: two.y, n2: two.n};
    },
    clusterOf
  ).map(([, cluster]) => cluster);
}

function ticked(counts: ParticipantCount[], ref: string): Cluster {
  return {y: sum(counts, (c) => c.ticked[ref] ?? 0), n: sum(counts, (c) => c.total)};
}

/** A share of 0 to 1 as it is published; null stays null. */
export function percent(share: number | null): number | null {
  return share === null ? null : 100 * share;
}
