import {decimal, percent} from "../format.js";

/** A row of the table `variation` on areas. */
export interface AreaVariation {
  chance_share: number | null;
  scv: number | null;
  extremal_quotient: number | null;
  cv: number | null;
}

/** How much areas differ, in the usual three measures, and how much of it chance explains. */
export function areaVariation(row: AreaVariation | undefined): string {
  if (!row || row.cv === null) return "Variationen mellem områderne kan ikke beregnes for denne periode.";
  const chance = row.chance_share === null ? "" : row.chance_share >= 100 ? " Hele variationen kan være tilfældig." : ` Tilfældighed forklarer omkring ${percent(row.chance_share, 0)} af variationen.`;
  return `Systematisk variation (SCV): ${number(row.scv)}. Forholdet mellem højeste og laveste andel: ${number(row.extremal_quotient)}. Variationskoefficient: ${number(row.cv)}.${chance}`;
}

function number(value: number | null): string {
  return value === null ? "kan ikke beregnes" : decimal(value, 2);
}
