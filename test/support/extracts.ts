import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {csvFormat, csvParse, type DSVRowString} from "d3-dsv";

/** The registrations of the twin that a project copy has made. */
export function twinRegistrations(project: string): DSVRowString[] {
  const folder = join(project, "data/workspace/twin/audit");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".csv") && name !== "participants.csv")
    .sort()
    .flatMap((name) => [...csvParse(readFileSync(join(folder, name), "utf8"))]);
}

/** What identifies a registration; the rest of its columns are what was ticked. */
const identity = ["profession", "round", "participant_no", "registration_no"];

/**
 * Two rounds of registrations that obey the code book but are not the twin: in the first every third registration is
 * missing; in the second another third is, and each participant ticks what the next registration of the profession did.
 */
export function twoRounds(registrations: readonly DSVRowString[]): DSVRowString[] {
  const first = registrations.filter((_, i) => i % 3 !== 0).map((row) => ({...row, round: "1"}));
  const kept = registrations.filter((_, i) => i % 3 !== 1);
  const second = kept.map((row, i) => {
    const next = kept[i + 1];
    const ticked = next?.profession === row.profession ? next : row;
    return {...ticked, ...Object.fromEntries(identity.map((column) => [column, row[column]!])), round: "2"};
  });
  return [...first, ...second];
}

/** The same registrations with a number for one of the participants that a careless page would run. */
export function withEvilParticipant(registrations: readonly DSVRowString[]): DSVRowString[] {
  const {profession, participant_no} = registrations[0]!;
  const theirs = (row: DSVRowString) => row.profession === profession && row.participant_no === participant_no;
  return registrations.map((row) => (theirs(row) ? {...row, participant_no: evil} : row));
}

/** What a careless page would run. */
export const evil = "<img src=x onerror=alert(1)>";

/** Writes registrations as somebody's own extract: `<folder>/audit/egne.csv`. */
export function writeExtract(folder: string, registrations: DSVRowString[], name = "egne.csv"): string {
  const audit = join(folder, "audit");
  mkdirSync(audit, {recursive: true});
  const file = join(audit, name);
  writeFileSync(file, csvFormat(registrations));
  return file;
}
