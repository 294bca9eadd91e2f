import {max, sum} from "d3-array";
import type {Row} from "../data-loaders/engine/session.js";
import type {Codebook} from "../data-loaders/ground/codebook.js";
import {isHiddenRow} from "../data-loaders/disclosure/withhold.js";
import type {KnownFigure} from "../data-loaders/printed/known.js";
import type {FiguresShown} from "../data-loaders/reconcile/figuresShown.js";
import {rangeNames} from "../data-loaders/disclosure/rangeColumns.js";
import {aligned, atLeast, atMost} from "./target.js";

/** The rows of every table of the default site, before protection and as published with ranges, in the same order. */
export interface Site {
  before: Record<string, Row[]>;
  published: Record<string, Row[]>;
  /** The printed figures that stand in the published rows. */
  figures: KnownFigure[];
  shown: FiguresShown;
}

/** The period that the annual report is on. */
const period = "2023/24";

/** A municipality with so many in a denominator has a share of its own. */
const enough = 150;

/** What readers of the default site are refused, and of the same site where nothing printed is taken as known. */
export function* refused(site: Site, nothingKnown: Site, {professions}: Codebook): Generator<string> {
  // No pyramid is drawn of these.
  const byTelephone = new Set(professions.flatMap(({id, telephoneOf}) => (telephoneOf ? [id] : [])));
  const bars = both(site, "audit_ages").filter(([row]) => !byTelephone.has(String(row.profession)));
  const unshown = bars.filter(([, shown]) => isHiddenRow(shown));
  const ofFlow = (figures: string[]) => figures.filter((figure) => figure.startsWith("dard_flow.csv ")).length;
  const [steps, stepsAnyhow] = [hiddenSteps(site), hiddenSteps(nothingKnown)];
  const all = site.shown.all.length + site.shown.beside;
  const maps = municipalities(site);
  yield "what readers are refused:";
  yield* aligned([
    [`printed figures shown exactly, or blank, of ${all}`, atLeast(exactly(site), 1140)],
    ["the same where nothing printed is known", atLeast(exactly(nothingKnown), 1060)],
    ["that, or within one percentage point", atLeast(exactly(nothingKnown) + narrow(nothingKnown), 1140)],
    [`bars of the pyramids without a number, of ${bars.length}`, atMost(unshown.length, 2)],
    ["bars without a number or a range", atMost(unshown.filter(([, {n_most: most}]) => most === null).length, 0)],
    [`printed figures of the flow shown, of ${ofFlow(site.shown.all)}`, atLeast(ofFlow(site.shown.shown), 22)],
    [`people in hidden steps of the country's flows ${period}`, atMost(steps.people, 900)],
    ["the widest range of such a step", String(steps.widest)],
    ["the same where nothing printed is known", `${stepsAnyhow.people}, ${stepsAnyhow.widest}`],
    ["municipalities without a number on a map", atMost(max(maps, ({without}) => without)!, 7)],
    [
      `of those with ${enough} or more, without a range of 2 points`,
      atMost(
        sum(maps, ({wide}) => wide),
        0
      )
    ]
  ]);
  yield "municipalities without a number, by map; of those with a large denominator, without a narrow range:";
  yield* aligned(maps.map(({map, without, wide}) => [map, String(without), String(wide)]));
}

function both({before, published}: Site, table: string): [before: Row, published: Row][] {
  return before[table]!.map((row, i) => [row, published[table]![i]!]);
}

function hiddenSteps(site: Site): {people: number; widest: number} {
  const steps = both(site, "patient_flows").filter(
    ([row, shown]) =>
      row.period === period && row.hospital_region === "all" && row.start_specialty === "all" && isHiddenRow(shown)
  );
  return {
    people: sum(steps, ([row]) => Number(row.patients)),
    widest: max(steps, ([, {patients_least: least, patients_most: most}]) => Number(most) - Number(least)) ?? 0
  };
}

function municipalities(site: Site): {map: string; without: number; wide: number}[] {
  const maps = new Map<string, {without: number; wide: number}>();
  for (const [row, shown] of both(site, "indicator_values")) {
    if (row.area_type !== "municipality") continue;
    const map = `${String(row.indicator_id)} ${String(row.period)}`;
    const counted = maps.get(map) ?? {without: 0, wide: 0};
    maps.set(map, counted);
    if (!isHiddenRow(shown)) continue;
    counted.without++;
    if (Number(row.denominator) >= enough && !(width(shown, "percent") <= 2)) counted.wide++;
  }
  return [...maps].map(([map, counted]) => ({map, ...counted}));
}

/** Printed figures shown as computed, those among them that are blank or say nothing of the data. */
function exactly({shown: {shown, beside}}: Site): number {
  return shown.length + beside;
}

/** Others of which a reader knows all but a percentage point; a count in percent of its total, or of itself. */
function narrow({figures, shown}: Site): number {
  const found = new Set(shown.shown);
  return figures.filter(({name, at: {rows, column}}) => {
    if (found.has(name)) return false;
    const widths = rows.map((row) => {
      const of = column === "value" ? (row.unit === "percent" ? "percent" : "n") : column;
      const unknown = typeof row[column] === "number" ? 0 : width(row, of);
      return of.startsWith("percent")
        ? unknown
        : (100 * unknown) / Number(row.total ?? row.denominator ?? most(row, of));
    });
    return sum(widths) <= 1;
  }).length;
}

function most(row: Row, column: string): number {
  return Number(row[rangeNames(column)[1]] ?? NaN);
}

/** Between what a hidden number of a row lies; NaN where nothing says. */
function width(row: Row, column: string): number {
  return most(row, column) - Number(row[rangeNames(column)[0]] ?? NaN);
}
