import {median, quantile} from "d3-array";
import type {Browser} from "playwright-core";
import type {Served} from "./firstCharts.js";
import {aligned, atMost} from "./target.js";
import {telephone, type Throttle} from "./throttle.js";
import {changes} from "./visit.js";

const page = "/audit/haandtering";

/** How soon a changed choice is drawn: with answers computed beforehand, and with DuckDB-wasm once it is loaded. */
export async function benchChanges(browser: Browser, served: Served, runs: number): Promise<string[]> {
  const slowed: [string, Throttle, Throttle][] = [
    ["processor 4 times slower", telephone, {processor: telephone.processor}],
    ["nothing slowed down", {}, {}]
  ];
  const rows: string[][] = [];
  for (const [name, published, loaded] of slowed) {
    const arrivals: number[] = [];
    const later: number[] = [];
    const asked: number[] = [];
    for (let i = 0; i < runs; i++) {
      // The first change fetches the file with all other answers of its cell.
      const [first, ...others] = await changes(browser, served.site + page, published, 21);
      arrivals.push(first!.drawn - (first!.arrived ?? first!.changed));
      later.push(...others.map(({changed, drawn}) => drawn - changed));
      // The first change may load another table.
      const [, ...queries] = await changes(browser, served.withoutAnswers + page, loaded, 41);
      asked.push(...queries.map(({changed, drawn}) => drawn - changed));
    }
    rows.push(
      [name, "first change, from its answer's arrival", `median ${atMost(median(arrivals)!, 100, "ms")}`],
      [name, `${later.length} later changes`, `95th percentile ${atMost(quantile(later, 0.95)!, 100, "ms")}`],
      [
        name,
        `${asked.length} changes with DuckDB-wasm loaded`,
        `95th percentile ${atMost(quantile(asked, 0.95)!, 150, "ms")}`
      ]
    );
  }
  return [
    `from a changed choice on ${page} to the chart, ${runs} runs (DuckDB's worker is not slowed down):`,
    ...aligned(rows)
  ];
}
