import type {Person, Statement} from "./statement.js";

const cohort = "data-loaders/models/registers/cohort.test.ts";
const rules = "data-loaders/sources/registers/registerRules.test.ts";
const tables = "data-loaders/tables/registerTables.test.ts";

/** The index contact, by its own id. */
const contact = "split_part(contact_id, ' ', 2)";

/** Seen on these days. */
const seenOn = (...dates: string[]): Person => ({seen: dates.map((date) => ({id: date, date}))});
/** Seen once, with these diagnoses. */
const diagnosed = (...codes: string[]): Person => ({seen: [{id: "set", codes}]});
const livesIn = (...homes: [snapshot: string, municipality: string, region: string][]): Person => ({
  residences: homes.map(([snapshot, municipality, region]) => ({snapshot, municipality, region}))
});

/** What the page says of the patients. */
export const statements: Statement[] = [
  {
    says:
      "Patienterne i databasen er alle på mindst ${minimumAge} år, der i perioden ses på hospital med en " +
      "rygdiagnose, og som ikke er set med en i de ${yearsWithout} år før.",
    decides: [
      {
        of: contact,
        people: [
          [{...seenOn("2024-01-15"), born: "2006-01-15"}, "2024-01-15"],
          [{...seenOn("2024-01-15"), born: "2006-01-16"}, null],
          [seenOn("2023-06-30"), null],
          [seenOn("2023-07-01"), "2023-07-01"],
          [seenOn("2024-06-30"), "2024-06-30"],
          [seenOn("2024-07-01"), null],
          [diagnosed("A DI109"), null],
          [seenOn("2022-01-14", "2024-01-15"), "2024-01-15"]
        ]
      }
    ]
  },
  {
    says:
      "Den første kontakt i perioden er den, som alle vinduer regnes fra, og dagen bestemmer patientens alder, " +
      "bopælskommune og region.",
    decides: [
      {
        of: "concat_ws(' ', index_date, age, municipality, region)",
        people: [
          [
            {
              ...seenOn("2023-12-31", "2024-01-15"),
              born: "1970-01-15",
              ...livesIn(["2023-12-31", "0101", "1084"], ["2024-01-01", "0751", "1082"])
            },
            "2023-12-31 53 0101 1084"
          ]
        ]
      }
    ]
  },
  {
    says: "${otherSpecialties(registers.parameters)}",
    file: "components/sentences/otherSpecialties.test.ts",
    title: 'otherSpecialties({otherSpecialties: "medicine"})'
  },
  {
    says: "Set før er også den, hvis tidligere kontakt ligger på selve dagen så mange år før.",
    decides: [
      {
        of: contact,
        people: [
          [seenOn("2022-01-15", "2024-01-15"), null],
          [seenOn("2022-01-14", "2024-01-15"), "2024-01-15"]
        ]
      }
    ]
  },
  {
    says:
      "Den, der er for ung ved den første kontakt i perioden, kommer ikke med ved en senere, og den, hvis " +
      "fødselsdag ikke kendes, er ikke med.",
    decides: [
      {
        of: contact,
        people: [
          [{...seenOn("2023-08-01", "2024-05-01"), born: "2006-01-01"}, null],
          [{...seenOn("2024-05-01"), born: "2006-01-01"}, "2024-05-01"],
          [{...seenOn("2024-05-01"), born: null}, null]
        ]
      }
    ]
  },
  {
    says: "Kontakter, der tæller, er fysisk fremmøde og virtuel kontakt; telefon tæller ikke.",
    decides: [
      {
        of: contact,
        people: [
          [{seen: [{id: "fremmøde", type: "ALCA00"}]}, "fremmøde"],
          [{seen: [{id: "virtuel", type: "ALCA03"}]}, "virtuel"],
          [{seen: [{id: "telefon", type: "ALCA10"}]}, null],
          [{seen: [{id: "telefon", date: "2024-01-01", type: "ALCA10"}, {id: "fremmøde"}]}, "fremmøde"]
        ]
      }
    ]
  },
  {says: "Kun kontakter indberettet gennem LPR3 læses.", file: rules, title: "only LPR3"},
  {
    says: "Diagnoser er kontaktens aktionsdiagnose (A) og bidiagnoser (B), som ikke senere er afkræftet.",
    decides: [
      {
        of: contact,
        people: [
          [diagnosed("A DM545"), "set"],
          [diagnosed("A DI109", "B DM545"), "set"]
        ]
      }
    ]
  },
  {
    says: "Diagnoser er kontaktens aktionsdiagnose (A) og bidiagnoser (B), som ikke senere er afkræftet.",
    file: rules,
    title: "one revoked later is left out"
  },
  {
    says: "Henvisningsdiagnoser og tillægskoder tæller ikke.",
    decides: [
      {
        of: contact,
        people: [
          [diagnosed("A DZ039", "H DM545"), null],
          [diagnosed("A DZ039", "+ DM545"), null],
          [diagnosed("A DM545", "H DC795"), "set"],
          [diagnosed("A DM545", "+ DC795"), "set"]
        ]
      }
    ]
  },
  {
    says:
      "Er aktionsdiagnosen en rygdiagnose, gælder den, ellers den første rygdiagnose blandt bidiagnoserne efter " +
      "kode.",
    decides: [
      {
        of: "diagnosis",
        people: [
          [diagnosed("B DM479", "A DM542"), "DM542"],
          [diagnosed("A DI109", "B DM511", "B DM479", "B DI109"), "DM479"]
        ]
      }
    ]
  },
  {
    says:
      "Inflammation, kræft og brud udelader kontakten, ikke patienten: har en kontakt en diagnose fra listen " +
      "over udelukkede diagnoser, begynder den intet forløb og tæller ikke som tidligere kontakt, men patienten kan " +
      "komme med ved en anden kontakt.",
    decides: [
      {
        of: contact,
        people: [
          [diagnosed("A DM545", "B DM459"), null],
          [{seen: [{id: "kræft", date: "2023-12-01", codes: ["A DM545", "B DC795"]}, {id: "ryg"}]}, "ryg"],
          [{seen: [{id: "ryg"}, {id: "kræft", date: "2024-02-01", codes: ["A DM545", "B DC795"]}]}, "ryg"],
          [{seen: [{id: "ryg før", date: "2023-06-01"}, {id: "ryg"}]}, null]
        ]
      }
    ]
  },
  {
    says:
      "Listen er bredere end ryglidelser: den har enhver kræftdiagnose (DC) og af brud træthedsbrud og sammenfald i " +
      "ryggen (DM484 og DM485), men ikke brud ved ulykker.",
    decides: [
      {
        of: contact,
        people: [
          [diagnosed("A DM545", "B DC509"), null],
          [diagnosed("A DM484"), null],
          [diagnosed("A DM485"), null],
          [diagnosed("A DM545", "B DS320"), "set"],
          [diagnosed("A DM480"), "set"]
        ]
      }
    ]
  },
  {
    says: "Samme dag ordnes kontakter efter klokkeslæt, dem uden klokkeslæt sidst, og derefter efter kontaktens nøgle.",
    decides: [
      {
        of: contact,
        people: [
          [{seen: [{id: "a", time: "12:00"}, {id: "b", time: "08:30"}, {id: "c"}]}, "b"],
          [{seen: [{id: "a"}, {id: "b", time: "23:00"}]}, "b"],
          [{seen: [{id: "b"}, {id: "a"}]}, "a"]
        ]
      }
    ]
  },
  {
    says: "Bopælen er den i den seneste befolkningsopgørelse på eller før dagen.",
    decides: [
      {
        of: "municipality",
        people: [
          [
            livesIn(["2023-12-31", "0101", "1084"], ["2024-01-15", "0751", "1082"], ["2024-01-16", "0461", "1083"]),
            "0751"
          ],
          [livesIn(["2024-01-16", "0461", "1083"]), "unknown"]
        ]
      }
    ]
  },
  {
    says: "Siger to rækker i samme opgørelse noget forskelligt, er det ukendt, som de er uenige om.",
    decides: [
      {
        of: "municipality || ' ' || region",
        people: [
          [livesIn(["2023-12-31", "0101", "1084"], ["2023-12-31", "0751", "1082"]), "unknown unknown"],
          [livesIn(["2023-12-31", "0101", "1084"], ["2023-12-31", "0147", "1084"]), "unknown 1084"]
        ]
      }
    ]
  },
  {
    says:
      "Specialet og hospitalets region er privathospital, hvor afdelingens ejer er privat. Ellers er specialet " +
      "kontaktens, eller afdelingens, hvor kontaktens ikke kendes, og regionen afdelingens, eller kontaktens, hvor " +
      "afdelingens ikke kendes.",
    decides: [
      {
        of: "specialty || ' ' || hospital_region",
        organisations: [
          {department: "privat", private: true, specialty: "Neurokirurgi", region: "1082"},
          {department: "kirurgisk", private: false, specialty: "Neurokirurgi", region: "1082"}
        ],
        people: [
          [{seen: [{department: "privat", specialty: "Reumatologi", region: "1083"}]}, "private private"],
          [{seen: [{department: "kirurgisk", specialty: "Reumatologi", region: "1083"}]}, "medicine 1082"],
          [{seen: [{department: "kirurgisk", specialty: "Ukendt"}]}, "surgery 1082"],
          [{seen: [{department: "ukendt", specialty: "Reumatologi", region: "1083"}]}, "medicine 1083"]
        ]
      }
    ]
  },
  {
    says:
      "Afdelinger og receptudstedere kendes, som de er registreret på dagen. Gælder flere rækker, gælder den, der " +
      "begyndte sidst.",
    decides: [
      {
        of: "specialty",
        organisations: [
          {department: "skifter", private: true, valid_to: "2023-12-31"},
          {department: "skifter", private: false, valid_from: "2024-01-01"},
          {department: "dobbelt", private: false, valid_from: "2015-01-01"},
          {department: "dobbelt", private: true, valid_from: "2024-01-01", valid_to: "2024-01-31"}
        ],
        people: [
          [{seen: [{department: "skifter", date: "2023-12-31"}]}, "private"],
          [{seen: [{department: "skifter", date: "2024-01-01"}]}, "medicine"],
          [{seen: [{department: "dobbelt", date: "2024-01-31"}]}, "private"],
          [{seen: [{department: "dobbelt", date: "2024-02-01"}]}, "medicine"]
        ]
      }
    ]
  },
  {
    says:
      "Afdelinger og receptudstedere kendes, som de er registreret på dagen. Gælder flere rækker, gælder den, der " +
      "begyndte sidst. En patients receptudsteder er den, der udstedte den første recept i vinduet.",
    file: tables,
    title: "prescribers: the first one's sector on the day, one a patient"
  },
  {
    says:
      "Operationer, scanninger og planer hører til kontaktens patient, ellers til forløbets, når forløbet kun " +
      "nævner én.",
    file: rules,
    title: "whose contact was rejected or not delivered belong to the person of their course, unless it names two"
  },
  {
    says: "En tillægskode tæller ikke.",
    decides: [
      {
        of: "surgery_within_a_year",
        people: [
          [{procedures: [{code: "KABC16", type: "P", start_date: "2024-02-01"}]}, "tæller"],
          [{procedures: [{code: "KABC16", type: "+", start_date: "2024-02-01"}]}, "nævner"]
        ]
      }
    ]
  },
  {
    says: "Recepter, der er ført tilbage, trækkes fra samme persons recepter på samme lægemiddel samme dag.",
    file: rules,
    title: "taken back are netted out"
  },
  {
    says: "Fulgt er den, der hverken er død eller udvandret til og med vinduets sidste dag.",
    decides: [
      {
        of: "strong_analgesic_no_prior_use",
        people: [
          [{deaths: [{date: "2024-07-13"}]}, null],
          [{deaths: [{date: "2024-07-14"}]}, "tæller"],
          [{migrations: [{date: "2024-07-13", direction: "out"}]}, null],
          [{migrations: [{date: "2024-07-14", direction: "out"}]}, "tæller"],
          [{migrations: [{date: "2024-07-13", direction: "in"}]}, "tæller"]
        ]
      }
    ]
  },
  {
    says:
      "Hvor dødsfald eller vandringer mangler eller slutter før, er den borte, som ikke står i en senere " +
      "befolkningsopgørelse.",
    file: cohort,
    title: "after the last day of the registers of those who leave, absence from a snapshot stands in"
  },
  {
    says:
      "Folketallet er det seneste på eller før periodens første dag, ellers det første efter, og højst et år " +
      "derfra.",
    file: "data-loaders/indicators/completeness.test.ts",
    title: "a population count more than a year away is none"
  },
  {
    says:
      "Folketallet er det seneste på eller før periodens første dag, ellers det første efter, og højst et år " +
      "derfra.",
    file: tables,
    title: "incidence: adults on the period's first day, regions and country as sums"
  },
  {
    says:
      "Perioder, hvor et register begynder for sent, slutter for tidligt eller har et hul, har ingen tal for det, " +
      "der hviler på registeret.",
    file: "data-loaders/indicators/completeness.test.ts",
    title: "%s: an early end, a late beginning, a hole"
  },
  {
    says:
      "Perioder, hvor et register begynder for sent, slutter for tidligt eller har et hul, har ingen tal for det, " +
      "der hviler på registeret.",
    file: tables,
    title: "where follow-up is incomplete nothing is published, in any table that rests on it"
  }
];
