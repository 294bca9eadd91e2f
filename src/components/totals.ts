import {rollup} from "d3-array";
import type {ChartProfession} from "./charts/chart.js";
import {count} from "./format.js";

/** How many registrations each profession's shares are of: `N = 319 (Læger), 2.996 (Kiropraktorer) registreringer`. */
export function totals(rows: Iterable<{profession: string; total: number | null}>, professions: ChartProfession[]): string {
  const byProfession = rollup(rows, (own) => own[0]!.total, (row) => row.profession);
  const each = professions.filter((p) => byProfession.has(p.id)).map((p) => `${p.short} ${count(byProfession.get(p.id))}`);
  return each.length > 0 ? `Registreringer: ${each.join(", ")}` : "Ingen registreringer";
}
