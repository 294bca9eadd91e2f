import {readFileSync} from "node:fs";
import {join} from "node:path";
import {group} from "d3-array";
import {expect, inject, test} from "vitest";
import {readParquet} from "../../data-loaders/engine/readParquet.js";
import type {Row} from "../../data-loaders/engine/session.js";
import {readSettings} from "../../data-loaders/ground/settings.js";
import {buildCache} from "../../data-loaders/load.js";
import type {AreaRow} from "../../src/components/charts/areaDots.js";
import type {AnswerRow} from "../../src/components/charts/answerRow.js";
import type {PatientShare} from "../../src/components/charts/patientShares.js";
import {rangeOf} from "../../src/components/rows/range.js";
import {withWilson} from "../../src/components/rows/shareLimits.js";
import {areaDifference} from "../../src/components/sentences/areas.js";
import {
  highestAndLowest,
  largestDifference,
  largestPair,
  largestShare,
  type PairedDifference,
  type ShareRow
} from "../../src/components/sentences/comparisons.js";
import {missingAnswers} from "../../src/components/sentences/missingAnswers.js";

// What a sentence says is largest, commonest or highest is held against the tables before protection, in every view.

const {project} = inject("site");

/** A sentence of a figure: the table it is about, what makes a view of it, and what it says of a view's rows. */
interface Sentence {
  table: string;
  side: "tables" | "registers";
  view: (row: Row) => string | undefined;
  say: (rows: Row[]) => string;
}

const codes = ["0", "1081", "1082", "1083", "1084", "1085"];
const regions = Object.fromEntries(codes.map((code) => [code, code]));
const inPerson = ({profession}: Row) => profession !== "all" && !String(profession).endsWith("_phone");
const isAnswer = (row: Row) => inPerson(row) && row.answer_id !== "missing";
const answered = (rows: Row[]) => rows.map((row) => ({...row, answer: row.answer_id, label: row.answer_id}));
const among =
  (...keys: string[]) =>
  (row: Row) =>
    keys.map((key) => row[key]).join(" ");
const areas = (of: (row: Row) => unknown) => (rows: Row[]) =>
  areaDifference(
    rows.map((row) => {
      const share = withWilson(row as Row & {patients: number | null; total: number | null});
      return {
        ...share,
        area: String(row.hospital_region),
        group: String(of(row)),
        value: row.percent,
        range: rangeOf(row, "percent")
      } as unknown as AreaRow;
    }),
    regions,
    ({value, low, high}) => [value, low, high].join(" ")
  );
const patients = (label: string) => (rows: Row[]) =>
  largestShare(rows.map((row) => ({...row, label: String(row[label])})) as unknown as PatientShare[], "Flest");

const sentences: Record<string, Sentence> = {
  "answers of professions": {
    table: "audit_answers",
    side: "tables",
    view: (row) => (isAnswer(row) ? among("round", "consultation", "patient_group", "question_id")(row) : undefined),
    say: (rows) => largestDifference(answered(rows) as unknown as AnswerRow[], [])
  },
  "questions that are left": {
    table: "audit_answers",
    side: "tables",
    view: (row) =>
      inPerson(row) && row.answer_id === "missing" && row.consultation === "all" && row.patient_group === "all"
        ? `${row.round}`
        : undefined,
    say: (rows) => missingAnswers(rows.map((row) => ({...row, label: row.question_id})) as unknown as AnswerRow[], [])
  },
  "composites of professions": {
    table: "audit_measures",
    side: "tables",
    view: (row) => (inPerson(row) ? among("round", "consultation", "patient_group", "measure")(row) : undefined),
    say: (rows) => highestAndLowest("Andelen", rows as unknown as ShareRow[], [])
  },
  "the same participants": {
    table: "audit_differences",
    side: "tables",
    view: (row) =>
      isAnswer(row) ? among("compared", "round", "consultation", "patient_group", "question_id")(row) : undefined,
    say: (rows) => largestPair(answered(rows) as unknown as PairedDifference[], [], ["her", "der"])
  },
  diagnoses: {table: "diagnoses", side: "registers", view: among("period"), say: areas((row) => row.diagnosis_group)},
  "first contacts": {
    table: "first_contacts",
    side: "registers",
    view: among("period"),
    say: areas((row) => row.specialty)
  },
  "types of drug": {
    table: "drug_types",
    side: "registers",
    view: (row) => (row.timing === "after" ? among("period", "indicator_id")(row) : undefined),
    say: patients("drug_type")
  },
  prescribers: {
    table: "prescribers",
    side: "registers",
    view: among("period", "indicator_id"),
    say: patients("sector")
  },
  "after employment": {
    table: "employment_outcomes",
    side: "registers",
    view: among("period", "area_type", "area_id"),
    say: patients("outcome")
  }
};

const read = async (file: string) => (await readParquet(readFileSync(join(project, file)))).rows;

test.each(Object.keys(sentences))("%s", async (name) => {
  const {table, side, view, say} = sentences[name]!;
  const cache = buildCache(readSettings(project));
  const [published, before] = [
    await read(join(cache.replace(project, ""), `${table}.parquet`)),
    await read(`data/workspace/${side}/${table}.parquet`)
  ];
  const truth = group(before, view);
  const views = [...group(published, view)].filter(([key]) => key !== undefined);
  expect(views.length).toBeGreaterThan(0);
  const wrong = views.flatMap(([key, rows]) => {
    const [said, is] = [claim(say(rows)), claim(say(truth.get(key)!))];
    return /\bviste\b|vises|ikke nok|Ingen/.test(said) || said === is ? [] : [`${key}: »${said}«, but »${is}«`];
  });
  expect(wrong).toEqual([]);
});

/** What is said of the largest, without what is said of chance. */
function claim(sentence: string): string {
  return sentence.split(/ (?:Forskellen|Faggrupperne|I \d)/)[0]!;
}
