import {decimal, percent} from "../words/format.js";

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
