import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {openSession} from "../../../../data-loaders/engine/session.js";
import {citizen, contact, counts, csv, diagnosis, load, needed, prescription} from "./registerExtract.js";

const rows = [contact(), contact({dw_ek_kontakt: "101", pnr: ""}), contact({dw_ek_kontakt: "102"})];
const text = csv(rows);
const query =
  "SELECT contact_id, start_date, CAST(start_time AS VARCHAR) AS start_time, specialty, line FROM contacts ORDER BY line";
const expected = [
  {contact_id: "100", start_date: "2023-08-01", start_time: "08:30:00", specialty: "Ortopædisk kirurgi", line: 2},
  {contact_id: "102", start_date: "2023-08-01", start_time: "08:30:00", specialty: "Ortopædisk kirurgi", line: 4}
];

describe("the same extract, delivered otherwise", () => {
  const variants: Record<string, [string, string | Buffer]> = {
    semicolons: ["a.csv", text],
    commas: ["a.csv", csv(rows, ",")],
    "a byte-order mark": ["a.csv", `\uFEFF${text}`],
    "Latin-1": ["a.csv", Buffer.from(text, "latin1")],
    CRLF: ["a.csv", csv(rows, ";", "\r\n")],
    gzip: ["a.csv.gz", gzipSync(text)],
    "names in capitals": ["a.csv", text.replace(/^.*\n/, (header) => header.toUpperCase())],
    "other columns beside": ["a.csv", csv(rows.map((row) => ({prioritet: "ATA1", ...row, kontaktaarsag: "x"})))],
    "below another folder": ["year=2023/part [1].csv", text],
    "cpr_encrypted instead of pnr": ["a.csv", text.replace("pnr", "cpr_encrypted")]
  };
  it.each(Object.keys(variants))("%s", async (variant) => {
    const [file, content] = variants[variant]!;
    const outcome = await load(
      {
        ...needed,
        "lpr_contacts/a.csv": csv([contact()]),
        [`lpr_contacts/${file}`]: content,
        ...(file === "a.csv" ? {} : {"lpr_contacts/a.csv": csv([contact({lprindberetningssystem: "LPR2"})])})
      },
      [query]
    );
    expect(outcome.rows[0]).toEqual(expected);
    expect(outcome.rejects).toMatchObject([{linje: "3", regel: "empty"}]);
  });

  it.each(["a.parquet", "part [1]/a.parquet"])("Parquet with its own types, %s", async (path) => {
    const parquet = `SELECT '100' AS DW_EK_KONTAKT, '900' AS dw_ek_forloeb, 'p1' AS PNR,
      TIMESTAMP '2023-08-01 08:30:00' AS kont_starttidspunkt,
      NULL::TIMESTAMP AS kont_sluttidspunkt, 'ALCA00' AS kont_type, 'DM545' AS adiag, 123 AS kont_ans,
      'Ortopædisk kirurgi' AS kont_ans_hovedspec, 'LPR3' AS lprindberetningssystem`;
    const file = {parquet: `${parquet} UNION ALL ${parquet.replace("'p1'", "NULL").replace("'100'", "'101'")}`};
    const {"lpr_contacts/a.csv": _, ...others} = needed;
    const outcome = await load({...others, [`lpr_contacts/${path}`]: file}, [query, "SELECT department FROM contacts"]);
    expect(outcome.rows).toEqual([[{...expected[0], line: 1}], [{department: "123"}]]);
    expect(outcome.rejects).toMatchObject([{fil: "a.parquet", linje: "2", kolonne: "pnr"}]);
  });

  it("Parquet, gzipped: its rows can be asked for afterwards", async () => {
    const folder = mkdtempSync(join(tmpdir(), "registers-gzip-"));
    const {"bef/a.csv": bef, ...others} = needed;
    const session = await openSession({memoryLimit: "500MB", threads: 1, temporary: join(folder, "duckdb")});
    writeFileSync(join(folder, "bef.csv"), bef);
    await session.run(
      `COPY (FROM read_csv('${folder}/bef.csv', all_varchar = true)) TO '${folder}/bef.parquet' (FORMAT parquet)`
    );
    session.close();
    const outcome = await load({...others, "bef/a.parquet.gz": gzipSync(readFileSync(join(folder, "bef.parquet")))}, [
      "SELECT person_id, municipality FROM residences"
    ]);
    expect(outcome.rows[0]).toEqual([{person_id: "p1", municipality: "0461"}]);
    rmSync(folder, {recursive: true});
  });

  it("names of their own, mapped in the settings", async () => {
    const outcome = await load({...needed, "lpr_contacts/a.csv": text.replace("pnr", "Løbenr")}, [query], {
      settings: {aliases: {lpr_contacts: {løbenr: "pnr"}}}
    });
    expect(outcome.rows[0]).toEqual(expected);
  });

  it("decimal comma, decimal point and SAS's empty number", async () => {
    const outcome = await load(
      {
        ...needed,
        "lmdb/a.csv": csv([prescription({volume: "1,5"}), prescription({volume: "1.5"}), prescription({volume: "."})])
      },
      ["SELECT ddd FROM prescriptions ORDER BY ALL"]
    );
    expect(outcome.rows[0]).toEqual([{ddd: 1.5}, {ddd: 1.5}, {ddd: null}]);
  });

  it("a date in the forms of SAS, Danish and ISO; any other is rejected", async () => {
    const dates = [
      "2023-07-01",
      "01-07-2023",
      "01.07.2023",
      "01JUL2023",
      "2023-7-1",
      "01-07-23",
      "07/01/2023",
      "2023071",
      "31-02-2023",
      "0023-07-01"
    ];
    const outcome = await load({...needed, "lmdb/a.csv": csv(dates.map((eksd) => prescription({eksd})))}, [
      "SELECT DISTINCT date FROM prescriptions"
    ]);
    expect(outcome.rows[0]).toEqual([{date: "2023-07-01"}]);
    expect(outcome.rejects.map((r) => [r.værdi, r.regel])).toEqual(dates.slice(4).map((date) => [date, "date"]));
    expect(outcome.rejects[0]!.forventet).toContain("2023-07-01");
  });

  it("the date of a population snapshot in the file's name", async () => {
    const {referencetid: _, ...plain} = citizen();
    const names = ["bef202312.csv", "bef_2022-09-30.csv", "year=2021/part-0.csv"];
    const {"bef/a.csv": __, ...others} = needed;
    const outcome = await load({...others, ...Object.fromEntries(names.map((n) => [`bef/${n}`, csv([plain])]))}, [
      "SELECT snapshot FROM residences ORDER BY ALL"
    ]);
    expect(outcome.rows[0]).toEqual([{snapshot: "2021-12-31"}, {snapshot: "2022-09-30"}, {snapshot: "2023-12-31"}]);
    for (const name of ["bef.csv", "bef2022_2023.csv"])
      expect((await load({...others, [`bef/${name}`]: csv([plain])})).refusal).toMatch(/opgørelsens dato mangler/);
  });

  it.each([
    ["bef2023k1.csv", "2023-03-31"],
    ["BEF_2023Q4.csv", "2023-12-31"],
    ["2022/part-1987.csv", "2022-12-31"],
    ["year=2022/part-1987.csv", "2022-12-31"],
    ["year=2022/month=2/bef1987.csv", "2022-02-28"],
    ["aar=2022/kvartal=3/a.csv", "2022-09-30"],
    ["bef20220930.csv", "2022-09-30"]
  ])("%s is a snapshot of %s", async (name, snapshot) => {
    const {referencetid: _, ...plain} = citizen();
    const {"bef/a.csv": __, ...others} = needed;
    const outcome = await load({...others, [`bef/${name}`]: csv([plain])}, ["SELECT snapshot FROM residences"]);
    expect(outcome.rows[0]).toEqual([{snapshot}]);
  });

  it("a dot before three digits: of thousands beside decimal commas, of decimals beside others of its column", async () => {
    const ddd = async (...volumes: string[]) =>
      load({...needed, "lmdb/a.csv": csv(volumes.map((volume) => prescription({volume})))}, [
        "SELECT ddd FROM prescriptions ORDER BY ALL"
      ]);
    expect((await ddd("1.000", "1.300,00", "2,5")).rows[0]).toEqual([{ddd: 2.5}, {ddd: 1000}, {ddd: 1300}]);
    expect((await ddd("1.000", "0.125")).rows[0]).toEqual([{ddd: 0.125}, {ddd: 1}]);
    const neither = await ddd("1.000", "30");
    expect(neither.rows[0]).toEqual([{ddd: 30}]);
    expect(neither.rejects).toMatchObject([{linje: "2", kolonne: "volume", værdi: "1.000", regel: "number"}]);
  });

  it("NA and NULL are nothing, in a key too", async () => {
    const outcome = await load(
      {...needed, "lmdb/a.csv": csv([prescription({recu: "NA", volume: "NULL"}), prescription({pnr: "NA"})])},
      ["SELECT prescriber, ddd FROM prescriptions"]
    );
    expect(outcome.rows[0]).toEqual([{prescriber: null, ddd: null}]);
    expect(outcome.rejects).toMatchObject([{linje: "3", kolonne: "pnr", regel: "empty"}]);
  });
});

describe("refused, in one sentence", () => {
  const refused: Record<string, [Record<string, string | {parquet: string}>, RegExp]> = {
    "a needed register missing": [
      {"lpr_diagnoses/a.csv": csv([diagnosis()])},
      /kontakter mangler: ingen patienter kan findes.*; læg udtrækket i .*lpr_contacts\.$/
    ],
    "a folder that is no register": [
      {...needed, "lpr_contact/a.csv": text},
      /lpr_contact er ikke et kendt register; mente du »lpr_contacts«; mapperne hedder/
    ],
    "a file that no reader knows": [
      {...needed, "lmdb/lmdb2023.docx": "x"},
      /lmdb2023\.docx er hverken CSV, Parquet, SAS/
    ],
    "a file among the folders": [
      {...needed, "bef2023.parquet": "x"},
      /bef2023\.parquet ligger ikke i et registers mappe og læses ikke; læg den i mappen bef/
    ],
    "a file that begins with an underscore": [{...needed, "lmdb/_lmdb.rar": "x"}, /_lmdb\.rar er hverken CSV, Parquet/],
    "nothing left of a register": [
      {...needed, "lmdb/a.csv": csv([prescription({atc: ""}), prescription({apk: ""})])},
      /^lmdb, a\.csv: ingen af 2 rækker kan bruges: 1 er udeladt \(Varen har ingen ATC-kode.*\), 1 er afvist; hent udtrækket igen/
    ],
    "columns missing in several files, all at once": [
      {
        ...needed,
        "lpr_contacts/a.csv": text.replace("kontakttype", "x"),
        "bef/a.csv": csv([citizen()]).replace("kom;", "by;").replace("referencetid", "dag")
      },
      /^Kolonner mangler i lpr_contacts\/a\.csv: »kontakttype«; i bef\/a\.csv: »kom«, »referencetid«; tilføj dem/
    ],
    "a column missing": [
      {...needed, "lpr_contacts/a.csv": text.replace("kontakttype", "kontakttyp")},
      /kolonnen »kontakttype« \(eller kont_type\) mangler i lpr_contacts; mente du »kontakttyp«; tilføj den, eller skriv dens navn under registers\.aliases\.lpr_contacts/
    ],
    "a column of another type": [
      {...needed, "lmdb/a.parquet": {parquet: "SELECT 'p1' AS pnr, 20230701 AS eksd, 'N02A' AS atc, 1 AS apk"}},
      /kolonnen »eksd« er af typen INTEGER, men skulle være en dato/
    ],
    "a key as a number, which loses its zeros": [
      {...needed, "lmdb/a.parquet": {parquet: "SELECT 12 AS pnr, DATE '2023-07-01' AS eksd, 'N02A' AS atc, 1 AS apk"}},
      /kolonnen »pnr« er af typen INTEGER, men skulle være tekst/
    ],
    "Parquet that is none": [{...needed, "lmdb/a.parquet": "pnr;eksd"}, /a\.parquet kan ikke læses som Parquet/],
    "no rows": [
      {...needed, "lmdb/a.csv": "pnr;eksd;atc;apk\n"},
      /har kun linjen med kolonnenavne, men skulle have en linje pr\. række/
    ]
  };
  it.each(Object.keys(refused))("%s", async (name) => {
    const [files, message] = refused[name]!;
    expect((await load(files)).refusal).toMatch(message);
  });

  it("too many rejected rows", async () => {
    const outcome = await load({...needed, "lpr_contacts/a.csv": text}, [], {maxRejectedPercent: 5});
    expect(outcome.refusal).toMatch(
      /^1 af 3 rækker i lpr_contacts \(33,3 %\) er afvist.*a\.csv, linje 3, kolonne pnr: fandt tom, men ventede udfyldt/
    );
    expect(outcome.rejects).toHaveLength(1);
  });
});

it("a register that is missing but not needed: one sentence, and views without rows", async () => {
  const views = [
    "procedures",
    "organisations",
    "prescriptions",
    "prescribers",
    "services",
    "benefits",
    "employment",
    "deaths",
    "migrations",
    "population"
  ];
  const asked = "CREATE TEMP VIEW asked AS SELECT person_id, DATE '2023-08-01' AS month FROM contacts";
  const outcome = await load(needed, [
    ...views.map((view) => `FROM ${view}`),
    asked,
    "FROM benefits_of('asked')",
    "FROM employment_of('asked')",
    "FROM coverage ORDER BY kind"
  ]);
  expect(outcome.rows.slice(0, -1).flat()).toEqual([]);
  expect(outcome.rows.at(-1)).toEqual([
    {kind: "bef", month: "2023-06-01", rows: 1, first_date: "2023-06-30", last_date: "2023-06-30"},
    {kind: "lpr_contacts", month: "2023-08-01", rows: 1, first_date: "2023-08-01", last_date: "2023-08-01"},
    {kind: "lpr_diagnoses", month: "2023-08-01", rows: 1, first_date: "2023-08-01", last_date: "2023-08-01"}
  ]);
  expect(
    outcome.delivery!.missing.find((m) => m.kind === "lmdb")!.message.replace(/ i .*registers/, " i /registers")
  ).toBe(
    "Lægemiddelstatistikregisteret mangler: indikatorerne om stærk smertestillende medicin kan ikke beregnes; læg udtrækket i /registers/lmdb."
  );
});

it("lines that cannot be split are rejected, and the others keep their numbers", async () => {
  const [header, one, two, three] = text.trimEnd().split("\n");
  const outcome = await load(
    {...needed, "lpr_contacts/a.csv": `${[header, one, "100;900", "", two, three].join("\n")}\n`},
    [query]
  );
  expect(counts(outcome, "lpr_contacts")).toEqual({read: 4, kept: 2, leftOut: 0, rejected: 2});
  expect(outcome.rejects.map((r) => [r.linje, r.regel])).toEqual([
    ["3", "too_few_fields"],
    ["5", "empty"]
  ]);
  expect(outcome.rows[0]!.map((r) => r.line)).toEqual([2, 6]);
});
