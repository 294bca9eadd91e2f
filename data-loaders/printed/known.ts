import {max} from "d3-array";
import type {Row} from "../engine/session.js";
import type {Codebook} from "../ground/codebook.js";
import type {DisclosureRules} from "../ground/rules.js";
import type {Settings} from "../ground/settings.js";
import {
  percentColumn,
  type Count,
  type Group,
  type GroupRelation,
  type TableProtection
} from "../tables/counted/group.js";
import {auditFigures} from "./auditFigures.js";
import {computedFrom} from "./computed.js";
import {readPrinted, type Figure, type PrintedFigures} from "./figure.js";
import {agrees, decimalsOf} from "./printedNumber.js";
import type {ComputedRegisters} from "./registers/computed.js";
import {registerFigures} from "./registers/registerFigures.js";

/** A printed figure that the tables have a place for, under the name of its file and its key. */
export type KnownFigure = Figure & Required<Pick<Figure, "at">> & {name: string};

type Reported = Pick<Settings, "root" | "disclosure" | "synthetic">;

/** The printed figures that stand in the rows of some tables, before protection or as published. */
export type FiguresIn = (tables: Record<string, Row[]>) => KnownFigure[];

/**
 * The figures of the report on the audit, where everybody has them of the data: of the twin, or of the round that the
 * settings name.
 */
export function figuresOfAudit(
  {root, disclosure, synthetic}: Reported,
  codebook: Codebook,
  isSynthetic: boolean
): FiguresIn | undefined {
  const round = reported(disclosure.audit, isSynthetic && synthetic.scale === 1);
  if (round === undefined) return undefined;
  return (tables) => {
    const own = round === "last" ? String(max(tables.audit_answers ?? [], (row) => Number(row.round))) : round;
    const ofRound = Object.entries(tables).map(([name, rows]) => [
      name,
      rows.filter((row) => String(row.round) === own)
    ]);
    const computed = computedFrom({codebook, tables: Object.fromEntries(ofRound) as typeof tables, ageRanges: []});
    return withPlace(root, auditFigures, computed);
  };
}

/** The same of the annual report: of the twin's last period, or of the one that the settings name. */
export function figuresOfRegisters(
  {root, disclosure, synthetic}: Reported,
  {parameters, ...definitions}: Omit<ComputedRegisters, "tables">,
  isSynthetic: boolean
): FiguresIn | undefined {
  const period = reported(disclosure.registers, isSynthetic && synthetic.scale === 1);
  const last = parameters.periods.findLast(({id}) => period === "last" || id === period);
  if (!last) return undefined;
  return (tables) =>
    withPlace(root, registerFigures, {...definitions, tables, parameters: {...parameters, periods: [last]}});
}

/** Which round or period the report is on. */
function reported({printed}: DisclosureRules, isTwin: boolean): string | undefined {
  if (printed === "twin") return isTwin ? "last" : undefined;
  return printed === "none" ? undefined : printed;
}

function withPlace<C>(root: string, sources: PrintedFigures<C>[], computed: C): KnownFigure[] {
  return sources.flatMap(({source, figures}) =>
    figures(readPrinted(root, source), computed).flatMap(({at, printed, ...figure}) =>
      at && at.rows.length > 0 && printed !== "" ? [{...figure, at, printed, name: `${source} ${figure.key}`}] : []
    )
  );
}

/** Those of the figures that are other than what was computed: they are known to be nobody's number here. */
export function differing(figures: KnownFigure[]): string[] {
  return figures
    .filter(({printed, computed, decimals}) => typeof computed !== "number" || !agrees(printed, computed, decimals))
    .map(({name}) => name);
}

/**
 * What printed figures say of the groups that tables count: a number, or between what a number lies that is a rounded
 * share of another. Figures of tables without counts say nothing.
 * @param notAsPrinted those of the figures that are not these numbers
 */
export function knownOf(
  figures: KnownFigure[],
  notAsPrinted: string[],
  tables: readonly {name: string; protection: TableProtection}[]
): GroupRelation[] {
  const protections = new Map(tables.map(({name, protection}) => [name, protection]));
  const others = new Set(notAsPrinted);
  return figures.flatMap(({name, printed, at, decimals = decimalsOf(printed)}): GroupRelation[] => {
    if (others.has(name)) return [];
    const counts = at.rows.flatMap((row) => protections.get(at.table)?.counts(row) ?? []);
    const groups = counts.map((count) => groupIn(at.column, count)).filter((group) => group !== undefined);
    const value = Number(printed);
    if (groups.length > 0 && groups.length === at.rows.length)
      return [
        {name: `trykt: ${name}`, terms: groups.map((group): [Group, number] => [group, 1]), low: value, high: value}
      ];
    const [share] = counts.filter((count) => percentColumn(count) === at.column);
    if (!share?.of || share.of.apart) return [];
    const percent = at.rest ? 100 - value : value;
    const half = 0.5 * 10 ** -decimals + 1e-7;
    const between = (p: number): GroupRelation["terms"] => [
      [share.group, 100],
      [share.of!.group, -p]
    ];
    return [
      {name: `trykt: ${name}`, terms: between(percent - half), low: 0, high: Infinity},
      {name: `trykt: ${name} (højst)`, terms: between(percent + half), low: -Infinity, high: 0}
    ];
  });
}

/** The group whose number a column has. */
function groupIn(column: string, {column: own, group, of}: Count): Group | undefined {
  if (column === own) return group;
  return of?.column === column ? of.group : undefined;
}
