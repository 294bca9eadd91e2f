import {group} from "d3-array";
import type {CountedTable} from "../../data-loaders/disclosure/assemble.js";
import type {AttackOptions} from "../../data-loaders/disclosure/attack/attack.js";
import {timeOf} from "../../data-loaders/disclosure/frozen.js";
import type {ReleasedTables} from "../../data-loaders/disclosure/keptReleases.js";
import type {Row} from "../../data-loaders/engine/session.js";
import {Refusal} from "../../data-loaders/ground/refusal.js";
import type {DisclosureRules} from "../../data-loaders/ground/rules.js";
import {capital} from "../../src/domain/words.js";
import type {Sums} from "../../data-loaders/tables/counted/group.js";
import {attacker, readable} from "./attacker.js";
import {followsAnew, type Reading} from "./joint.js";

/** A release of a period or round, with its tables. */
interface Released extends Reading {
  tables: CountedTable[];
}

/** A period or round of kept releases, with what the new tables say of it beyond them. */
export interface ReleasedTime {
  time: string;
  /** Releases that say something of it which those before did not, the oldest first. */
  readings: Released[];
  /** Rows of it that no release has; none where it stands as it was released. */
  changed: number;
  rows: number;
}

/** New tables beside kept releases. */
export interface BesideReleases {
  /** Rows of periods and rounds that do not stand as they were released. */
  anew: CountedTable[];
  released: ReleasedTime[];
}

/**
 * Sets tables beside every kept release. No sum goes from one period or round to another, so that each is read by
 * itself, by the rules it was released by.
 * @param countedBy tables of a release, with what they declare
 * @param releases the newest first
 */
export function besideReleases(
  tables: CountedTable[],
  releases: readonly ReleasedTables[],
  sums: Sums,
  countedBy: (rows: ReadonlyMap<string, Row[]>, rules: DisclosureRules) => CountedTable[]
): BesideReleases {
  const known = new Set<string>();
  const readings = new Map<string, Released[]>();
  for (const {name, rules, rows} of releases.toReversed()) {
    const counted = countedBy(rows, rules);
    const isNew = ({name: table, rows}: CountedTable) => rows.filter((row) => !known.has(identity(table, row)));
    for (const time of new Set(counted.flatMap((table) => isNew(table).map(timeOf)))) {
      const own = ofTime(counted, time);
      const published = readable(own, sums, rules);
      if (typeof published === "string") throw new Refusal(`Udgivelsen ${name} i data/releases: ${published}`);
      readings.set(time!, [...(readings.get(time!) ?? []), {release: name, rules, tables: own, published}]);
    }
    for (const table of counted) for (const row of table.rows) known.add(identity(table.name, row));
  }
  const rowsOf = group(
    tables.flatMap(({name, rows}) => rows.map((row) => ({time: timeOf(row)!, isNew: !known.has(identity(name, row))}))),
    ({time}) => time
  );
  const released = [...readings].map(([time, own]): ReleasedTime => {
    const rows = rowsOf.get(time) ?? [];
    return {time, readings: own, changed: rows.filter(({isNew}) => isNew).length, rows: rows.length};
  });
  const stands = new Set(released.flatMap(({time, changed}) => (changed === 0 ? [time] : [])));
  return {
    anew: tables.map((table) => ({...table, rows: table.rows.filter((row) => !stands.has(timeOf(row)!))})),
    released
  };
}

/** One sentence for each period or round of which something follows from the kept releases and the new together. */
export async function newlyFollowing(
  {anew, released}: BesideReleases,
  sums: Sums,
  rules: DisclosureRules,
  options: AttackOptions
): Promise<string[]> {
  const faults: string[] = [];
  for (const {time, readings, changed, rows} of released) {
    if (changed === 0) continue;
    const published = readable(ofTime(anew, time), sums, rules);
    // What the tables say against themselves, the attack on them alone has said.
    if (typeof published === "string") continue;
    const found = await followsAnew(readings, {release: "denne udgave", rules, published}, options);
    if (found.length > 0)
      faults.push(
        `${capital(time)}: ${changed} af ${rows} rækker er regnet om, og sammen med ${namesOf(readings)} røber de ${andOthers(found)}, som ingen af dem røber alene; lad det stå, som det blev udgivet (released_periods: frozen).`
      );
  }
  return faults;
}

/**
 * What the data controller should know of periods and rounds, a line each: what was computed anew, and what kept
 * releases give away by themselves, which cannot be taken back.
 */
export async function followingAnyhow(
  {released}: BesideReleases,
  sums: Sums,
  options: AttackOptions
): Promise<string[]> {
  const lines: string[] = [];
  for (const {time, readings, changed, rows} of released) {
    const say = (what: string) => lines.push(`${capital(time)}: ${what}`);
    if (changed > 0) say(`${changed} af ${rows} rækker er regnet om siden ${namesOf(readings)}.`);
    for (const [i, reading] of readings.entries()) {
      const {faults} = await attacker(reading.tables, sums, reading.rules, options.threads);
      if (faults.length > 0)
        say(`${namesOf([reading])} ville ikke komme igennem kontrollen nu (${faults.length} fejl). ${faults[0]}`);
      const found = await followsAnew(readings.slice(0, i), reading, options);
      if (found.length > 0) say(`${namesOf(readings.slice(0, i + 1))} røber i forvejen ${andOthers(found)}.`);
    }
  }
  return lines;
}

function namesOf(readings: readonly Reading[]): string {
  const names = readings.map(({release}) => release).join(" og ");
  return `${readings.length > 1 ? "udgivelserne" : "udgivelsen"} ${names}`;
}

function andOthers([first, ...others]: string[]): string {
  return `${first}${others.length > 0 ? `, og ${others.length} andre tal` : ""}`;
}

function ofTime(tables: CountedTable[], time: string | undefined): CountedTable[] {
  return tables.map((table) => ({...table, rows: table.rows.filter((row) => timeOf(row) === time)}));
}

/** A row as it is published, whatever the order of its columns. */
function identity(table: string, row: Row): string {
  return `${table} ${JSON.stringify(row, Object.keys(row).sort())}`;
}
