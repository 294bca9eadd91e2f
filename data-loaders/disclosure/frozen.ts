import {isDeepStrictEqual} from "node:util";
import type {Period, RegisterParameters} from "../ground/parameters.js";
import {Refusal} from "../ground/refusal.js";
import type {Settings} from "../ground/settings.js";
import type {Row} from "../engine/session.js";
import type {Side} from "../ground/rules.js";
import {readReleases, type ReleasedTables} from "./keptReleases.js";

/**
 * The period or round that a row is of, in words: no sum goes from one to another, so that one can stay as it was
 * released while another is protected. A change between rounds is of the later.
 */
export function timeOf({period, round, round_after}: Row): string | undefined {
  if (typeof period === "string") return `perioden ${period}`;
  const time = round ?? round_after ?? undefined;
  return time === undefined ? undefined : `runde ${time}`;
}

/** Periods and rounds that stay as they were released: the same numbers, and the same hidden. */
export interface Frozen {
  /** By period or round, in words, the name of the newest release that has it. */
  times: ReadonlyMap<string, string>;
  isFrozen(row: Row): boolean;
  /**
   * A table's released rows of the periods and rounds that it would have rows of today; none where it was not there.
   */
  rowsOf(table: string, today: Row[]): Row[];
}

/** @param releases the newest first; none: nothing is frozen */
export function frozen(releases: readonly ReleasedTables[]): Frozen {
  const from = new Map<string, ReleasedTables>();
  for (const release of releases) {
    const times = new Set([...release.rows.values()].flat().map(timeOf));
    for (const time of times) if (time !== undefined && !from.has(time)) from.set(time, release);
  }
  return {
    times: new Map([...from].map(([time, {name}]) => [time, name])),
    isFrozen: (row) => from.has(timeOf(row)!),
    rowsOf: (table, today) =>
      [...new Set(today.map(timeOf))].flatMap(
        (time) =>
          from
            .get(time!)
            ?.rows.get(table)
            ?.filter((row) => timeOf(row) === time) ?? []
      )
  };
}

/**
 * The kept releases whose periods and rounds stay as they were released; none where the settings compute them anew.
 * @throws Refusal when one cannot stand beside new tables
 */
export async function frozenReleases(
  {root, releasedPeriods, parameters, disclosure}: Settings,
  side: Side,
  about: Omit<Parameters<typeof readReleases>[2], "rules">
): Promise<ReleasedTables[]> {
  if (releasedPeriods === "anew") return [];
  const releases = await readReleases(root, side, {...about, rules: disclosure[side]});
  if (side === "registers") refuseOtherPeriods(releases, parameters);
  return releases;
}

/**
 * @throws Refusal when a period is another one by now, or is counted in another way: then it cannot stand beside new
 * ones
 */
function refuseOtherPeriods(releases: readonly ReleasedTables[], parameters: RegisterParameters): void {
  const others = ({periods: _, ...rest}: RegisterParameters) => rest;
  for (const {name, parameters: then} of releases) {
    const isOther = (period: Period) =>
      then.periods.some((before) => before.id === period.id && !isDeepStrictEqual(before, period));
    const fault = isDeepStrictEqual(others(then), others(parameters))
      ? parameters.periods.filter(isOther).map(({id}) => `perioden ${id}`)[0]
      : "andet end periods";
    if (fault !== undefined)
      throw new Refusal(
        `settings.yaml: registers (${fault}) er ændret siden udgivelsen ${name}, hvis perioder skal stå, som de blev udgivet: sæt det tilbage, eller regn dem om med released_periods: anew.`
      );
  }
}
