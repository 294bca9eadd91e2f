import {group, sum} from "d3-array";
import {basename} from "node:path";
import type {Codebook} from "../ground/codebook.js";
import {Refusal} from "../ground/refusal.js";
import type {ParticipantCount} from "../models/participantCounts.js";
import type {Invited} from "../sources/invited.js";

/** How many of a profession took part, of how many; null where nobody has said it. */
export interface CoveredProfession {
  profession: string;
  /** Over all rounds. */
  participants: number;
  invited: number | null;
  inRegion: number | null;
  /** Registrations of the consultations that the organiser knows of, in whole percent. */
  registeredPercent: number | null;
  /** Those of a round who are not in the next. */
  dropouts: {from: number; to: number; participants: number; left: number}[];
}

/** Those who took part are no patients: their number is published as it is. */
export interface AuditCoverage {
  /** Below this percentage results rest on few. */
  least: number;
  professions: CoveredProfession[];
}

/** Before it is known which registrations are published. */
export type CountedProfession = Omit<CoveredProfession, "registeredPercent"> & {
  registrations: number;
  consultations: number | null;
};

/**
 * Sets those who took part beside those who could have, for every form in person.
 * @param file where `invited` was read, for messages
 * @returns the professions, and one sentence for each that the file should have named
 * @throws Refusal when more took part than were invited or are in the region, or more was registered than there was
 */
export function auditCoverage(from: {
  codebook: Codebook;
  counts: ParticipantCount[];
  invited: Invited[];
  file?: string | undefined;
}): {professions: CountedProfession[]; warnings: string[]} {
  const byForm = group(from.counts, ({profession}) => profession);
  const warnings: string[] = [];
  const file = from.file === undefined ? undefined : basename(from.file);
  const forms = from.codebook.professions.filter(({telephoneOf}) => !telephoneOf);
  const professions = forms.map(({id, inText}): CountedProfession => {
    const counts = byForm.get(id) ?? [];
    const participants = new Set(counts.map(({participant}) => participant)).size;
    const registrations = sum(counts, ({total}) => total);
    const line = from.invited.find(({profession}) => profession === id);
    if (line) refuseMoreThanAll(`${file}, linje ${line.line}`, line, {participants, registrations});
    else if (file !== undefined && participants > 0)
      warnings.push(
        `${file} nævner ikke ${inText} (${id}), selv om ${participants} deltog: deres dækning står som ukendt; tilføj en linje.`
      );
    const {invited = null, inRegion = null, consultations = null} = line ?? {};
    return {profession: id, participants, invited, inRegion, consultations, registrations, dropouts: dropouts(counts)};
  });
  return {professions, warnings};
}

function refuseMoreThanAll(
  where: string,
  {invited, inRegion, consultations}: Invited,
  {participants, registrations}: {participants: number; registrations: number}
): void {
  const refuse = (column: string, found: number, what: string) => {
    throw new Refusal(
      `${where}, kolonnen ${column}: fandt ${found}, men ${what}, så tallet skulle være mindst så stort; ret tallet, eller lad feltet stå tomt.`
    );
  };
  if (invited === 0 && participants > 0) refuse("invited", 0, `${participants} deltog, som ingen har inviteret`);
  if (invited !== null && invited < participants) refuse("invited", invited, `${participants} deltog`);
  if (inRegion !== null && inRegion < participants) refuse("in_region", inRegion, `${participants} deltog`);
  if (consultations !== null && consultations < registrations)
    refuse("consultations", consultations, `${registrations} er registreret`);
}

function dropouts(counts: ParticipantCount[]): CoveredProfession["dropouts"] {
  const rounds = [...group(counts, ({round}) => round)]
    .map(([round, of]) => ({round, people: new Set(of.map(({participant}) => participant))}))
    .sort((a, b) => a.round - b.round);
  return rounds.slice(1).map(({round, people}, i) => {
    const before = rounds[i]!;
    const left = [...before.people].filter((one) => !people.has(one)).length;
    return {from: before.round, to: round, participants: before.people.size, left};
  });
}
