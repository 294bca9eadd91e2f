import type {Decision, Person, Statement} from "./statement.js";

const indicatorsTest = "data-loaders/indicators/indicators.test.ts";
const rules = "data-loaders/sources/registers/registerRules.test.ts";

/** Everybody was first seen on 15 January 2024. Tramadol redeemed on these days. */
const redeemed = (...dates: string[]): Person => drugs(...dates.map((date): [string, string] => ["N02AX02", date]));
const drugs = (...rows: [atc: string, date: string][]): Person => ({
  prescriptions: rows.map(([atc, date]) => ({atc, date, packages: 1}))
});
const procedures = (...rows: [code: string, start_date: string][]): Person => ({
  procedures: rows.map(([code, start_date]) => ({code, start_date, type: "P"}))
});
/** Scanned in the lumbar spine on these days. */
const scanned = (...dates: string[]) => procedures(...dates.map((date): [string, string] => ["UXME30", date]));
/** Operated on the first of these days; then a plan on the others. */
const operated = (day: string, ...plans: string[]) =>
  procedures(["KABC16", day], ...plans.map((plan): [string, string] => ["ZZ0175X", plan]));
const cared = (...rows: [code: string, week_start: string, number?: number][]): Person => ({
  services: rows.map(([code, week_start, number = 1]) => ({
    specialty: code.slice(0, 2),
    service: code.slice(2),
    week_start,
    number
  }))
});
const employed = (...rows: [month: string, degree: number][]): Person => ({
  employment: rows.map(([month, degree]) => ({month, degree}))
});
const gone = (date: string): Person => ({deaths: [{date}]});

/** That somebody left on each day, with what else is known of them. */
const left = (of: string, last: string, after: string, person: Person, answer: string): Decision => ({
  of,
  people: [
    [{...person, ...gone(last)}, null],
    [{...person, migrations: [{date: last, direction: "out"}]}, null],
    [{...person, ...gone(after)}, answer]
  ]
});

const noPriorUse = "strong_analgesic_no_prior_use";
const priorUse = "strong_analgesic_prior_use";
const retention = "labour_market_retention";
const primaryCare = "primary_care_before";
const rehabilitation = "rehabilitation_after_surgery";
const mri = "repeated_mri";
const surgery = "surgery_within_a_year";

const full: [string, number] = ["2023-01-01", 1];
const stays = employed(full, ["2025-01-01", 1]);

/** What the page says of the indicators: their texts and what they take for granted. */
export const statements: Statement[] = [
  {
    says: "Alle patienter i databasen",
    decides: [
      {
        of: surgery,
        people: [
          [{}, "nævner"],
          [{born: "2010-01-01"}, null]
        ]
      }
    ]
  },

  // Strong analgesics.
  {
    says:
      "Patienter, der ikke har indløst recept på stærk smertestillende medicin i de 3 måneder før " +
      "hospitalskontakten",
    decides: [
      {
        of: noPriorUse,
        people: [
          [redeemed("2023-10-14"), "tæller"],
          [redeemed("2023-10-15"), null],
          [redeemed("2024-01-14"), null]
        ]
      }
    ]
  },
  {
    says: "Dem, der heller ikke indløser recept på stærk smertestillende medicin 90-180 dage efter kontakten",
    decides: [
      {
        of: noPriorUse,
        people: [
          [redeemed("2024-04-13"), "tæller"],
          [redeemed("2024-04-14"), "nævner"],
          [redeemed("2024-07-13"), "nævner"],
          [redeemed("2024-07-14"), "tæller"]
        ]
      }
    ]
  },
  {
    says: "Patienter, der har indløst recept på stærk smertestillende medicin i de 3 måneder før hospitalskontakten",
    decides: [
      {
        of: priorUse,
        people: [
          [redeemed("2023-10-14"), null],
          [redeemed("2023-10-15"), "tæller"],
          [redeemed("2024-01-14"), "tæller"]
        ]
      }
    ]
  },
  {
    says: "Dem, der ikke indløser recept på stærk smertestillende medicin 90-180 dage efter kontakten",
    decides: [
      {
        of: priorUse,
        people: [
          [redeemed("2024-01-14", "2024-04-13"), "tæller"],
          [redeemed("2024-01-14", "2024-04-14"), "nævner"]
        ]
      }
    ]
  },
  {
    says:
      "Rapporten trykker ikke tællerens vindue; det antages at være det samme som for patienter uden tidligere " +
      "forbrug.",
    decides: [
      {
        of: priorUse,
        people: [
          [redeemed("2024-01-14", "2024-07-13"), "nævner"],
          [redeemed("2024-01-14", "2024-07-14"), "tæller"]
        ]
      }
    ]
  },
  {
    says: "Dagen for kontakten hører ikke til de 3 måneder før.",
    decides: [{of: priorUse, people: [[redeemed("2024-01-15"), null]]}]
  },
  {
    says: "Patienter, der dør eller fraflytter landet inden 180 dage, indgår ikke.",
    decides: [
      left(noPriorUse, "2024-07-13", "2024-07-14", {}, "tæller"),
      left(priorUse, "2024-07-13", "2024-07-14", redeemed("2024-01-14"), "tæller")
    ]
  },
  {
    says: "ATC-koderne står i kodelisten over lægemidler; rapporten trykker kun lægemidlernes navne.",
    decides: [
      {
        of: priorUse,
        people: ["N02AX02", "N02BF01", "N03AX12", "N02BF02", "N03AX16", "N06AA09", "N02BE01"].map((atc) => [
          drugs([atc, "2024-01-14"]),
          atc === "N02BE01" ? null : "tæller"
        ])
      }
    ]
  },

  // Employment.
  {
    says: "Patienter, der er 30-60 år ved den første kontakt",
    decides: [
      {
        of: retention,
        people: [
          [{...stays, born: "1994-01-16"}, null],
          [{...stays, born: "1994-01-15"}, "tæller"],
          [{...stays, born: "1963-01-16"}, "tæller"],
          [{...stays, born: "1963-01-15"}, null]
        ]
      }
    ]
  },
  {
    says: "Patienter i fuld beskæftigelse (mindst 30 timer om ugen) et år før hospitalskontakten",
    decides: [
      {
        of: retention,
        people: [
          [employed(["2023-01-01", 0.8], ["2025-01-01", 1]), null],
          [employed(["2023-01-01", 0.81], ["2025-01-01", 1]), "tæller"]
        ]
      }
    ]
  },
  {
    says: "Dem, der også er i fuld beskæftigelse et år efter kontakten",
    decides: [
      {
        of: retention,
        people: [
          [employed(full, ["2025-01-01", 0.8]), "nævner"],
          [employed(full, ["2025-01-01", 1]), "tæller"]
        ]
      }
    ]
  },
  {
    says: "Beskæftigelsen ses i den måned, hvori dagen et år før og et år efter kontakten falder.",
    decides: [
      {
        of: retention,
        people: [
          [employed(["2022-12-01", 1], ["2023-02-01", 1], ["2025-01-01", 1]), null],
          [employed(full, ["2024-12-01", 1], ["2025-02-01", 1]), "nævner"]
        ]
      }
    ]
  },
  {
    says: "Mindst 30 timer er en beskæftigelsesgrad på mindst 0,81 (37 timer er 1).",
    decides: [
      {
        of: retention,
        people: [
          [employed(full, ["2025-01-01", 0.81]), "tæller"],
          [employed(full, ["2025-01-01", 0.8099]), "nævner"]
        ]
      }
    ]
  },
  {
    says:
      "En måned uden beskæftigelsesgrad (selvstændig, timelønnet eller uden løn) tæller som 0: et år før kontakten " +
      "indgår patienten så ikke, et år efter er patienten ikke fastholdt.",
    decides: [
      {
        of: retention,
        people: [
          [employed(["2025-01-01", 1]), null],
          [employed(full), "nævner"]
        ]
      }
    ]
  },
  {
    says: "Patienter, der dør eller fraflytter landet inden et år, indgår ikke.",
    decides: [
      left(retention, "2025-01-15", "2025-01-16", stays, "tæller"),
      left(mri, "2025-01-15", "2025-01-16", scanned("2024-02-01"), "nævner")
    ]
  },

  // Care before the contact.
  {
    says:
      "Dem, der har haft kontakt med kiropraktor eller fysioterapeut med offentligt tilskud i det forudgående halve " +
      "år",
    decides: [
      {
        of: primaryCare,
        people: [
          [cared(["531015", "2023-12-04"]), "tæller"],
          [cared(["510110", "2023-12-04"]), "tæller"],
          [cared(["510110", "2023-06-05"]), "nævner"]
        ]
      }
    ]
  },
  {
    // The half year is 15 July 2023, a Saturday, to 14 January 2024, a Sunday.
    says: "Registret kender kun ugen: hele uger (mandag til søndag) inden for det halve år før kontakten tæller.",
    decides: [
      {
        of: primaryCare,
        people: [
          [cared(["510110", "2023-07-10"]), "nævner"],
          [cared(["510110", "2023-07-17"]), "tæller"],
          [cared(["510110", "2024-01-08"]), "tæller"],
          [{...cared(["510110", "2024-01-08"]), seen: [{date: "2024-01-14"}]}, "nævner"]
        ]
      }
    ]
  },
  {
    says:
      "Ydelserne lægges sammen, så en ydelse, der er taget tilbage, ikke tæller, og en ydelse til patientens barn " +
      "heller ikke.",
    decides: [
      {
        of: primaryCare,
        people: [
          [cared(["510110", "2023-12-04"], ["510110", "2023-12-11", -1]), "nævner"],
          [cared(["510110", "2023-12-04", 2], ["510110", "2023-12-11", -1]), "tæller"],
          [cared(["510110", "2023-12-04"], ["531015", "2023-12-04", -1]), "tæller"]
        ]
      }
    ]
  },
  {
    says:
      "Ydelserne lægges sammen, så en ydelse, der er taget tilbage, ikke tæller, og en ydelse til patientens barn " +
      "heller ikke.",
    file: rules,
    title: "to the person's child are left out, and numbers are summed"
  },
  {
    says: "Ydelserne står i kodelisten over ydelser; andre ydelser af en kiropraktor eller fysioterapeut tæller ikke.",
    decides: [{of: primaryCare, people: [[cared(["519999", "2023-12-04"]), "nævner"]]}]
  },

  // Operations, plans and scans.
  {
    says: "Dem, der opereres i ryggen fra den første kontakt til et år efter",
    decides: [
      {
        of: surgery,
        people: [
          [operated("2024-01-14"), "nævner"],
          [operated("2024-01-15"), "tæller"],
          [operated("2025-01-15"), "tæller"],
          [operated("2025-01-16"), "nævner"]
        ]
      }
    ]
  },
  {
    says: "Rapporten trykker ikke operationskoderne; de står i kodelisten over rygoperationer.",
    decides: [{of: surgery, people: [[procedures(["KNFB20", "2024-02-01"]), "nævner"]]}]
  },
  {
    says: "Patienter, der dør eller fraflytter landet inden et år, indgår, som definitionen siger.",
    decides: [
      {
        of: surgery,
        people: [
          [gone("2024-02-01"), "nævner"],
          [{...operated("2024-02-01"), ...gone("2024-02-01")}, "tæller"]
        ]
      }
    ]
  },
  {
    says: "Patienter, der opereres i ryggen inden for et år efter den første kontakt",
    decides: [
      {
        of: rehabilitation,
        people: [
          [operated("2024-01-14"), null],
          [operated("2024-01-15"), "nævner"],
          [operated("2025-01-15"), "nævner"],
          [operated("2025-01-16"), null]
        ]
      }
    ]
  },
  {
    says: "Dem, der får en genoptræningsplan fra operationsdagen til 30 dage efter",
    decides: [
      {
        of: rehabilitation,
        people: [
          [operated("2024-08-31", "2024-08-30"), "nævner"],
          [operated("2024-08-31", "2024-08-31"), "tæller"],
          [operated("2024-08-31", "2024-09-30"), "tæller"],
          [operated("2024-08-31", "2024-10-01"), "nævner"],
          [operated("2025-01-15", "2025-02-14"), "tæller"]
        ]
      }
    ]
  },
  {
    says: "Den første operation tæller, og planen skal være registreret fra operationsdagen og højst 30 dage efter.",
    file: indicatorsTest,
    title: "a plan on %s after an operation on 2024-08-31: %s"
  },
  {
    says: "Den første operation tæller, og planen skal være registreret fra operationsdagen og højst 30 dage efter.",
    decides: [
      {
        of: rehabilitation,
        people: [
          [procedures(["KABC16", "2024-02-01"], ["KABC16", "2024-08-01"], ["ZZ0175X", "2024-08-02"]), "nævner"],
          [procedures(["KABC16", "2024-02-01"], ["KABC16", "2024-08-01"], ["ZZ0175X", "2024-02-02"]), "tæller"]
        ]
      }
    ]
  },
  {
    says: "SKS-koderne for operationer og planer står i kodelisterne og skal bekræftes.",
    decides: [
      {of: rehabilitation, people: [[procedures(["KABC16", "2024-02-01"], ["ZZ9999", "2024-02-02"]), "nævner"]]}
    ]
  },
  {
    // 396 days after, whichever day the operation was.
    says: "Patienter, der dør eller fraflytter landet, før vinduet lukker, indgår ikke.",
    decides: [left(rehabilitation, "2025-02-14", "2025-02-15", operated("2024-02-01"), "nævner")]
  },
  {
    says: "Patienter, der er MR-skannet i rygsøjlen fra den første kontakt til et år efter",
    decides: [
      {
        of: mri,
        people: [
          [scanned("2024-01-14"), null],
          [scanned("2024-01-15"), "nævner"],
          [scanned("2025-01-15"), "nævner"],
          [scanned("2025-01-16"), null]
        ]
      }
    ]
  },
  {
    says: "Dem, der er skannet igen på en anden dag i samme tid",
    decides: [
      {
        of: mri,
        people: [
          [scanned("2024-01-15", "2025-01-15"), "tæller"],
          [scanned("2024-01-15", "2025-01-16"), "nævner"]
        ]
      }
    ]
  },
  {
    says: "Flere skanninger samme dag er én.",
    decides: [{of: mri, people: [[procedures(["UXME30", "2024-02-01"], ["UXME10", "2024-02-01"]), "nævner"]]}]
  },
  {
    says: "Skanninger før den første kontakt tæller ikke, heller ikke dem, som almen praksis har henvist til.",
    decides: [{of: mri, people: [[scanned("2024-01-14", "2024-02-01"), "nævner"]]}]
  },
  {
    says: "SKS-koderne står i kodelisten over MR-skanninger og skal bekræftes.",
    decides: [{of: mri, people: [[procedures(["UXMA00", "2024-02-01"]), null]]}]
  }
];
