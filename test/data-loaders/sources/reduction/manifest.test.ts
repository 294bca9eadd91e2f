import {expect, test} from "vitest";
import {scriptHash} from "../../../../data-loaders/sources/reduction/reductionScript.js";
import {
  citizen,
  codelists,
  contact,
  csv,
  diagnosis,
  load,
  prescription,
  type Fields,
  type Outcome
} from "../registers/registerExtract.js";

/** What a script says of a register of which one row came along. */
const counted = (kind: string, changes: Fields = {}): Fields => ({
  script: scriptHash(codelists),
  kind,
  counted: "kept",
  on_day: "2023-07-01",
  n_before: "100",
  n_after: "1",
  ...changes
});
const account = (...lines: Fields[]) => [
  counted("lpr_contacts", {on_day: "2023-08-01"}),
  counted("lpr_contacts", {on_day: "2026-06-30", n_before: "40", n_after: "0"}),
  counted("lpr_diagnoses", {on_day: ""}),
  counted("bef", {on_day: "2023-06-30"}),
  ...lines
];
const files = {
  "lpr_contacts/a.csv": csv([contact()]),
  "lpr_diagnoses/a.csv": csv([diagnosis()]),
  "bef/a.csv": csv([citizen()]),
  "lmdb/a.csv": csv([prescription()])
};

function reduced(lines: Fields[], changes: Record<string, string> = {}, queries: string[] = []): Promise<Outcome> {
  return load({...files, ...changes, "reduction/part.csv": csv(lines)}, queries, {maxRejectedPercent: 5});
}

test("rows that stayed count in what is read, and in the days that a register has", async () => {
  const {delivery, rows} = await reduced(account(counted("lmdb")), {}, [
    "SELECT kind, min(first_date)::VARCHAR AS first, max(last_date)::VARCHAR AS last, sum(rows)::BIGINT AS n FROM coverage WHERE kind IN ('lpr_contacts', 'lmdb') GROUP BY kind ORDER BY kind"
  ]);
  expect(delivery!.files.filter(({kind}) => kind === "lpr_contacts")).toEqual([
    {kind: "lpr_contacts", file: "a.csv", read: 1, kept: 1, leftOut: 0, rejected: 0},
    {kind: "lpr_contacts", file: "(blev i registeret)", read: 139, kept: 139, leftOut: 0, rejected: 0}
  ]);
  expect(rows[0]).toEqual([
    {kind: "lmdb", first: "2023-07-01", last: "2023-07-01", n: 100},
    {kind: "lpr_contacts", first: "2023-08-01", last: "2026-06-30", n: 140}
  ]);
});

test("a register of which no row was needed is there, and a snapshot that holds nobody any more is one", async () => {
  const nobody = {n_after: "0"};
  const {delivery, rows} = await reduced(
    account(counted("lmdb"), counted("deaths", nobody), counted("bef", {on_day: "2024-06-30", n_after: "0"})),
    {},
    ["SELECT snapshot::VARCHAR AS snapshot FROM snapshots ORDER BY ALL", "FROM deaths"]
  );
  expect(delivery!.missing.map(({kind}) => kind)).not.toContain("deaths");
  expect(rows).toEqual([[{snapshot: "2023-06-30"}, {snapshot: "2024-06-30"}], []]);
});

test("keys are held against those of the whole register: patients alone would always be known", async () => {
  const keys = (known: number) =>
    account(counted("lmdb"), counted("lmdb", {counted: "keys", on_day: "", n_before: "1000", n_after: String(known)}));
  expect((await reduced(keys(900))).delivery!.warnings).toEqual([]);
  expect((await reduced(keys(600))).delivery!.warnings).toEqual([
    "ADVARSEL: a.csv, kolonne pnr: 600 af 1.000 nøgler kendes i bef; hent begge udtræk igen med de samme nøgler, hele og som tekst."
  ]);
  expect((await reduced(keys(3))).refusal).toMatch(/^a\.csv, kolonne pnr: 3 af 1\.000 nøgler kendes i bef; hent begge/);
});

test.each<[string, Fields[], Record<string, string>, RegExp]>([
  [
    "another version's script",
    account(counted("lmdb")).map((line) => ({...line, script: "0123456789abcdef"})),
    {},
    /^Registrene er reduceret med scriptet »0123456789abcdef«, men denne udgave og dens kodelister svarer til »[0-9a-f]{16}«; reducer registrene igen med scriptet fra »rygatlas reduce«\.$/
  ],
  [
    "a register with other rows than were handed out",
    account(counted("lmdb", {n_after: "7"})),
    {},
    /^lmdb: der er 1 rækker, men reduktionens regnskab siger 7; hent alle registerets filer, eller reducer registrene igen/
  ],
  [
    "a register that is not in the account",
    account(),
    {},
    /^lmdb: der er 1 rækker, men reduktionens regnskab siger 0;/
  ],
  [
    "a register whose files are gone",
    account(counted("lmdb"), counted("sssy", {on_day: "2327"})),
    {},
    /^sssy: der er 0 rækker, men reduktionens regnskab siger 1;/
  ],
  [
    "more rows after than before",
    account(counted("lmdb", {n_before: "0"})),
    {},
    /^Reduktionens regnskab part\.csv har 1 linjer, der ikke kan være rigtige; hent filen igen/
  ],
  [
    "too many rejects among the rows that stayed",
    account(counted("lmdb"), counted("lmdb", {counted: "rejected", n_before: "50", n_after: "0"})),
    {},
    /^50 af 150 rækker i lmdb \(33,3 %\) er afvist, .*; de er blevet, hvor registeret er: ret dem dér, og reducer igen\.$/
  ]
])("%s refuses the delivery", async (_, lines, changes, sentence) => {
  expect((await reduced(lines, changes)).refusal).toMatch(sentence);
});
