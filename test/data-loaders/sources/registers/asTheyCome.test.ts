import {describe, expect, it} from "vitest";
import iconv from "iconv-lite";
import {citizen, contact, counts, csv, load, needed, prescription, service, type Fields} from "./registerExtract.js";

describe("dates as tools write them", () => {
  const written: [string, string | undefined][] = [
    ["2023-05-08", "2023-05-08"],
    ["8-5-2023", "2023-05-08"],
    ["08.05.2023", "2023-05-08"],
    ["8.5.2023", "2023-05-08"],
    ["20230508", "2023-05-08"],
    ["08MAY2023", "2023-05-08"],
    ["08MAJ2023", "2023-05-08"],
    ["12okt2024", "2024-10-12"],
    ["2023-05-08 00:00:00.000", "2023-05-08"],
    ["2023-05-08T00:00:00Z", "2023-05-08"],
    ["08-05-2023 00:00", "2023-05-08"],
    ["08MAY2023:00:00:00", "2023-05-08"],
    ["08/05/2023", undefined],
    ["23227", undefined],
    ["2023-05-08 09:30:00", undefined],
    ["31-02-2023", undefined]
  ];
  it("in a column of days", async () => {
    const {rows, rejects} = await load(
      {...needed, "lmdb/a.csv": csv(written.map(([eksd], i) => prescription({eksd, pnr: `p${100 + i}`})))},
      ["SELECT person_id, date FROM prescriptions ORDER BY person_id"]
    );
    expect(rows[0]!.map(({date}) => date)).toEqual(written.flatMap(([, day]) => day ?? []));
    expect(rejects.map(({værdi}) => værdi)).toEqual(written.filter(([, day]) => !day).map(([text]) => text));
    expect(rejects[0]!.forventet).toMatch(/SAS' dage siden 1960.*DATE9.*07\/08\/2023 kan læses på to måder/);
  });

  it("in a column of moments, with a zone too: what the clock showed", async () => {
    const moments: [string, string, string | null][] = [
      ["2024-05-06T09:45:00+02:00", "2024-05-06", "09:45:00"],
      ["2024-05-06 09:45:00.000", "2024-05-06", "09:45:00"],
      ["12MAJ2024:09:45:00", "2024-05-12", "09:45:00"],
      ["6-5-2024", "2024-05-06", null],
      ["20240506", "2024-05-06", null]
    ];
    const {rows} = await load(
      {
        ...needed,
        "lpr_contacts/a.csv": csv(
          moments.map(([dato_start], i) =>
            contact({dw_ek_kontakt: `${i}`, dato_start, tidspunkt_start: "", dato_slut: ""})
          )
        )
      },
      [
        "SELECT CAST(start_date AS VARCHAR) AS day, CAST(start_time AS VARCHAR) AS time FROM contacts ORDER BY contact_id"
      ]
    );
    expect(rows[0]!.map(({day, time}) => [day, time])).toEqual(moments.map(([, day, time]) => [day, time]));
  });
});

describe("files as tools write them", () => {
  const text = csv([service(), service({honuge: "2330"})]);
  const asIs: Record<string, string | Buffer> = {
    tabs: text.replaceAll(";", "\t"),
    "UTF-16": iconv.encode(text, "utf16le", {addBOM: true}),
    "R's row names": text
      .trimEnd()
      .split("\n")
      .map((line, i) => `"${i || ""}";${line}\n`)
      .join(""),
    "a spreadsheet's empty columns": text.replaceAll("\n", ";;;\n"),
    "a line for spreadsheets": `sep=;\n${text}`,
    "a title above": `Sygesikringsregisteret, udtræk 2024;;;;\n${text}`,
    "codes with a decimal": text.replaceAll("531015", "531015.0").replace("2327", "2327.0")
  };
  it.each(Object.keys(asIs))("%s", async (name) => {
    const outcome = await load({...needed, "sssy/a.csv": asIs[name]!}, [
      "SELECT specialty, service, week_start FROM services ORDER BY week_start"
    ]);
    expect(outcome.refusal).toBeUndefined();
    expect(counts(outcome, "sssy")).toMatchObject({read: 2, kept: 2});
    expect(outcome.rows[0]![0]).toEqual({specialty: "53", service: "1015", week_start: "2023-07-03"});
  });

  it("æ, ø and å of DOS", async () => {
    const org: Fields = {
      sorenhed: "s1",
      sorenhed_tekst: "Rygcenter for øre-næse-hals, Ålborg",
      region: "1083",
      institutionsejer_type: "Region"
    };
    const {rows} = await load({...needed, "lpr_organisations/o.csv": iconv.encode(csv([org]), "cp850")}, [
      "SELECT name FROM organisations"
    ]);
    expect(rows[0]).toEqual([{name: "Rygcenter for øre-næse-hals, Ålborg"}]);
  });
});

describe("Parquet as tools write it", () => {
  it("moments with a zone are what the clock of Greenwich shows", async () => {
    const {refusal, rows} = await load(
      {
        "bef/a.csv": needed["bef/a.csv"],
        "lpr_diagnoses/a.csv": needed["lpr_diagnoses/a.csv"],
        "lpr_contacts/a.parquet": {
          parquet: `SELECT '100' AS dw_ek_kontakt, 'p1' AS pnr, TIMESTAMPTZ '2023-08-01 23:30:00+00' AS kont_starttidspunkt,
            'ALCA00' AS kont_type, 's1' AS kont_ans, 'Ortopædisk kirurgi' AS kont_ans_hovedspec, 'LPR3' AS lprindberetningssystem`
        }
      },
      ["SELECT start_date, CAST(start_time AS VARCHAR) AS time FROM contacts"]
    );
    expect([refusal, rows[0]]).toEqual([undefined, [{start_date: "2023-08-01", time: "23:30:00"}]]);
  });

  it("a key with nothing in any row has any type", async () => {
    const {refusal, rows} = await load(
      {
        ...needed,
        "lpr_surgical_procedures/a.parquet": {
          parquet: `SELECT CAST(NULL AS INTEGER) AS dw_ek_kontakt, '900' AS dw_ek_forloeb, 'KABC26' AS procedurekode,
            'V' AS proceduretype, DATE '2023-09-01' AS dato_start`
        }
      },
      ["SELECT contact_id, person_id, code FROM procedures"]
    );
    expect([refusal, rows[0]]).toEqual([undefined, [{contact_id: null, person_id: "p1", code: "KABC26"}]]);
  });
});

it("population counts of before 2007 are left out, and counted", async () => {
  const outcome = await load({
    ...needed,
    "bef/b2005.csv": csv([citizen({kom: "0389", referencetid: "2005-12-31"}), citizen({referencetid: "2006-12-31"})])
  });
  expect(outcome.refusal).toBeUndefined();
  expect(counts(outcome, "bef", 1)).toEqual({read: 2, kept: 0, leftOut: 2, rejected: 0});
});

it("DREAM with weeks alone is read, and knows no employment", async () => {
  const {refusal, rows} = await load(
    {...needed, "dream/d.csv": csv([{pnr: "p1", y_2301: "112", branche_2023_01: "1"}])},
    [
      "SELECT count(*)::INTEGER AS n FROM benefits",
      "SELECT count(*)::INTEGER AS n FROM employment",
      "SELECT count(*)::INTEGER AS n FROM coverage WHERE kind = 'dream'"
    ]
  );
  expect([refusal, rows]).toEqual([undefined, [[{n: 1}], [{n: 0}], [{n: 0}]]]);
});

it("a letter among the files is told as one", async () => {
  const {refusal} = await load({
    ...needed,
    "lmdb/følgebrev.txt": "Kære kollega, her er udtrækket\nMed venlig hilsen\n"
  });
  expect(refusal).toBe(
    "lmdb/følgebrev.txt har ingen af registerets kolonner i sin første linje, »kære kollega, her er udtrækket«; er det et brev eller en vejledning, så flyt filen ud af mappen."
  );
});
