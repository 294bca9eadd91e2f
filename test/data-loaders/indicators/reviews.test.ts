import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {reviewFaults, reviewFindings} from "../../../data-loaders/indicators/definition/reviews.js";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "rygatlas-reviews-"))));
afterEach(() => rmSync(folder, {recursive: true}));

const kept = {
  checkedBy: "Redaktionen (rolle)",
  date: "2026-01-01",
  nextReview: "2027-01-01",
  changes: [{date: "2026-01-01", what: "Ny."}]
};

function write(file: string, fields: Partial<typeof kept>) {
  const lines = Object.entries({id: "walk", ...kept, ...fields}).map(
    ([name, value]) => `  ${name}: ${JSON.stringify(value)},`
  );
  writeFileSync(join(folder, file), ["export const indicator = {", ...lines, "};"].join("\n"));
}

test("a definition holds on the day of its next review, and is overdue the day after", async () => {
  write("walk.ts", {});
  expect(await reviewFindings("2027-01-01", folder)).toEqual([]);
  expect(await reviewFindings("2027-01-02", folder)).toEqual([
    {
      file: "data-loaders/indicators/walk.ts",
      line: 5,
      severity: "warning",
      message:
        "definitionen af walk skulle være gennemgået senest 2027-01-01; gennemgå den, og skriv en ny dag i nextReview og en linje i changes."
    }
  ]);
});

test("an overdue review stops nothing", async () => {
  write("walk.ts", {date: "2000-01-01", nextReview: "2001-01-01"});
  expect(await reviewFaults(folder)).toEqual([]);
});

test("a definition that nobody has checked is refused, one sentence a file", async () => {
  write("blank.ts", {checkedBy: " "});
  write("missing.ts", {checkedBy: undefined});
  const message =
    'error: definitionen af walk har ingen, der har kontrolleret den; skriv en rolle i checkedBy, fx "Styregruppen for Dansk Rygdatabase".';
  expect(await reviewFaults(folder)).toEqual(
    ["blank.ts", "missing.ts"].map((file) => `data-loaders/indicators/${file}:2:1: ${message}`)
  );
});

test.each([
  [{nextReview: "2027-02-30"}, "nextReview"],
  [{nextReview: "2025-12-31"}, "nextReview"],
  [{nextReview: undefined}, "nextReview"],
  [{changes: []}, "changes"]
])("a review that cannot be read is refused: %j", async (fields, named) => {
  write("walk.ts", fields);
  expect(await reviewFaults(folder)).toEqual([expect.stringContaining(named)]);
});
