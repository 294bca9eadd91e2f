import {expect, test} from "vitest";
import type {LoadReport} from "../../data-loaders/load.js";
import {describeLoad} from "../../data-loaders/loadReport.js";

const report: LoadReport = {
  synthetic: false,
  seal: {hash: "0123456789abcdef", date: "2024-03-01"},
  files: [{file: "a.csv", read: 1200, kept: 1195, rejected: 5}, {file: "b.csv", read: 10, kept: 10, rejected: 0}],
  rejects: "rejects.csv",
  written: [{table: "audit_answers", rows: 3456}],
  fresh: false,
  out: "out"
};

test("rows of each file and of all, tables and time", () => {
  expect(describeLoad(report, 2.345)).toEqual([
    "Data: egne udtræk af 2024-03-01, segl 0123456789ab",
    "  a.csv: 1.200 læst, 1.195 beholdt, 5 afvist",
    "  b.csv: 10 læst, 10 beholdt, 0 afvist",
    "Rækker i alt: 1.210 læst = 1.205 beholdt + 5 afvist",
    "Afviste rækker står i rejects.csv",
    "  audit_answers: 3.456 rækker",
    "1 tabeller skrevet til out på 2,3 s."
  ]);
});

test("nothing rejected, no list to look in", () => {
  const files = [{file: "a.csv", read: 5, kept: 5, rejected: 0}];
  expect(describeLoad({...report, files}, 1).join("\n")).not.toContain("rejects.csv");
});

test("a check writes nothing", () => {
  expect(describeLoad({...report, written: []}, 0.04).at(-1)).toBe("Kontrolleret på 0 s; intet er skrevet.");
});

test("the twin is told apart, and nothing to do is one line", () => {
  const twin = {...report, synthetic: true, seal: {...report.seal, date: null}};
  expect(describeLoad(twin, 1)[0]).toBe("Data: den syntetiske tvilling, segl 0123456789ab");
  expect(describeLoad({...twin, fresh: true}, 0.5)).toEqual([
    "Tabellerne er allerede beregnet af den syntetiske tvilling (segl 0123456789ab); intet at gøre, 0,5 s."
  ]);
});
