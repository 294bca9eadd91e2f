import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {openSession, type Session} from "../../../data-loaders/engine/session.js";
import {readCodelists} from "../../../data-loaders/ground/codelists.js";
import {defaultParameters} from "../../../data-loaders/ground/parameters.js";
import {refuseUnsoundIndicators} from "../../../data-loaders/indicators/definition/soundIndicators.js";
import {checkout} from "../../support/project.js";

let project: string;
let session: Session;
beforeEach(async () => {
  project = mkdtempSync(join(tmpdir(), "rygatlas-indicators-"));
  mkdirSync(join(project, "data-loaders/indicators/definition"), {recursive: true});
  session = await openSession({memoryLimit: "200MB", threads: 1, temporary: project});
});
afterEach(() => {
  session.close();
  rmSync(project, {recursive: true});
});

const write = (file: string, ...lines: string[]) =>
  writeFileSync(join(project, "data-loaders/indicators", file), lines.join("\n"));
const tried = () =>
  refuseUnsoundIndicators(
    session,
    readCodelists(join(checkout, "data/codelists")),
    defaultParameters,
    join(project, "data-loaders/indicators")
  ).then(
    () => [],
    (error: Error) => error.message.split("\n")
  );
const review =
  'checkedBy: "Redaktionen (rolle)", date: "2026-01-01", nextReview: "2027-01-01", changes: [{date: "2026-01-01", what: "Ny."}]';
const common = `id: "x", windows: {numerator: {from: {days: 0}, to: {days: 30}}}, ${review}`;

test("indicators whose SQL cannot be run are named by file, line and column, before anything is read", async () => {
  write(
    "scanned.ts",
    'const condition = "c.index_date = s.date";',
    "export const indicator = {",
    `  ${common},`,
    "  sql: `",
    "    SELECT period, person_id, true AS numerator FROM cohort c JOIN spine_procedures s USING (person_id)",
    "    WHERE ${condition} AND s.kindd = 'mri'`",
    "};"
  );
  write("definition/shared.ts", "// For two.", "export const sql = `FROM cohorts`;");
  for (const one of ["first.ts", "second.ts"])
    write(one, 'import {sql} from "./definition/shared.js";', `export const indicator = {${common}, sql};`);
  write(
    "sound.ts",
    `export const indicator = {${common}, sql: "SELECT period, person_id, true AS numerator FROM cohort"};`
  );
  expect(await tried()).toEqual([
    expect.stringMatching(/^data-loaders\/indicators\/definition\/shared.ts:2:26: error: .*cohorts/),
    expect.stringMatching(/^data-loaders\/indicators\/scanned.ts:6:28: error: .*"kindd"/)
  ]);
});

test("so is a file that cannot be read", async () => {
  write("unread.ts", "export const indicator = {", `  ${common}`, '  sql: "FROM cohort"', "};");
  expect(await tried()).toEqual([
    expect.stringMatching(/^data-loaders\/indicators\/unread.ts:\d+:\d+: error: filen kan ikke læses: /)
  ]);
});
