import {expect, test} from "vitest";
import type {LoadReport} from "../../../data-loaders/load.js";
import {describeLoad} from "../../../data-loaders/commands/loadReport.js";

const seal = {hash: "0123456789abcdef", date: "2024-03-01"};
const audit: LoadReport["audit"] = {
  synthetic: false,
  seal,
  files: [
    {file: "a.csv", read: 1200, kept: 1195, repeated: 0, rejected: 5},
    {file: "b.csv", read: 13, kept: 10, repeated: 3, rejected: 0}
  ],
  warnings: ["ADVARSEL: a.csv, b.csv, kolonne participant_no: 001 og 1 (gp) tæller som hver sin deltager."],
  rejects: "rejects.csv",
  written: [{table: "audit_answers", rows: 3456}],
  released: [],
  fresh: false
};
const registers: LoadReport["registers"] = {
  synthetic: true,
  seal: {hash: "fedcba9876543210", date: null},
  files: [{kind: "lmdb", file: "lmdb.parquet", read: 2000, kept: 1900, leftOut: 90, rejected: 10}],
  leftOut: [{kind: "lmdb", reason: "reversal", label: "Ekspeditionen er ført tilbage", rows: 90}],
  missing: ["DREAM mangler."],
  meetings: [
    {kind: "lmdb", column: "pnr", other: "bef", what: "keys", all: 1234, known: 1000, misspelt: 0, oneIn: 7},
    {
      kind: "lpr_surgical_procedures",
      column: "procedurekode",
      other: "spine_surgery, mri, rehabilitation",
      what: "codes",
      all: 123456789,
      known: 120000000,
      misspelt: 0,
      oneIn: 1
    }
  ],
  reach: [
    {
      kind: "lmdb",
      column: "eksd",
      first: "2021-01-01",
      last: "2025-12-31",
      needed_from: "2021-04-01",
      needed_to: "2024-12-27"
    },
    {kind: "population", column: "tid", first: "2021-07-01", last: "2024-04-01", needed_from: null, needed_to: null}
  ],
  warnings: ["ADVARSEL: lmdb.parquet, kolonne pnr: 1.000 af 1.234 nøgler kendes i bef."],
  rejects: "register-rejects.csv",
  written: [{table: "indicator_values", rows: 2205}],
  released: [{time: "perioden 2021/22", release: "2026-11-22"}],
  fresh: false
};
const freshRegisters = {...registers, files: [], leftOut: [], missing: [], written: [], released: [], fresh: true};
const report: LoadReport = {audit, registers: freshRegisters, out: "out"};

test("rows of each file and of all, tables and time", () => {
  expect(describeLoad(report, 2.345)).toEqual([
    "Audit: egne udtræk af 2024-03-01, segl 0123456789ab",
    "  a.csv: 1.200 læst, 1.195 beholdt, 5 afvist",
    "  b.csv: 13 læst, 10 beholdt, 3 gentaget, 0 afvist",
    "Rækker i alt: 1.213 læst = 1.205 beholdt + 3 gentaget + 5 afvist",
    "Afviste rækker står i rejects.csv",
    "ADVARSEL: a.csv, b.csv, kolonne participant_no: 001 og 1 (gp) tæller som hver sin deltager.",
    "  audit_answers: 3.456 rækker",
    "Registre: den syntetiske tvilling, segl fedcba987654; allerede beregnet.",
    "1 tabeller skrevet til out på 2,3 s."
  ]);
});

test("registers: rows of each file, why rows were left out, and what is missing", () => {
  expect(describeLoad({...report, registers}, 30).slice(7)).toEqual([
    "Registre: den syntetiske tvilling, segl fedcba987654",
    "  lmdb/lmdb.parquet: 2.000 læst, 1.900 beholdt, 90 udeladt, 10 afvist",
    "  lmdb: 90 udeladt (Ekspeditionen er ført tilbage)",
    "DREAM mangler.",
    "Hvor mange nøgler og koder kendes af andre registre og af kodelister:",
    "  lmdb pnr                               bef                  1.000 af 1.234 (81 %) *",
    "  lpr_surgical_procedures procedurekode  spine_surgery m.fl.  120.000.000 af 123.456.789 (97,2 %)",
    "  * en del af nøglerne er holdt op imod hinanden",
    "Hvilke dage registrene har, og hvilke perioder og vinduer kræver:",
    "  lmdb eksd                              2021-01-01 til 2025-12-31  kræves 2021-04-01 til 2024-12-27",
    "  population tid                         2021-07-01 til 2024-04-01",
    "Afviste rækker står i register-rejects.csv",
    "ADVARSEL: lmdb.parquet, kolonne pnr: 1.000 af 1.234 nøgler kendes i bef.",
    "  indicator_values: 2.205 rækker",
    "  Perioden 2021/22 står, som i udgivelsen 2026-11-22 (released_periods: frozen)",
    "2 tabeller skrevet til out på 30 s."
  ]);
});

test("the table of how registers meet fits a terminal of 100 columns", () => {
  const lines = describeLoad({...report, registers}, 30).filter((line) => / af .*%|til 20/.test(line));
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
});

test("nothing rejected, no list to look in", () => {
  const files = [{file: "a.csv", read: 5, kept: 5, repeated: 0, rejected: 0}];
  expect(describeLoad({...report, audit: {...audit, files}}, 1).join("\n")).not.toContain("rejects.csv");
});

test("a check writes nothing", () => {
  expect(describeLoad({...report, audit: {...audit, written: []}}, 0.04).at(-1)).toBe(
    "Kontrolleret på 0 s; intet er skrevet."
  );
});

test("the twin is marked as such, and nothing to do is one line a side", () => {
  const twin = {...audit, synthetic: true, seal: {...seal, date: null}};
  expect(describeLoad({...report, audit: twin}, 1)[0]).toBe("Audit: den syntetiske tvilling, segl 0123456789ab");
  expect(describeLoad({...report, audit: {...twin, fresh: true}}, 0.5)).toEqual([
    "Audit: den syntetiske tvilling, segl 0123456789ab; allerede beregnet.",
    "Registre: den syntetiske tvilling, segl fedcba987654; allerede beregnet.",
    "Intet at gøre, 0,5 s."
  ]);
});
