import {expect, test} from "vitest";
import {
  differing,
  figuresOfAudit,
  figuresOfRegisters,
  knownOf,
  type KnownFigure
} from "../../../data-loaders/printed/known.js";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import {readCodelists} from "../../../data-loaders/ground/codelists.js";
import {readSettings, type Settings} from "../../../data-loaders/ground/settings.js";
import type {TableProtection} from "../../../data-loaders/tables/counted/group.js";
import {checkout} from "../../support/project.js";

const settings = readSettings(checkout);
const codebook = readCodebook(settings.codebook);
const definitions = {
  indicators: [],
  parameters: settings.parameters,
  codelists: readCodelists(`${checkout}/data/codelists`)
};
const withPrinted = (printed: string): Settings => ({
  ...settings,
  disclosure: {
    audit: {...settings.disclosure.audit, printed},
    registers: {...settings.disclosure.registers, printed}
  }
});

/** Patients by place, of all patients. */
const protection: TableProtection = {
  counts: ({place}) => [
    {column: "n", group: {place: place as string}, of: {column: "total", group: {everybody: "yes"}}}
  ]
};
const tables = [{name: "places", protection}];
const here = {place: "here"};
const figure = (printed: string, column: string, more: Partial<KnownFigure> = {}): KnownFigure => ({
  name: "report.csv here",
  key: "here",
  where: "",
  printed,
  computed: Number(printed),
  at: {table: "places", rows: [here], column},
  ...more
});
const known = (...figures: KnownFigure[]) =>
  knownOf(figures, differing(figures), tables).map(({terms, low, high}) => ({terms, low, high}));

test("a printed number is the number of its group, and a printed total that of the total's", () => {
  expect(known(figure("12", "n"))).toEqual([{terms: [[here, 1]], low: 12, high: 12}]);
  expect(known(figure("40", "total"))).toEqual([{terms: [[{everybody: "yes"}, 1]], low: 40, high: 40}]);
});

test("a number printed of several rows is their sum", () => {
  const at = {table: "places", rows: [here, {place: "there"}], column: "n"};
  expect(known(figure("9", "n", {at}))).toEqual([
    {
      terms: [
        [here, 1],
        [{place: "there"}, 1]
      ],
      low: 9,
      high: 9
    }
  ]);
});

test("a printed share is known as far as it was not rounded, of the others as well", () => {
  // 30 % to no decimals: from 29.5 to 30.5 % of everybody.
  const [least, most] = known(figure("30", "percent"));
  expect(least).toMatchObject({low: 0, high: Infinity});
  expect(least!.terms[0]).toEqual([here, 100]);
  expect(least!.terms[1]![1]).toBeCloseTo(-29.5, 5);
  expect(most).toMatchObject({low: -Infinity, high: 0});
  expect(most!.terms[1]![1]).toBeCloseTo(-30.5, 5);
  const [rest] = known(figure("30.0", "percent", {at: {table: "places", rows: [here], column: "percent", rest: true}}));
  expect(rest!.terms[1]![1]).toBeCloseTo(-69.95, 5);
});

test("a printed figure that is other than the computed one is nobody's, and named", () => {
  const misprint = figure("49", "n", {computed: 59});
  expect(differing([misprint, figure("8.0", "percent", {computed: 7.96})])).toEqual(["report.csv here"]);
  expect(known(misprint)).toEqual([]);
});

test("what is no number of people says nothing", () => {
  expect(known(figure("44", "mean"), figure("44", "n", {at: {table: "means", rows: [here], column: "n"}}))).toEqual([]);
});

test("everybody has the report of the twin, at the scale it is printed of, and of extracts that are said to be those of the report", () => {
  const audit = (printed: string, isSynthetic: boolean, scale = 1) =>
    figuresOfAudit({...withPrinted(printed), synthetic: {seed: 1, scale}}, codebook, isSynthetic) !== undefined;
  expect([audit("twin", true), audit("twin", true, 2), audit("twin", false)]).toEqual([true, false, false]);
  expect([audit("none", true), audit("none", false), audit("1", false)]).toEqual([false, false, true]);
  const registers = (printed: string, isSynthetic: boolean) =>
    figuresOfRegisters(withPrinted(printed), definitions, isSynthetic) !== undefined;
  expect([registers("twin", true), registers("twin", false), registers("none", true)]).toEqual([true, false, false]);
  expect([registers("2023/24", false), registers("1999", false)]).toEqual([true, false]);
});

test("figures are looked up in the rows of the round that the report is on", () => {
  const row = {profession: "gp", consultation: "all", patient_group: "all", question_id: "sex", answer_id: "female"};
  const answers = [
    {...row, round: 1, n: 181, total: 319},
    {...row, round: 2, n: 5, total: 9}
  ];
  const figures = (printed: string) =>
    figuresOfAudit(withPrinted(printed), codebook, false)!({audit_answers: answers}).filter(
      ({name}) => name === "audit_tables.csv gp/PATIENTENS KØN/Kvinde/count"
    );
  expect(figures("1")).toMatchObject([{printed: "181", computed: 181, at: {rows: [answers[0]], column: "n"}}]);
  expect(differing(figures("2"))).toHaveLength(1);
  expect(figures("3")).toEqual([]);
});
