import {quantile} from "d3-array";
import type {Browser} from "playwright-core";
import type {Served} from "./firstCharts.js";
import {atMost} from "./target.js";
import {telephone} from "./throttle.js";
import {interactions} from "./visit.js";

const page = "/audit/haandtering";

/** How soon a browser answers who presses the choices of a page. */
export async function benchInteractions(browser: Browser, served: Served, runs: number): Promise<string[]> {
  const all: number[] = [];
  for (let run = 0; run < runs; run++) all.push(...(await interactions(browser, served.site + page, telephone, 20)));
  return [
    `interaction to next paint on ${page}, ${all.length} presses, processor 4 times slower: 95th percentile ${atMost(quantile(all, 0.95) ?? 0, 100, "ms")}`
  ];
}
