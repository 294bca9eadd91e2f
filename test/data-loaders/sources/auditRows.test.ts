import {describe, expect, it} from "vitest";
import {columns, counts, csv, good, load, registration, type Fields} from "./auditExtract.js";

/** One bad row on line 4, among good ones: what rejects.csv says of it. */
const cases: {name: string; row: Fields; column: string; value: string; rule: string; expected: string}[] = [
  {name: "age abc", row: {age: "abc"}, column: "age", value: "abc", rule: "age", expected: "17 til 110"},
  {name: "age -1", row: {age: "-1"}, column: "age", value: "'-1", rule: "age", expected: "17 til 110"},
  {name: "age 16", row: {age: "16"}, column: "age", value: "16", rule: "age", expected: "17 til 110"},
  {name: "age 130", row: {age: "130"}, column: "age", value: "130", rule: "age", expected: "17 til 110"},
  {name: "age 300", row: {age: "300"}, column: "age", value: "300", rule: "age", expected: "17 til 110"},
  {name: "age 45.5", row: {age: "45.5"}, column: "age", value: "45.5", rule: "age", expected: "helt tal"},
  {name: "sex X", row: {sex: "X"}, column: "sex", value: "X", rule: "sex", expected: "female, male eller tom"},
  {
    name: "a text that is more than one region",
    row: {region: "Syddanmark/Midtjylland"},
    column: "region",
    value: "Syddanmark/Midtjylland",
    rule: "region",
    expected: "en af kodebogens regioner, som 1081 eller Nordjylland, eller 0 eller tom for ukendt"
  },
  {
    name: "a code that is no region",
    row: {region: "1099"},
    column: "region",
    value: "1099",
    rule: "region",
    expected: "kodebogens regioner"
  },
  {name: "round 0", row: {round: "0"}, column: "round", value: "0", rule: "round", expected: "fra 1"},
  {name: "round empty", row: {round: ""}, column: "round", value: "", rule: "round", expected: "fra 1"},
  {
    name: "unknown profession",
    row: {profession: "dentist"},
    column: "profession",
    value: "dentist",
    rule: "profession",
    expected: "gp, chiropractor"
  },
  {
    name: "unknown answer",
    row: {symptoms: "toothache"},
    column: "symptoms",
    value: "toothache",
    rule: "answer",
    expected: "radiation_below_knee"
  },
  {
    name: "a tick of 2",
    row: {"purpose.reassure": "2"},
    column: "purpose.reassure",
    value: "2",
    rule: "tick",
    expected: "1, 0 eller tom"
  },
  {
    name: "none with another",
    row: {"purpose.none": "1"},
    column: "purpose.none",
    value: "1",
    rule: "excludes_others",
    expected: "purpose"
  },
  {
    name: "another form's column",
    row: {referred_from: "gp"},
    column: "referred_from",
    value: "gp",
    rule: "other_form",
    expected: "spine_centre"
  },
  {
    name: "a zero on another form",
    row: {"earlier_care.gp": "0"},
    column: "earlier_care.gp",
    value: "0",
    rule: "other_form",
    expected: "chiropractor"
  },
  {
    name: "phone without a telephone form",
    row: {consultation: "phone"},
    column: "consultation",
    value: "phone",
    rule: "consultation",
    expected: "telefonformular"
  },
  {
    name: "consultation second",
    row: {consultation: "second"},
    column: "consultation",
    value: "second",
    rule: "consultation",
    expected: "first, later"
  },
  {
    name: "participant number with markup",
    row: {participant_no: "<img src=x onerror=alert(1)>"},
    column: "participant_no",
    value: "<img src=x onerror=alert(1)>",
    rule: "participant_no",
    expected: "A-Z"
  },
  {
    name: "participant number of 41 letters",
    row: {participant_no: "x".repeat(41)},
    column: "participant_no",
    value: "x".repeat(41),
    rule: "participant_no",
    expected: "1-40"
  },
  {
    name: "registration number as a formula",
    row: {registration_no: "=1+1"},
    column: "registration_no",
    value: "'=1+1",
    rule: "registration_no",
    expected: "A-Z"
  }
];

describe("a row that breaks a rule is rejected with file, line, column, value, rule and what was expected", () => {
  it.each(cases)("$name", async ({row, column, value, rule, expected}) => {
    const outcome = await load({"læger.csv": csv([...good(2), registration(row), ...good(2, 200)])});
    expect(counts(outcome)).toEqual({read: 5, kept: 4, rejected: 1});
    expect(outcome.rejects).toEqual([
      {
        fil: "læger.csv",
        linje: "4",
        kolonne: column,
        værdi: value,
        regel: rule,
        forventet: expect.stringContaining(expected)
      }
    ]);
    expect(outcome.delivery!.rejectsByRule).toEqual([{rule, label: expect.any(String), rows: 1}]);
    expect(outcome.registrations.map((r) => r.line)).toEqual([2, 3, 5, 6]);
  });
});

describe("duplicates", () => {
  it("rejects all that contradict each other, in a file and across files: which is right cannot be known", async () => {
    const outcome = await load({
      "a.csv": csv([registration(), registration({registration_no: "2"}), registration({age: "50"})]),
      "b.csv": csv([registration({registration_no: "2", age: "60"})])
    });
    expect([counts(outcome, 0), counts(outcome, 1)]).toEqual([
      {read: 3, kept: 0, rejected: 3},
      {read: 1, kept: 0, rejected: 1}
    ]);
    expect(outcome.rejects.map((r) => [r.fil, r.linje, r.kolonne, r.værdi, r.regel])).toEqual([
      ["a.csv", "2", "registration_no", "1", "duplicate"],
      ["a.csv", "3", "registration_no", "2", "duplicate"],
      ["a.csv", "4", "registration_no", "1", "duplicate"],
      ["b.csv", "2", "registration_no", "2", "duplicate"]
    ]);
    expect(outcome.rejects[2]!.forventet).toMatch(/a\.csv linje 2.*corrections: newest i settings\.yaml/);
    expect(outcome.delivery!.warnings).toEqual([
      "ADVARSEL: a.csv, b.csv, kolonne registration_no: 1 registreringer i b.csv står med andre svar i en ældre fil, så ingen af dem tæller; retter den nyeste fil de ældre, så skriv corrections: newest i settings.yaml."
    ]);
  });

  it("counts those that say the same once: a file that repeats the one before is no fault", async () => {
    const outcome = await load({"1.csv": csv(good(3)), "2.csv": csv(good(5))}, {maxRejectedPercent: 0});
    expect([counts(outcome, 0), counts(outcome, 1)]).toEqual([
      {read: 3, kept: 3, rejected: 0},
      {read: 5, kept: 2, rejected: 0, repeated: 3}
    ]);
    expect(outcome.registrations).toHaveLength(5);
    expect(outcome.delivery!.warnings).toEqual([]);
  });

  it("takes the newest file's where the settings say so, and rejects what that contradicts itself", async () => {
    const outcome = await load(
      {
        "1.csv": csv([registration(), ...good(2), registration({registration_no: "2"})]),
        "2.csv": csv([
          registration({age: "50"}),
          ...good(2),
          registration({registration_no: "2", age: "51"}),
          registration({registration_no: "2", age: "52"})
        ])
      },
      {newestWins: true}
    );
    expect([counts(outcome, 0), counts(outcome, 1)]).toEqual([
      {read: 4, kept: 0, rejected: 0, repeated: 4},
      {read: 5, kept: 3, rejected: 2}
    ]);
    expect(outcome.registrations.map((r) => [r.registration_no, r.age, r.file])).toEqual([
      ["1", 50, "2.csv"],
      ["100", 45, "2.csv"],
      ["101", 45, "2.csv"]
    ]);
  });

  it("asks about participants whose numbers differ by zeros in front alone", async () => {
    const outcome = await load({
      "runde1.csv": csv([registration({participant_no: "001"})]),
      "runde2.csv": csv([registration({participant_no: "1", round: "2"}), registration({participant_no: "A01"})])
    });
    expect(outcome.delivery!.warnings).toEqual([
      "ADVARSEL: runde1.csv, runde2.csv, kolonne participant_no: 001 og 1 (gp) tæller som hver sin deltager; er de den samme, så skriv nummeret ens i alle filer."
    ]);
  });

  it("distinguishes a telephone consultation from a visit, however it is written", async () => {
    const centre = {profession: "spine_centre", "purpose.reassure": "1"};
    const outcome = await load({
      "a.csv": csv([
        registration(centre),
        registration({...centre, consultation: "phone"}),
        registration({...centre, profession: "spine_centre_phone", consultation: "phone"})
      ])
    });
    expect(counts(outcome)).toEqual({read: 3, kept: 2, rejected: 0, repeated: 1});
    expect(outcome.registrations).toMatchObject([
      {profession: "spine_centre", consultation: "first"},
      {profession: "spine_centre_phone", consultation: "phone"}
    ]);
  });

  it("does not hold a rejected row against a later good one", async () => {
    const outcome = await load({"a.csv": csv([registration({age: "abc"}), registration()])});
    expect(counts(outcome)).toEqual({read: 2, kept: 1, rejected: 1});
    expect(outcome.rejects).toMatchObject([{linje: "2", regel: "age"}]);
  });
});

describe("typed registrations", () => {
  it("gives a tick as true, false, or NULL where the block is missing or not on the form", async () => {
    const {registrations} = await load({
      "a.csv": csv([
        registration({"actions.opioids": "0"}),
        registration({registration_no: "2", age: "", sex: "", consultation: "", "purpose.reassure": ""})
      ])
    });
    expect(registrations).toMatchObject([
      {
        age: 45,
        sex: "female",
        "purpose.reassure": true,
        "purpose.none": false,
        "purpose.certify": false,
        "actions.opioids": null,
        "earlier_care.gp": null,
        referred_from: null
      },
      {age: null, sex: null, consultation: null, "purpose.reassure": null, "purpose.none": null}
    ]);
    expect(Object.keys(registrations[0]!).slice(0, 7)).toEqual([
      "round",
      "profession",
      "participant_no",
      "registration_no",
      "consultation",
      "age",
      "sex"
    ]);
  });
});

describe("too many rejects", () => {
  it("refuses with the rule most broken, and still writes rejects.csv", async () => {
    const bad = [
      registration({age: "abc"}),
      registration({registration_no: "2", age: "130"}),
      registration({registration_no: "3", sex: "X"})
    ];
    const {refusal, rejects} = await load({"a.csv": csv([...good(37), ...bad])}, {maxRejectedPercent: 5});
    for (const part of [
      "3 af 40",
      "7,5 %",
      "tillader 5 %",
      "Ugyldig alder",
      "i 2",
      "a.csv, linje 39, kolonne age",
      "fandt »abc«",
      "17 til 110",
      "rejects.csv"
    ]) {
      expect(refusal).toContain(part);
    }
    expect(rejects).toHaveLength(3);
  });

  it("accepts as many as the settings allow", async () => {
    const outcome = await load({"a.csv": csv([...good(19), registration({age: "abc"})])}, {maxRejectedPercent: 5});
    expect(counts(outcome)).toEqual({read: 20, kept: 19, rejected: 1});
  });
});

it("a region is read by its code or its name, in any case; empty and 0 are unknown, as is a column that is not there", async () => {
  const texts = ["1083", "Syddanmark", "region syddanmark", "SYDDANMARK", "0", ""];
  const rows = texts.map((region, i) => registration({registration_no: String(i + 1), region}));
  const read = await load({"a.csv": csv(rows)});
  expect(counts(read)).toEqual({read: 6, kept: 6, rejected: 0});
  expect(read.registrations.map((row) => row.region)).toEqual(["1083", "1083", "1083", "1083", null, null]);
  const without = await load({
    "a.csv": csv(
      good(2),
      columns.filter((column) => column !== "region")
    )
  });
  expect(without.registrations.map((row) => row.region)).toEqual([null, null]);
});
