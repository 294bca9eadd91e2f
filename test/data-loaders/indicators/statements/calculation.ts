import type {Statement} from "./statement.js";

/** What the page says of how shares, limits and rates are calculated. */
export const statements: Statement[] = [
  {
    says: "Andele har Wilsons 95 %-interval.",
    file: "data-loaders/tables/registerTables.test.ts",
    title: "indicator_values: 98 municipalities, the regions and the country, with limits by hand"
  },
  {
    says:
      "Kontrolgrænserne omkring landets andel er eksakte: et område ligger uden for 95 %-grænserne, netop når " +
      "binomialfordelingen giver et antal som dets, eller et fjernere, en sandsynlighed på højst 2,5 %, og uden for " +
      "99,8 %-grænserne ved højst 0,1 %.",
    file: "statistics/funnel.test.ts",
    title: "a probability of exactly the level is outside"
  },
  {
    says:
      "Standardiserede andele er regnet indirekte: det antal, der ville være i tælleren, hvis hvert køn i hvert " +
      "tiårs aldersbånd (18-29, 30-39 … 80+) havde landets andel, sammenholdt med det, der er.",
    decides: [
      {
        of: "age_band",
        people: [
          [{born: "2006-01-15"}, "18-29"],
          [{born: "1994-01-16"}, "18-29"],
          [{born: "1994-01-15"}, "30-39"],
          [{born: "1944-01-16"}, "70-79"],
          [{born: "1944-01-15"}, "80+"],
          [{born: "1920-01-15"}, "80+"]
        ]
      }
    ]
  },
  {
    says:
      "Standardiserede andele er regnet indirekte: det antal, der ville være i tælleren, hvis hvert køn i hvert " +
      "tiårs aldersbånd (18-29, 30-39 … 80+) havde landets andel, sammenholdt med det, der er.",
    file: "data-loaders/tables/registerTables.test.ts",
    title: "indicator_values: 98 municipalities, the regions and the country, with limits by hand"
  },
  {
    says: "Det sker for det sjældneste af de to udfald, så andelen aldrig kommer over 100 %.",
    file: "statistics/standardisedProportion.test.ts",
    title: "by hand: of a common 88 % the other 12 % are compared, 6 observed of 4 expected"
  },
  {
    says:
      "Nye patienter pr. 100.000 voksne borgere har Byars 95 %-interval, rå og standardiseret. De standardiserede " +
      "er også regnet indirekte: det antal nye patienter, området ville have, hvis hvert køn i hvert aldersbånd " +
      "blandt dets borgere havde landets antal pr. 100.000, sammenholdt med det antal, det har, ganget med landets.",
    file: "data-loaders/tables/incidence.test.ts",
    title: "areas are compared as if they had the country's ages and sexes"
  },
  {
    says: "Kan folketallet ikke deles i aldersbåndene og efter køn, står kun de rå.",
    file: "data-loaders/tables/incidence.test.ts",
    title: "a count in bands that lie across the bands of age gives the crude rate only"
  },
  {
    says:
      "Farverne på kortene viser, på hvilken side af kontrolgrænserne et område ligger; de kan i stedet dele de " +
      "viste kommuner i fem lige store grupper efter andel.",
    file: "components/map/parts.test.ts",
    title: "hold a fifth each"
  }
];
