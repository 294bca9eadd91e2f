import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {median} from "d3-array";
import type {Browser} from "playwright-core";
import type {Wanted} from "./inPage.js";
import {spread} from "./measure.js";
import {aligned, atMost} from "./target.js";
import {telephone} from "./throttle.js";
import {firstSight, shows, type Visit} from "./visit.js";

/** Where the sites of a comparison are served. */
export interface Served {
  site: string;
  drawing: string;
  handMade: string;
  withoutAnswers: string;
}

const audit = "/audit/haandtering";
const indicatorTemplate = "/register/indikatorer/[id]";

/**
 * How long a reader on a telephone waits for every page, beside a hand-made page and one that asks DuckDB-wasm.
 * `pages` holds addresses by name: of many pages made from one template each run visits
 * another, spread over all of them.
 */
export async function benchFirstCharts(
  browser: Browser,
  served: Served,
  pages: ReadonlyMap<string, string[]>,
  runs: number
): Promise<string[]> {
  const visited: {name: string; addresses: string[]; wanted: Wanted}[] = [
    {name: "finished drawing", addresses: [served.drawing]},
    {name: "hand-made page", addresses: [served.handMade]},
    ...Array.from(pages, ([name, addresses]) => ({name, addresses: addresses.map((address) => served.site + address)})),
    {name: "DuckDB-wasm page", addresses: [served.withoutAnswers + audit]}
  ].map((one) => ({...one, wanted: "chart"}));
  const addressOf = (addresses: string[], run: number) => addresses[Math.floor((run * addresses.length) / runs)]!;
  // First visits nobody measures also leave the server with everything compressed.
  for (const one of visited.slice(0, -1)) {
    for (const address of new Set(Array.from({length: runs}, (_, run) => addressOf(one.addresses, run))))
      one.wanted = await shows(browser, address);
  }
  await firstSight(browser, visited.at(-1)!.addresses[0]!, {}, "chart");

  const visits = new Map<string, Visit[]>(visited.map(({name}) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const {name, addresses, wanted} of visited)
      visits.get(name)!.push(await firstSight(browser, addressOf(addresses, run), telephone, wanted));
  }

  const of = (name: string, field: keyof Visit) => median(visits.get(name)!, (visit) => visit[field])!;
  const [drawing, handMade] = [of("finished drawing", "seconds"), of("hand-made page", "seconds")];
  const rows = visited.map(({name, wanted}) => {
    const seconds = spread(
      visits.get(name)!.map((visit) => visit.seconds),
      "s"
    );
    const [kilobytes, requests] = [of(name, "kilobytes"), of(name, "requests")];
    if (!pages.has(name)) return [name, wanted, seconds, "", "", `${kilobytes.toFixed(0)} kB`, `${requests} requests`];
    const times = [
      atMost(of(name, "seconds") / drawing, name === audit ? 1.4 : 1.6, "times", 2),
      `${(of(name, "seconds") / handMade).toFixed(2)} times`
    ];
    return [
      name,
      wanted,
      seconds,
      ...times,
      atMost(kilobytes, 45, "kB"),
      `${requests} requests`,
      `shift ${atMost(of(name, "shift"), 0, "", 3)}`,
      `largest paint ${atMost(of(name, "largest"), 1, "s", 2)}`
    ];
  });
  return [
    `first sight of a page's chart, or of its first table or text where it has none: 1.6 Mbit/s, 150 ms, processor 4 times slower,`,
    `nothing cached, ${runs} runs in turn, medians (smallest to largest), times the finished drawing and the hand-made page:`,
    ...aligned(rows)
  ];
}

/**
 * The first chart of a page that asks DuckDB-wasm, and the first map, from a server on this
 * machine and with nothing slowed down.
 */
export async function benchLocal(
  browser: Browser,
  served: Served,
  pages: ReadonlyMap<string, string[]>,
  dist: string,
  runs: number
): Promise<string[]> {
  const indicators = pages.get(indicatorTemplate)!;
  const charts: number[] = [];
  const maps: number[] = [];
  for (let run = 0; run < runs; run++) {
    charts.push((await firstSight(browser, served.withoutAnswers + audit, {}, "chart")).seconds);
    maps.push((await firstSight(browser, served.site + indicators[run % indicators.length]!, {}, "map")).seconds);
  }
  const data = join(dist, "_file/data");
  const outlines =
    gzipSync(readFileSync(join(data, readdirSync(data).find((file) => file.startsWith("geometry."))!))).length / 1000;
  return [
    `local server, nothing cached, nothing slowed down, ${runs} runs:`,
    ...aligned([
      ["first chart with DuckDB-wasm", spread(charts, "s"), `median ${atMost(median(charts)!, 3, "s", 2)}`],
      [
        "first map of an indicator",
        spread(maps, "s"),
        `median ${atMost(median(maps)!, 1.5, "s", 2)}, outlines ${atMost(outlines, 80, "kB")} compressed`
      ]
    ])
  ];
}
