import {describe, expect, it} from "vitest";
import {
  codelists,
  citizen,
  contact,
  counts,
  csv,
  diagnosis,
  load,
  needed,
  prescription,
  procedure,
  service
} from "./registerExtract.js";

// Each test shows what the rule changes: `raw` is what the rows say without it.

describe("hospital contacts", () => {
  it("only LPR3: its history would count the same contact twice", async () => {
    const rows = [
      contact(),
      contact({dw_ek_kontakt: "old", lprindberetningssystem: "LPR2"}),
      contact({dw_ek_kontakt: "mini", lprindberetningssystem: "MiniPAS"})
    ];
    const outcome = await load({...needed, "lpr_contacts/a.csv": csv(rows)}, ["SELECT contact_id FROM contacts"]);
    expect(counts(outcome, "lpr_contacts")).toEqual({read: 3, kept: 1, leftOut: 2, rejected: 0});
    expect(outcome.rows[0]).toEqual([{contact_id: "100"}]);
    expect(outcome.delivery!.leftOut).toMatchObject([
      {kind: "lpr_contacts", reason: "other_reporting_system", rows: 2}
    ]);
  });

  it("a contact without a patient is rejected", async () => {
    const outcome = await load({
      ...needed,
      "lpr_contacts/a.csv": csv([contact(), contact({dw_ek_kontakt: "101", pnr: ""})])
    });
    expect(counts(outcome, "lpr_contacts")).toEqual({read: 2, kept: 1, leftOut: 0, rejected: 1});
    expect(outcome.rejects).toMatchObject([
      {fil: "a.csv", linje: "3", kolonne: "pnr", regel: "empty", forventet: "udfyldt"}
    ]);
  });

  it("the same contact in two files counts once, also where it has ended since; contradictions are all rejected", async () => {
    const other = contact({dw_ek_kontakt: "101"});
    const outcome = await load(
      {
        ...needed,
        "lpr_contacts/a.csv": csv([contact({dato_slut: ""}), contact(), other, contact({dw_ek_kontakt: "102"})]),
        "lpr_contacts/b.csv": csv([contact(), {...other, pnr: "p2"}])
      },
      ["SELECT contact_id, person_id, file, line FROM contacts ORDER BY ALL"]
    );
    expect([counts(outcome, "lpr_contacts"), counts(outcome, "lpr_contacts", 1)]).toEqual([
      {read: 4, kept: 2, leftOut: 1, rejected: 1},
      {read: 2, kept: 0, leftOut: 1, rejected: 1}
    ]);
    expect(outcome.rows[0]).toEqual([
      {contact_id: "100", person_id: "p1", file: "a.csv", line: 2},
      {contact_id: "102", person_id: "p1", file: "a.csv", line: 5}
    ]);
    expect(outcome.rejects.map((r) => [r.fil, r.linje, r.regel])).toEqual([
      ["a.csv", "4", "duplicate"],
      ["b.csv", "3", "duplicate"]
    ]);
  });

  it("regions by code or name; a text that names none is rejected", async () => {
    const regions = ["1084", "Region Hovedstaden", "hovedstaden", "", "NA", "Region Nord", "1099"];
    const rows = regions.map((region_ans, i) => contact({dw_ek_kontakt: String(i), region_ans}));
    const outcome = await load({...needed, "lpr_contacts/a.csv": csv(rows)}, [
      "SELECT region FROM contacts ORDER BY line"
    ]);
    expect(outcome.rows[0]).toEqual(["1084", "1084", "1084", null, null].map((region) => ({region})));
    expect(outcome.rejects.map((r) => [r.værdi, r.regel])).toEqual([
      ["Region Nord", "region"],
      ["1099", "region"]
    ]);
  });
});

describe("a contact before the person's birth", () => {
  const early = [
    contact({dw_ek_kontakt: "101", dato_start: "1970-05-01", dato_slut: ""}),
    contact({dw_ek_kontakt: "102", dato_start: "1970-04-30", dato_slut: ""})
  ];
  const files = {
    ...needed,
    "lpr_contacts/a.csv": csv([contact(), ...early]),
    "lpr_contacts/b.csv": csv([contact({dw_ek_kontakt: "103", pnr: "unknown", dato_start: "1969-01-01"})])
  };

  it("is rejected where it stands: which of the two days is wrong cannot be known", async () => {
    const outcome = await load(files, ["SELECT contact_id, line FROM contacts ORDER BY ALL"]);
    expect([counts(outcome, "lpr_contacts"), counts(outcome, "lpr_contacts", 1)]).toEqual([
      {read: 3, kept: 2, leftOut: 0, rejected: 1},
      {read: 1, kept: 1, leftOut: 0, rejected: 0}
    ]);
    expect(outcome.rows[0]).toEqual([
      {contact_id: "100", line: 2},
      {contact_id: "101", line: 3},
      {contact_id: "103", line: 2}
    ]);
    expect(outcome.rejects).toMatchObject([
      {
        fil: "a.csv",
        linje: "4",
        kolonne: "dato_start",
        værdi: "1970-04-30",
        regel: "before_birth",
        forventet: "en dag fra personens fødselsdag i befolkningsregisteret, 1970-05-01, og frem"
      }
    ]);
  });

  it("more of them than the settings allow stop the run in one sentence", async () => {
    expect((await load(files, [], {maxRejectedPercent: 5})).refusal).toMatch(
      /^1 af 4 rækker i lpr_contacts \(25 %\) er afvist.*»Kontakt før fødslen« \(before_birth\), første gang i a\.csv, linje 4, kolonne dato_start: fandt »1970-04-30«, men ventede en dag fra personens fødselsdag i befolkningsregisteret, 1970-05-01, og frem; ret rækkerne i .*\.csv\.$/
    );
  });
});

describe("diagnoses", () => {
  it("one revoked later is left out", async () => {
    const rows = [diagnosis(), diagnosis({diagnosekode: "DM511", senere_afkraeftet: "Ja"})];
    const outcome = await load({...needed, "lpr_diagnoses/a.csv": csv(rows)}, ["SELECT code FROM diagnoses"]);
    expect(counts(outcome, "lpr_diagnoses")).toEqual({read: 2, kept: 1, leftOut: 1, rejected: 0});
    expect(outcome.rows[0]).toEqual([{code: "DM545"}]);
  });

  it("an add-on code is distinguished from a diagnosis of its own", async () => {
    const rows = [
      diagnosis({diagnosekode: "DS934"}),
      diagnosis({diagnosekode: "DM545", diagnosetype: "+", diagnosekode_parent: "DS934"})
    ];
    const outcome = await load({...needed, "lpr_diagnoses/a.csv": csv(rows)}, [
      "SELECT count(*) AS raw, count_if(type IN ('A', 'B')) AS own FROM diagnoses WHERE code LIKE 'DM54%'",
      "SELECT parent_code FROM diagnoses WHERE type = '+'"
    ]);
    expect(outcome.rows).toEqual([[{raw: 1, own: 0}], [{parent_code: "DS934"}]]);
  });

  it("a code without its D, or with a dot, is rejected", async () => {
    const outcome = await load({
      ...needed,
      "lpr_diagnoses/a.csv": csv(["DM545", "M545", "D509", "DM54.5"].map((diagnosekode) => diagnosis({diagnosekode})))
    });
    expect(counts(outcome, "lpr_diagnoses").rejected).toBe(3);
    expect(outcome.rejects[0]).toMatchObject({kolonne: "diagnosekode", værdi: "M545", regel: "code"});
  });
});

describe("procedures", () => {
  const rows = [procedure(), procedure({dw_ek_kontakt: "", procedurekode: "KABC36"})];

  it("without a contact belong to the person of their course: an inner join would drop them", async () => {
    const outcome = await load({...needed, "lpr_surgical_procedures/a.csv": csv(rows)}, [
      "SELECT code, person_id, kind FROM procedures ORDER BY code",
      "SELECT count(*) AS raw FROM procedures JOIN contacts USING (contact_id)"
    ]);
    expect(outcome.rows[0]).toEqual([
      {code: "KABC26", person_id: "p1", kind: "surgical"},
      {code: "KABC36", person_id: "p1", kind: "surgical"}
    ]);
    expect(outcome.rows[1]).toEqual([{raw: 1}]);
  });

  it("whose contact was rejected or not delivered belong to the person of their course, unless it names two", async () => {
    const other = contact({dw_ek_kontakt: "101", pnr: "p2", dw_ek_forloeb: "901"});
    const outcome = await load(
      {
        ...needed,
        "lpr_contacts/a.csv": csv([
          contact(),
          contact({dw_ek_kontakt: "110", dato_slut: "2000-01-01"}),
          other,
          {...other, dw_ek_kontakt: "102", dw_ek_forloeb: "902"},
          {...other, dw_ek_kontakt: "103", dw_ek_forloeb: "902", pnr: "p3"}
        ]),
        "lpr_other_procedures/a.csv": csv([
          procedure({dw_ek_kontakt: "110", procedurekode: "UXME10"}),
          procedure({dw_ek_kontakt: "999", procedurekode: "UXME20", dw_ek_forloeb: "901"}),
          procedure({dw_ek_kontakt: "999", procedurekode: "UXME30", dw_ek_forloeb: "902"}),
          procedure({dw_ek_kontakt: "NA", procedurekode: "UXME40"})
        ])
      },
      ["SELECT code, person_id FROM procedures ORDER BY code"]
    );
    expect(outcome.rows[0]).toEqual([
      {code: "UXME10", person_id: "p1"},
      {code: "UXME20", person_id: "p2"},
      {code: "UXME30", person_id: null},
      {code: "UXME40", person_id: "p1"}
    ]);
  });

  it("with neither contact nor course is rejected", async () => {
    const outcome = await load({
      ...needed,
      "lpr_other_procedures/a.csv": csv([...rows, procedure({dw_ek_kontakt: "", dw_ek_forloeb: ""})])
    });
    expect(counts(outcome, "lpr_other_procedures")).toMatchObject({kept: 2, rejected: 1});
  });

  it("of the A model are distinguished by their code", async () => {
    const model = [
      {
        dw_ek_kontakt: "100",
        dw_ek_forloeb: "900",
        proc_kode: "UXME30",
        proc_kode_type: "P",
        proc_starttidspunkt: "2023-09-01 10:00:00"
      }
    ];
    const files = {
      ...needed,
      "lpr_procedures/a.csv": csv([
        ...model,
        {...model[0]!, proc_kode: "KNAG74"},
        {...model[0]!, proc_kode: "ZPL0C", proc_kode_type: "+"}
      ])
    };
    const outcome = await load(files, ["SELECT code, type, kind, start_date FROM procedures ORDER BY code"]);
    expect(outcome.rows[0]).toMatchObject([
      {code: "KNAG74", kind: "surgical"},
      {code: "UXME30", kind: "other", start_date: "2023-09-01"},
      {type: "+"}
    ]);
    expect(outcome.delivery!.missing.map((m) => m.kind)).not.toContain("lpr_surgical_procedures");
  });
});

describe("prescriptions", () => {
  it("taken back are netted out: a package handed back would count as redeemed", async () => {
    const rows = [
      prescription(),
      prescription({apk: "-1"}),
      prescription({eksd: "2023-07-02", apk: "3"}),
      prescription({eksd: "2023-07-02", apk: "-1"}),
      prescription({eksd: "2023-07-03"}),
      prescription({eksd: "2023-07-03", recu: "r2"})
    ];
    const outcome = await load({...needed, "lmdb/a.csv": csv(rows)}, [
      "SELECT date, packages, ddd FROM prescriptions ORDER BY ALL"
    ]);
    expect(outcome.rows[0]).toEqual([
      {date: "2023-07-02", packages: 2, ddd: 20},
      {date: "2023-07-03", packages: 1, ddd: 10},
      {date: "2023-07-03", packages: 1, ddd: 10}
    ]);
    expect(counts(outcome, "lmdb")).toEqual({read: 6, kept: 3, leftOut: 3, rejected: 0});
  });

  it("of two prescribers on one day, which of them is taken back does not depend on the order of rows", async () => {
    const rows = [prescription({recu: "r2"}), prescription({recu: "r1"}), prescription({apk: "-1", recu: "r1"})];
    const query = ["SELECT prescriber, packages FROM prescriptions"];
    const [one, other] = [
      await load({...needed, "lmdb/a.csv": csv(rows)}, query),
      await load({...needed, "lmdb/a.csv": csv(rows.toReversed())}, query)
    ];
    expect(one.rows[0]).toEqual([{prescriber: "r1", packages: 1}]);
    expect(other.rows).toEqual(one.rows);
  });

  it("a correction code that reverses does so whatever the sign", async () => {
    const rows = [prescription(), prescription({korr: "9"}), prescription({eksd: "2023-07-02"})];
    const reversing = {code: "9", label: "", reverses: "yes", source: "test", status: "confirmed" as const};
    const without = await load({...needed, "lmdb/a.csv": csv(rows)}, ["SELECT count(*) AS n FROM prescriptions"]);
    const outcome = await load({...needed, "lmdb/a.csv": csv(rows)}, ["SELECT count(*) AS n FROM prescriptions"], {
      codelists: {...codelists, correction_codes: [reversing]}
    });
    expect([without.rows[0], outcome.rows[0]]).toEqual([[{n: 3}], [{n: 1}]]);
  });
});

describe("services of practising providers", () => {
  it.each([
    ["2327", "2023-07-03"],
    ["2301", "2023-01-02"],
    ["2053", "2020-12-28"],
    ["2101", "2021-01-04"],
    ["0501", "2005-01-03"],
    ["501", "2005-01-03"],
    ["9952", "1999-12-27"]
  ])("week %s begins on %s", async (honuge, monday) => {
    const outcome = await load({...needed, "sssy/a.csv": csv([service({honuge})])}, [
      "SELECT week_start FROM services"
    ]);
    expect(outcome.rows[0]).toEqual([{week_start: monday}]);
  });

  it("a week that its year has not is rejected", async () => {
    const outcome = await load({
      ...needed,
      "sssy/a.csv": csv([service({honuge: "2353"}), service({honuge: "2300"}), service({honuge: "uge1"}), service()])
    });
    expect(counts(outcome, "sssy")).toEqual({read: 4, kept: 1, leftOut: 0, rejected: 3});
    expect(outcome.rejects.map((r) => r.regel)).toEqual(["week", "week", "week"]);
  });

  it("to the person's child are left out, and numbers are summed", async () => {
    const rows = [service({ydlant: "2,5"}), service({ydlant: "-1"}), service({barnmak: "1"})];
    const outcome = await load({...needed, "sssy/a.csv": csv(rows)}, [
      "SELECT specialty, service, sum(number) AS number, count(*) AS n FROM services GROUP BY ALL"
    ]);
    expect(outcome.rows[0]).toEqual([{specialty: "53", service: "1015", number: 1.5, n: 2}]);
    expect(counts(outcome, "sssy").leftOut).toBe(1);
  });
});

describe("people", () => {
  it("municipalities of three or four digits; Christiansø has a region only; an unknown one is rejected", async () => {
    const rows = ["101", "0101", "411", "0411", "0999", "Odense", "1461"].map((kom, i) => citizen({pnr: `p${i}`, kom}));
    const outcome = await load({...needed, "bef/a.csv": csv(rows)}, [
      "SELECT person_id, municipality, region FROM residences ORDER BY person_id"
    ]);
    expect(outcome.rows[0]).toEqual([
      {person_id: "p0", municipality: "0101", region: "1084"},
      {person_id: "p1", municipality: "0101", region: "1084"},
      {person_id: "p2", municipality: null, region: "1084"},
      {person_id: "p3", municipality: null, region: "1084"}
    ]);
    expect(outcome.rejects.map((r) => [r.værdi, r.regel])).toEqual([
      ["0999", "municipality"],
      ["Odense", "municipality"],
      ["1461", "municipality"]
    ]);
  });

  it("the regions of 2027", async () => {
    const rows = ["2026-12-31", "2027-03-31"].map((referencetid) => citizen({kom: "0101", referencetid}));
    const outcome = await load({...needed, "bef/a.csv": csv(rows)}, [
      "SELECT region FROM residences ORDER BY snapshot"
    ]);
    expect(outcome.rows[0]).toEqual([{region: "1084"}, {region: "oestdanmark"}]);
  });

  it("a municipality that ends lies in no region after", async () => {
    const municipalities = codelists.municipalities.flatMap((row) =>
      row.code !== "0492" ? [row] : [{...row, valid_to: "2022-12-31"}]
    );
    const rows = ["2022-12-31", "2023-01-01"].map((referencetid) => citizen({kom: "0492", referencetid}));
    const outcome = await load(
      {...needed, "bef/a.csv": csv(rows)},
      ["SELECT region FROM residences ORDER BY snapshot"],
      {codelists: {...codelists, municipalities}}
    );
    expect(outcome.rows[0]).toEqual([{region: "1083"}, {region: null}]);
  });

  it("with two sexes or two birth dates are rejected, every row", async () => {
    const rows = [citizen(), citizen({pnr: "p2"}), citizen({pnr: "p3"})];
    const later = [
      citizen({referencetid: "2023-09-30"}),
      citizen({pnr: "p2", koen: "2"}),
      citizen({pnr: "p3", foed_dag: "1971-05-01"})
    ];
    const outcome = await load({...needed, "bef/a.csv": csv(rows), "bef/b.csv": csv(later)}, [
      "FROM persons",
      "SELECT person_id, snapshot FROM residences ORDER BY ALL"
    ]);
    expect(outcome.rows[0]).toEqual(
      [{person_id: "p1", sex: "male", born: "1970-05-01", two_sexes: undefined}].map(({two_sexes: _, ...row}) => row)
    );
    expect(outcome.rows[1]).toHaveLength(2);
    expect([counts(outcome, "bef"), counts(outcome, "bef", 1)]).toEqual([
      {read: 3, kept: 1, leftOut: 0, rejected: 2},
      {read: 3, kept: 1, leftOut: 0, rejected: 2}
    ]);
    expect(outcome.rejects.map((r) => [r.fil, r.linje, r.regel])).toEqual([
      ["a.csv", "3", "two_sexes"],
      ["a.csv", "4", "two_births"],
      ["b.csv", "3", "two_sexes"],
      ["b.csv", "4", "two_births"]
    ]);
  });
});
