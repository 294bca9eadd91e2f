import {group, max} from "d3-array";
import type {ChartProfession} from "./chart.js";
import {count} from "../words/format.js";

type Counted = {profession: string; total: number | null};

/** How many registrations each profession's shares are of: `Registreringer: Læger 319, Kiropraktorer 2.996`. */
export function totals(rows: Iterable<Counted>, professions: ChartProfession[]): string {
  const each = totalsByProfession(rows, professions);
  return each ? `Registreringer: ${each}` : "Ingen registreringer";
}

/**
 * The same without the word: `Læger 319, Kiropraktorer 2.996`; of shares of several groups the
 * largest. A hidden share hides its total too; a shown one of the same profession has it.
 */
export function totalsByProfession(rows: Iterable<Counted>, professions: ChartProfession[]): string {
  const byProfession = group(rows, (row) => row.profession);
  return professions
    .flatMap(({id, short}) => {
      const own = byProfession.get(id);
      return own ? [`${short} ${count(max(own, ({total}) => total))}`] : [];
    })
    .join(", ");
}
