import {randomBinomial, randomLcg} from "d3-random";
import {expect, test} from "vitest";
import type {KeptEdition} from "../../../data-loaders/news/edition.js";
import type {Share} from "../../../data-loaders/news/moved.js";
import {latestNews, newsSince, noNews} from "../../../data-loaders/news/news.js";
import {defaultParameters} from "../../../data-loaders/ground/parameters.js";
import type {Text} from "../../../data-loaders/news/texts.js";
import type {RegisterFacts} from "../../../data-loaders/facts/registerFacts.js";
import {controlLimits} from "../../../src/statistics/funnel.js";

const {periods, ...parameters} = defaultParameters;
const ids = ["mri", "surgery"];
const words = {
  indicators: [
    {
      id: "mri",
      title: "Gentagen MR-skanning",
      numerator: "Dem, der skannes igen",
      direction: "low",
      target: {percent: 20, source: "rapporten"}
    },
    {id: "surgery", title: "Opereret", numerator: "Dem, der opereres", direction: "none", target: null}
  ],
  areas: [
    {type: "country", id: "country", name: "Hele landet"},
    {type: "region", id: "1083", name: "Syddanmark"},
    {type: "municipality", id: "0825", name: "Læsø", region: "1081"}
  ]
} as unknown as Pick<RegisterFacts, "indicators" | "areas">;

/** A published row; a hidden one has no numbers. */
function share(
  [indicator_id, period, area]: [string, string, string],
  counts: [numerator: number, denominator: number] | null,
  [low, high]: [number | null, number | null] = [null, null]
): Share {
  const area_type = area === "country" ? "country" : area === "1083" ? "region" : "municipality";
  return {
    indicator_id,
    period,
    area_type,
    area_id: area,
    numerator: counts?.[0] ?? null,
    denominator: counts?.[1] ?? null,
    control_low_998: low,
    control_high_998: high
  };
}

const edition = (shares: Share[], more: Partial<KeptEdition> = {}): KeptEdition => ({
  name: "2026-03-01",
  periods,
  parameters,
  threshold: 5,
  tables: ["indicator_values"],
  shares,
  rounds: [1],
  texts: [],
  ...more
});

const said = (then: KeptEdition, now: KeptEdition) =>
  newsSince(then, now, words).items.map(({kind, subject, sentence}) =>
    `${kind}: ${subject}. ${sentence}`.replaceAll("\u00A0", " ")
  );

test("an indicator has moved when the country's newest share is another beyond chance", () => {
  const then = edition([
    share(["mri", "2022/23", "country"], [200, 1000]),
    share(["surgery", "2022/23", "country"], [100, 1000])
  ]);
  const now = edition([
    ...then.shares,
    share(["mri", "2023/24", "country"], [300, 1000]),
    share(["surgery", "2023/24", "country"], [110, 1000])
  ]);
  expect(said(then, now)).toEqual([
    "moved: »Gentagen MR-skanning« i hele landet. Andelen er steget fra 20,0 % i 2022/23 til 30,0 % i 2023/24, en forringelse. " +
      // scipy: beta.ppf, as in test/statistics/surelyDifferent.test.ts.
      "Forskellen er 3,2 til 16,7 procentpoint, når alle indikatorer ses under ét. Andelen tæller dem, der skannes igen.",
    "come: Registrenes periode 2023/24. Offentliggøres for første gang."
  ]);
});

test("an area has crossed a limit when it surely moved, and lies on the other side; a hidden one is not mentioned", () => {
  const then = edition([
    share(["mri", "2022/23", "country"], [2000, 10_000]),
    share(["mri", "2022/23", "1083"], [150, 1000], [16, 24]),
    share(["mri", "2022/23", "0825"], null)
  ]);
  const now = edition([
    share(["mri", "2023/24", "country"], [2000, 10_000]),
    share(["mri", "2023/24", "1083"], [300, 1000], [16, 24]),
    share(["mri", "2023/24", "0825"], [40, 50], [5, 40])
  ]);
  expect(said(then, now).filter((one) => one.startsWith("crossed"))).toEqual([
    "crossed: »Gentagen MR-skanning« i Region Syddanmark. Andelen lå under og ligger nu over 99,8 %-grænserne for, hvad tilfældighed gør omkring landets andel. " +
      "Andelen er steget fra 15,0 % i 2022/23 til 30,0 % i 2023/24.",
    "crossed: »Gentagen MR-skanning« i Region Syddanmark. Andelen lå under målet på 20 % og ligger nu på eller over det. " +
      "Andelen er steget fra 15,0 % i 2022/23 til 30,0 % i 2023/24."
  ]);
});

test.each([
  ["four more with the outcome", [204, 1004], false],
  ["ten more, of whom four have it", [204, 1010], false],
  ["six more with it, and four fewer without", [206, 1002], false],
  ["six more with it, and five fewer without: one more in all", [206, 1001], false],
  ["ten more, of whom five have it", [205, 1010], true],
  ["five more with it, and five fewer without", [205, 1000], true],
  ["nobody", [200, 1000], false]
] as const)("a late correction, %s: told only where no change is of few", (_, [y, n], isTold) => {
  const then = edition([share(["mri", "2022/23", "country"], [200, 1000])]);
  const now = edition([share(["mri", "2022/23", "country"], [y, n])]);
  expect(newsSince(then, now, words).items.map(({kind}) => kind)).toEqual(isTold ? ["anew"] : []);
});

const text = (about: string, part: string, words: string): Text => ({about, address: "skemaer", part, text: words});

test("an edited text is told with what it said and says; numbers by another definition are not compared", () => {
  const about = "Definitionen af »Gentagen MR-skanning«";
  const then = edition([share(["mri", "2022/23", "country"], [200, 1000])], {
    texts: [
      text(about, "Tæller", "Skannet igen"),
      text(about, "Kilde", "Rapporten"),
      text("Kodelisten »A«", "DM47", "Slid")
    ]
  });
  const now = edition([share(["mri", "2023/24", "country"], [600, 1000])], {
    texts: [
      text(about, "Tæller", "Skannet igen\n\nInden for et år"),
      text(about, "Kilde", "Rapporten"),
      text("Kodelisten »B«", "DM48", "Andet")
    ]
  });
  const {items, notCompared} = newsSince(then, now, words);
  expect(items.filter(({kind}) => kind === "texts")).toEqual([
    {
      kind: "texts",
      subject: "Definitionen af »Gentagen MR-skanning«",
      sentence: "Teksten er ændret.",
      address: "skemaer",
      changes: [{part: "Tæller", before: [], after: ["Inden for et år"]}]
    }
  ]);
  expect(items.some(({kind}) => kind === "moved")).toBe(false);
  expect(notCompared).toEqual(["Definitionen er ændret, så tallene er ikke sammenholdt for »Gentagen MR-skanning«."]);
  expect(said(then, now)).toEqual(
    expect.arrayContaining([
      "come: Kodelisten »B«. Offentliggøres for første gang.",
      "gone: Kodelisten »A«. Offentliggøres ikke mere."
    ])
  );
});

test("a release that kept no texts is compared by its numbers, and the page says so", () => {
  const {notCompared} = newsSince(edition([], {texts: undefined}), edition([]), words);
  expect(notCompared).toEqual([
    "Udgivelsen gemte ikke teksterne, så definitioner, kodelister og tekster er ikke sammenholdt."
  ]);
});

test("it is compared with the newest release that says anything else; with none there are no news", () => {
  const same = edition([], {name: "2026-11-01"});
  const older = edition([], {name: "2026-03-01", rounds: []});
  expect(latestNews([same, older], same, words)).toMatchObject({since: "2026-03-01", items: [{kind: "come"}]});
  expect(latestNews([same], same, words)).toMatchObject({since: "2026-11-01", items: []});
  expect(latestNews([], same, words)).toEqual(noNews);
});

test("of twenty pairs of releases without change none has news of numbers", () => {
  const random = randomLcg(0.21);
  const sizes = Array.from({length: 104}, (_, i) => 12 + Math.round(2000 * (i / 104) ** 3));
  // Areas truly differ, and some lie at a limit: none of them changes.
  const truth = new Map(ids.map((id) => [id, sizes.map(() => 0.05 + 0.4 * random())]));
  const drawn = (period: string): Share[] =>
    ids.flatMap((id) => {
      const counts = sizes.map((n, i) => [randomBinomial.source(random)(n, truth.get(id)![i]!)(), n] as const);
      const [y, n] = [0, 1].map((at) => counts.reduce((sum, count) => sum + count[at]!, 0));
      const areas = counts.map(([own, of], i) => {
        const {low, high} = controlLimits(y! / n!, of, 0.998);
        const isHidden = own > 0 && own < 5;
        return share([id, period, `m${i}`], isHidden ? null : [own, of], [100 * low, 100 * high]);
      });
      return [share([id, period, "country"], [y!, n!]), ...areas];
    });
  const everywhere = {
    ...words,
    areas: sizes.map((_, i) => ({type: "municipality" as const, id: `m${i}`, name: `${i}`}))
  };
  let crossedByChance = 0;
  for (let pair = 0; pair < 20; pair++) {
    const [then, now] = [edition(drawn("2022/23")), edition(drawn("2023/24"))];
    const items = newsSince(then, now, everywhere).items;
    expect(items.filter(({kind}) => kind !== "come" && kind !== "gone")).toEqual([]);
    crossedByChance += now.shares.filter((one, i) => beyond(one) !== beyond(then.shares[i]!)).length;
  }
  // Chance alone takes many areas over a limit, which is no news.
  expect(crossedByChance).toBeGreaterThan(100);
});

function beyond({numerator, denominator, control_low_998: low, control_high_998: high}: Share): boolean {
  const percent = (100 * (numerator ?? 0)) / (denominator ?? 1);
  return high !== null && low !== null && (percent > high || percent < low);
}
