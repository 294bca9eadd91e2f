import {describe, expect, it} from "vitest";
import {
  citizen,
  contact,
  csv,
  diagnosis,
  load,
  prescription,
  procedure,
  service,
  type Outcome
} from "./registerExtract.js";
import {people, whole} from "./wholeRegisters.js";

/** A delivery of 200 people without fault, but for the rows of one register. */
function delivered(changes: Record<string, string> = {}, leastKnownPercent = 5): Promise<Outcome> {
  return load({...whole, ...changes}, [], {settings: {leastKnownPercent}});
}

const lmdb = (change: (pnr: string, i: number) => string) => ({
  "lmdb/lmdb.csv": csv(people.map((pnr, i) => prescription({pnr: change(pnr, i)})))
});

it("a delivery without fault has no warning, and every key and code is counted", async () => {
  const {delivery} = await delivered();
  expect(delivery!.warnings).toEqual([]);
  expect(delivery!.meetings.map(({kind, column, other, all, known}) => [kind, column, other, all, known])).toEqual([
    ["lpr_contacts", "pnr", "bef", 200, 200],
    ["lmdb", "pnr", "bef", 200, 200],
    ["sssy", "pnr", "bef", 200, 200],
    ["lpr_diagnoses", "dw_ek_kontakt", "lpr_contacts", 200, 200],
    ["lpr_surgical_procedures", "dw_ek_kontakt", "lpr_contacts", 200, 200],
    ["lpr_contacts", "sorenhed_ans", "lpr_organisations", 1, 1],
    ["lpr_contacts", "kontakttype", "contact_types", 200, 200],
    ["lpr_contacts", "hovedspeciale_ans", "specialties", 200, 200],
    ["lpr_diagnoses", "diagnosekode", "back_diagnoses", 200, 200],
    ["lpr_diagnoses", "diagnosetype", "A og B", 200, 200],
    ["lpr_surgical_procedures", "procedurekode", "spine_surgery, mri, rehabilitation", 200, 200],
    ["lmdb", "atc", "drugs", 200, 200],
    ["sssy", "speciale", "service_codes", 200, 200]
  ]);
});

describe("next to nothing known refuses the delivery", () => {
  it.each<[string, Record<string, string>, RegExp]>([
    [
      "keys of another project",
      lmdb((_, i) => `X${i}`),
      /^lmdb\.csv, kolonne pnr: 0 af 200 nøgler kendes i bef; hent begge udtræk igen med de samme nøgler/
    ],
    [
      "keys in capitals",
      lmdb((pnr) => pnr.toUpperCase()),
      /0 af 200 nøgler kendes i bef, men 200 til ville med foranstillede nuller eller andre bogstaver;/
    ],
    [
      "five digits of specialty and service",
      {"sssy/sssy.csv": csv(people.map((pnr) => service({pnr, speciale: "53101"})))},
      /^sssy\.csv, kolonne speciale: 0 af 200 koder står i kodelisten service_codes; ret koderne i udtrækket/
    ],
    [
      "codes of no list",
      {"lmdb/lmdb.csv": csv(people.map((pnr) => prescription({pnr, atc: "2AX02"})))},
      /^lmdb\.csv, kolonne atc: 0 af 200 koder står i kodelisten drugs/
    ],
    [
      "specialties in English",
      {
        "lpr_contacts/kontakter.csv": csv(
          people.map((pnr) => contact({pnr, dw_ek_kontakt: `k${pnr}`, hovedspeciale_ans: "Orthopaedics"}))
        )
      },
      /^kontakter\.csv, kolonne hovedspeciale_ans: 0 af 200 koder står i kodelisten specialties/
    ]
  ])("%s", async (_, changes, sentence) => {
    expect((await delivered(changes)).refusal).toMatch(sentence);
  });

  it("unless the settings allow it", async () => {
    const {delivery} = await delivered(
      lmdb((_, i) => `X${i}`),
      0
    );
    expect(delivery!.warnings).toEqual([
      "ADVARSEL: lmdb.csv, kolonne pnr: 0 af 200 nøgler kendes i bef; hent begge udtræk igen med de samme nøgler, hele og som tekst."
    ]);
  });
});

describe("less than usual warns, in a line that names file and column", () => {
  it("a few keys that are written otherwise", async () => {
    const {delivery} = await delivered(lmdb((pnr, i) => (i < 2 ? pnr.toUpperCase() : pnr)));
    expect(delivery!.warnings).toEqual([
      "ADVARSEL: lmdb.csv, kolonne pnr: 198 af 200 nøgler kendes i bef, men 2 til ville med foranstillede nuller eller andre bogstaver; hent begge udtræk igen med de samme nøgler, hele og som tekst."
    ]);
  });

  it("many keys that nobody knows", async () => {
    const {delivery} = await delivered(lmdb((pnr, i) => (i < 60 ? `X${i}` : pnr)));
    expect(delivery!.warnings).toEqual([expect.stringMatching(/^ADVARSEL: lmdb\.csv, kolonne pnr: 140 af 200 nøgler/)]);
  });
});

it("an operation is known by its contact or by its course", async () => {
  const {delivery} = await delivered({
    "lpr_surgical_procedures/kirurgi.csv": csv(
      people.map((pnr, i) => procedure({dw_ek_kontakt: i % 2 ? "" : "unknown", dw_ek_forloeb: `f${pnr}`}))
    )
  });
  expect(delivery!.warnings).toEqual([]);
  expect(delivery!.meetings.find(({kind}) => kind === "lpr_surgical_procedures")).toMatchObject({all: 200, known: 200});
});

it("a population count whose civil status is not told apart is rejected: people would count several times", async () => {
  const row = {område: "101", køn: "1", alder: "30", tid: "2023K1", indhold: "500"};
  const outcome = await delivered({
    "population/folk1a.csv": csv([row, {...row, indhold: "200"}, {...row, alder: "31"}])
  });
  expect(outcome.rejects.map((r) => [r.linje, r.kolonne, r.regel])).toEqual([
    ["2", "område", "duplicate"],
    ["3", "område", "duplicate"]
  ]);
});

it("FOLK1A in English", async () => {
  const row = {
    region: "Copenhagen",
    sex: "Men",
    age: "30 years",
    "marital status": "Total",
    time: "2023Q1",
    contents: "5"
  };
  const {rows} = await load(
    {
      "bef/a.csv": csv([citizen()]),
      "lpr_contacts/a.csv": csv([contact()]),
      "lpr_diagnoses/a.csv": csv([diagnosis()]),
      "population/a.csv": csv([
        row,
        {...row, sex: "Total"},
        {...row, "marital status": "Married"},
        {...row, region: "All Denmark"}
      ])
    },
    ["SELECT area_id, sex, age, number FROM population ORDER BY area_id"]
  );
  expect(rows[0]).toEqual([
    {area_id: "0101", sex: "male", age: 30, number: 5},
    {area_id: "country", sex: "male", age: 30, number: 5}
  ]);
});
