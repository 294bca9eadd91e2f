import {greatest, group, least, maxIndex, minIndex} from "d3-array";
import type {AreaRow} from "../charts/areaDots.js";
import {overlap} from "./withInterval.js";
import {count, percent, decimal} from "../words/format.js";
import {rangeOf} from "../rows/range.js";
import type {AreaShare} from "../rows/areaValue.js";
import {controlFlag, type Controlled} from "../rows/shareLimits.js";

/**
 * In which group the areas part most: highest and lowest with their intervals, and whether
 * these overlap. The country and rows that are hidden are passed over.
 * @param areas the areas compared, by id, as they stand in a sentence
 * @param say the value with its interval
 */
export function areaDifference(
  rows: readonly AreaRow[],
  areas: Record<string, string>,
  say: (row: AreaRow) => string
): string {
  const shown = rows.filter((row) => row.value !== null && areas[row.area] !== undefined);
  const pairs = [...group(shown, (row) => row.group).values()].flatMap((own) => {
    const [high, low] = [greatest(own, (row) => row.value!)!, least(own, (row) => row.value!)!];
    return own.length > 1 ? [{high, low, difference: high.value! - low.value!}] : [];
  });
  const most = greatest(pairs, (pair) => pair.difference);
  if (!most) return "Der er ikke nok tal til at sammenligne regionerne.";
  const {high, low} = most;
  if (say(high) === say(low)) return "Tallene er de samme i alle regioner.";
  const text = high.group
    ? `Størst forskel er der for »${high.group}«: ${say(high)} i ${areas[high.area]} mod ${say(low)} i ${areas[low.area]}.`
    : `Tallet er højest i ${areas[high.area]}: ${say(high)}, og lavest i ${areas[low.area]}: ${say(low)}.`;
  return `${text} ${overlap(high, low)}`.trim();
}

/** The two types of area, as a sentence names them. */
const many = {municipality: "kommuner", region: "regioner"};

/** Where the share is highest and lowest, and how many areas have none to show. */
export function areaExtremes(rows: readonly AreaShare[], level: keyof typeof many): string {
  const shown = rows.filter((row) => row.percent !== null);
  const hidden = rows.length - shown.length;
  const ranged = rows.filter((row) => rangeOf(row, "percent")).length;
  const of = `${count(hidden)} af ${count(rows.length)} ${many[level]}`;
  const missing =
    hidden === 0 ? "" : hidden === ranged ? ` For ${of} vises kun et spænd.` : ` For ${of} vises der ikke tal.`;
  if (shown.length < 2) return `Der er ikke tal nok til at sammenligne ${many[level]}.${missing}`;
  const high = shown[maxIndex(shown, (row) => row.percent!)]!;
  const low = shown[minIndex(shown, (row) => row.percent!)]!;
  const say = (row: AreaShare) => `${percent(row.percent)} i ${row.name}`;
  return `Andelen går fra ${say(low)} til ${say(high)}.${missing}`;
}

/** A row of the table `variation` on areas. */
export interface AreaVariation {
  /** Areas that are shown. */
  units: number;
  chance_share: number | null;
  scv: number | null;
  extremal_quotient: number | null;
  cv: number | null;
}

/** How much areas differ, in the usual three measures, and how much of it chance explains. */
export function areaVariation(row: AreaVariation | undefined): string {
  if (!row || row.cv === null) return "Variationen mellem områderne kan ikke beregnes for denne periode.";
  const chance =
    row.chance_share === null
      ? ""
      : row.chance_share >= 100
        ? " Hele variationen kan være tilfældig."
        : ` Tilfældighed forklarer omkring ${percent(row.chance_share, 0)} af variationen.`;
  const [scv, extremes, cv] = [number(row.scv, 1), number(row.extremal_quotient, 1), number(row.cv, 0)];
  return `Mellem de ${row.units} områder, der vises, er den systematiske variation (SCV) ${scv}, forholdet mellem højeste og laveste andel ${extremes} og variationskoefficienten ${cv} %.${chance}`;
}

function number(value: number | null, decimals: number): string {
  return value === null ? "ukendt" : decimal(value, decimals);
}

/**
 * How many areas lie outside the control limits beside how many chance alone would put there,
 * were they all alike: 1 in 20 outside the 95 % limits, 2 in 1000 outside the 99.8 % ones.
 */
export function flagged(rows: readonly Controlled[], level: keyof typeof many): string {
  const flags = rows.map(controlFlag).filter((flag) => flag !== null);
  if (flags.length === 0) return "Ingen områder har tal at sammenligne med kontrolgrænserne.";
  const outer = flags.filter((flag) => flag === "outside998").length;
  const outside = flags.filter((flag) => flag !== "inside").length;
  const expected = (share: number) => decimal(share * flags.length, share * flags.length < 1 ? 2 : 1);
  return (
    `${count(outside)} af ${count(flags.length)} ${many[level]} ligger uden for 95 %-kontrolgrænserne; alene ved tilfældighed ventes omkring ${expected(0.05)}. ` +
    `${count(outer)} ligger uden for 99,8 %-grænserne, hvor der ventes ${expected(0.002)}.`
  ).replace(/(\d) %/g, "$1\u00A0%");
}
