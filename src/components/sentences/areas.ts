import type {AreaRow} from "../charts/areaDots.js";
import {differenceInWords} from "./difference.js";
import {largestBetween} from "../rows/largestDifference.js";
import {count, decimal, interval, percent} from "../words/format.js";
import {anyShare, possible, rangeOf} from "../rows/range.js";
import type {AreaShare} from "../rows/areaValue.js";
import type {Outside} from "../rows/outside.js";
import type {Side} from "../rows/standsOut.js";
import {controlFlag, type Controlled} from "../rows/shareLimits.js";

/**
 * In which group the areas part most, the highest and the lowest with their intervals, and whether chance explains it.
 * The country is passed over.
 * @param areas the areas compared, by id, as they stand in a sentence
 * @param say the value with its interval
 * @param unit of the difference; percentage points by default, and values are then percent
 */
export function areaDifference(
  rows: readonly AreaRow[],
  areas: Record<string, string>,
  say: (row: AreaRow) => string,
  unit?: string
): string {
  const anything = unit === undefined ? anyShare : {least: 0, most: Infinity};
  const found = largestBetween(
    rows.filter(({area}) => areas[area] !== undefined),
    (row) => row.group,
    (row) => ({...row, range: row.range ?? possible(row, "value", anything)})
  );
  if (!found) return "Der er ikke nok tal til at sammenligne regionerne.";
  const {largest, compared, isProven} = found;
  const {high, low} = largest;
  if (say(high) === say(low)) return `Tallene er de samme i alle ${isProven ? "" : "viste "}regioner.`;
  const text = high.group
    ? `Størst forskel ${isProven ? "" : "blandt de viste tal "}er der for »${high.group}«: ${say(high)} i ${areas[high.area]} mod ${say(low)} i ${areas[low.area]}.`
    : `Tallet er ${isProven ? "" : "blandt de viste "}højest i ${areas[high.area]}: ${say(high)}, og lavest i ${areas[low.area]}: ${say(low)}.`;
  return `${text} ${differenceInWords(largest, compared, unit)}`;
}

/** The types of area, as a sentence names them; private hospitals are a hospital region of their own. */
const many = {municipality: "kommuner", region: "regioner", hospital: "hospitalsregioner"};

const none = {municipality: "Ingen kommune", region: "Ingen region", hospital: "Ingen hospitalsregion"};

/**
 * Which areas stand out from the country, when all that are shown are looked at together, and how many show nothing.
 * @param country the country's share, 0 to 100
 * @param sideOf on which side of the country an area lies by more than chance, when so many are looked at
 */
export function areaExtremes<Row extends AreaShare>(
  rows: readonly Row[],
  level: keyof typeof many,
  country: number | null,
  sideOf: (row: Row, compared: number) => Side | undefined
): string {
  const shown = rows.filter((row) => row.percent !== null);
  const missing = missingAreas(rows, level);
  if (shown.length < 2 || country === null) return `Der er ikke tal nok til at sammenligne ${many[level]}.${missing}`;
  const on = (side: Side) =>
    shown
      .filter((row) => sideOf(row, shown.length) === side)
      .toSorted((a, b) => (side === "above" ? b.percent! - a.percent! : a.percent! - b.percent!));
  const [above, below] = [on("above"), on("below")];
  const together = `når alle ${count(shown.length)} viste ses under ét`;
  if (above.length + below.length === 0)
    return `${none[level]} skiller sig ud fra landets ${percent(country)} med mere, end tilfældighed forklarer, ${together}.${missing}`;
  const say = (of: Row[], side: string, extreme: string) => {
    const first = of[0] && `${of[0].name} (${percent(of[0].percent)})`;
    return of.length === 0
      ? []
      : [`${side} ligger ${of.length === 1 ? first : `${count(of.length)}, ${extreme} ${first}`}`];
  };
  const sides = [...say(above, "over", "højest"), ...say(below, "under", "lavest")].join(", og ");
  return `Længere fra landets ${percent(country)}, end tilfældighed forklarer, ${together}: ${sides}.${missing}`;
}

function missingAreas(rows: readonly AreaShare[], level: keyof typeof many): string {
  const hidden = rows.filter((row) => row.percent === null).length;
  const ranged = rows.filter((row) => rangeOf(row, "percent")).length;
  const of = `${count(hidden)} af ${count(rows.length)} ${many[level]}`;
  return hidden === 0 ? "" : hidden === ranged ? ` For ${of} vises kun et spænd.` : ` For ${of} vises der ikke tal.`;
}

/** A row of the table `variation`. */
export interface AreaVariation {
  /** Areas that are shown. */
  units: number | null;
  chance_share: number | null;
  chance_share_low: number | null;
  chance_share_high: number | null;
  between_spread: number | null;
  between_spread_low: number | null;
  between_spread_high: number | null;
  scv: number | null;
  extremal_quotient: number | null;
  cv: number | null;
}

/** How much the areas that are shown differ beyond chance, in the usual measures. */
export function areaVariation(row: AreaVariation | undefined, level: keyof typeof many): string {
  if (!row || row.between_spread === null || row.cv === null)
    return "Variationen mellem områderne kan ikke beregnes for denne periode.";
  const {between_spread_low: low, between_spread_high: high} = row;
  const limits = low === null || high === null ? "" : ` (95\u00A0%-interval ${decimal(low)}–${decimal(high)})`;
  const quotient =
    row.extremal_quotient === null
      ? "forholdet mellem højeste og laveste andel ikke defineret, da den laveste er 0"
      : `forholdet mellem højeste og laveste andel ${decimal(row.extremal_quotient)}`;
  return (
    `Mellem de ${count(row.units)} ${many[level]}, hvis tal vises, er spredningen ud over tilfældighed ${decimal(row.between_spread)}\u00A0procentpoint${limits}, ` +
    `den systematiske variation (SCV) ${decimal(row.scv)}, ${quotient}, og variationskoefficienten ${percent(row.cv, 0)}. ${explainedByChance(row)}`
  );
}

/** How much of a variation chance explains: that it may be all of it, or between how much. */
export function explainedByChance({
  chance_share,
  chance_share_low,
  chance_share_high
}: Pick<AreaVariation, "chance_share" | "chance_share_low" | "chance_share_high">): string {
  if (chance_share === null || chance_share_low === null || chance_share_high === null) return "";
  if (chance_share_high >= 100) return "Forskellene kan være tilfældige alene.";
  return `Tilfældighed forklarer omkring ${percent(chance_share, 0)} af variationen (95\u00A0%-interval ${interval(chance_share_low, chance_share_high, 0)}).`;
}

/**
 * How many areas lie outside the control limits beside how many chance alone would put there at most, were they all
 * alike: 1 in 20 outside the 95 % limits, 2 in 1000 outside the 99.8 % ones.
 */
export function flagged(rows: readonly Controlled[], level: keyof typeof many): string {
  const flags = rows.map(controlFlag).filter((flag) => flag !== null);
  if (flags.length === 0) return "Ingen områder har tal at sammenligne med kontrolgrænserne.";
  const outer = flags.filter((flag) => flag === "outside998").length;
  const outside = flags.filter((flag) => flag !== "inside").length;
  const expected = (share: number) => decimal(share * flags.length, share * flags.length < 1 ? 2 : 1);
  return (
    `${count(outside)} af ${count(flags.length)} ${many[level]} ligger uden for tilfældighedens 95\u00A0%-kontrolgrænser; alene ved tilfældighed ventes højst ${expected(0.05)}. ` +
    `${count(outer)} ligger uden for 99,8\u00A0%-grænserne, hvor der højst ventes ${expected(0.002)}.`
  );
}

/**
 * How many areas lie outside limits that also hold the variance between areas; nothing where chance explains it all.
 */
export function flaggedBeyond(
  {outsideWidened, tau2}: Pick<Outside, "outsideWidened" | "tau2">,
  level: keyof typeof many
): string {
  return tau2 > 0
    ? `Uden for 95\u00A0%-grænser, der også rummer den forskel, der i øvrigt er mellem ${many[level]}, ligger ${count(outsideWidened.length)}.`
    : "";
}

/** By what patients are put in areas, and what a figure by it tells. */
const attributions = {
  residence:
    "Patienterne er fordelt efter, hvor de bor: tallene siger noget om borgerne i et område, hvor de end er behandlet. Efter hospitalets region er det omvendt, så de to slags tal kan ikke sættes ved siden af hinanden.",
  hospital:
    "Patienterne er fordelt efter regionen for det hospital, de først kom i kontakt med, og privathospitalerne er en enhed for sig: tallene siger noget om hospitalernes patienter, hvor de end bor. De er ikke tal for regionens borgere, som også kan være set på privathospital eller i en anden region, og kan ikke sættes ved siden af tal efter bopæl."
};

/** What it means that figures are by residence, or by the hospital of the first contact. */
export function attribution(by: keyof typeof attributions): string {
  return attributions[by];
}
