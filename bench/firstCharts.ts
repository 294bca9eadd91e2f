import {median} from "d3-array";
import type {Browser} from "playwright-core";
import type {Wanted} from "./inPage.js";
import {spread} from "./measure.js";
import {aligned, atMost} from "./target.js";
import {telephone} from "./throttle.js";
import {firstSight, shows, type Visit} from "./visit.js";

/** Where the three sites of a comparison are served. */
export interface Served {
  site: string;
  handMade: string;
  withoutAnswers: string;
}

const audit = "/audit/haandtering";

/** How long a reader on a telephone waits for every page, beside a hand-made page and one that asks DuckDB-wasm. */
export async function benchFirstCharts(browser: Browser, served: Served, pages: string[], runs: number): Promise<string[]> {
  const visited: {name: string; address: string; wanted: Wanted}[] = [
    {name: "hand-made page", address: served.handMade},
    ...pages.map((page) => ({name: page, address: served.site + page})),
    {name: "DuckDB-wasm page", address: served.withoutAnswers + audit}
  ].map((one) => ({...one, wanted: "chart"}));
  // A first visit nobody measures also leaves the server with everything compressed.
  for (const one of visited.slice(0, -1)) one.wanted = await shows(browser, one.address);
  await firstSight(browser, visited.at(-1)!.address, {}, "chart");

  const visits = new Map<string, Visit[]>(visited.map(({name}) => [name, []]));
  for (let i = 0; i < runs; i++) {
    for (const {name, address, wanted} of visited) visits.get(name)!.push(await firstSight(browser, address, telephone, wanted));
  }

  const of = (name: string, field: keyof Visit) => median(visits.get(name)!, (visit) => visit[field])!;
  const handMade = of("hand-made page", "seconds");
  const rows = visited.map(({name, wanted}) => {
    const seconds = spread(visits.get(name)!.map((visit) => visit.seconds), "s");
    const [kilobytes, requests] = [of(name, "kilobytes"), of(name, "requests")];
    if (!pages.includes(name)) return [name, wanted, seconds, "", `${kilobytes.toFixed(0)} kB`, `${requests} requests`];
    const times = atMost(of(name, "seconds") / handMade, name === audit ? 1.3 : 1.6, "times", 2);
    return [name, wanted, seconds, times, atMost(kilobytes, 200, "kB"), atMost(requests, 12, "requests")];
  });
  return [
    `first sight of a page's chart, or of its first table or text where it has none: 1.6 Mbit/s, 150 ms, processor 4 times slower,`,
    `nothing cached, ${runs} runs in turn, medians (smallest to largest), times the hand-made page:`,
    ...aligned(rows)
  ];
}

/** The first chart of a page that asks DuckDB-wasm, from a server on this machine and with nothing slowed down. */
export async function benchLocal(browser: Browser, served: Served, runs: number): Promise<string[]> {
  const seconds: number[] = [];
  for (let i = 0; i < runs; i++) seconds.push((await firstSight(browser, served.withoutAnswers + audit, {}, "chart")).seconds);
  return [`first chart with DuckDB-wasm, local server, nothing cached, nothing slowed down, ${runs} runs: ${spread(seconds, "s")}, median ${atMost(median(seconds)!, 3, "s", 2)}`];
}
