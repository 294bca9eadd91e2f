import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {describeTried, tryIndicator} from "../../../data-loaders/commands/tryIndicator.js";
import {readSettings, type Settings} from "../../../data-loaders/ground/settings.js";
import {analyseRegisters} from "../../../data-loaders/indicators/definition/analyseRegisters.js";
import {keepPeople, peopleFolder} from "../../../data-loaders/load/people.js";
import {peopleSeal} from "../../../data-loaders/load/seals.js";
import {copyProject, removeProject} from "../../support/project.js";
import {openDelivery, parameters} from "../models/registers/delivery.js";

let project: string;
let settings: Settings;
const extracts = {folder: "", files: [], synthetic: false, madeFrom: "three patients"};

/** Three patients of 2023/24: scanned twice, once, and never; the first died within the year. */
beforeAll(async () => {
  project = copyProject();
  settings = {...readSettings(project), memoryLimit: "500MB"};
  const people = ["twice and dead", "twice", "once", "never"];
  const session = await openDelivery({
    contacts: people.map((person_id) => ({
      contact_id: person_id,
      person_id,
      specialty: "Reumatologi",
      start_date: "2024-01-10",
      contact_type: "ALCA00"
    })),
    diagnoses: people.map((contact_id) => ({contact_id, code: "DM545", type: "A"})),
    persons: people.map((person_id) => ({person_id, sex: "female", born: "1960-05-05"})),
    procedures: [
      ...["twice and dead", "twice"].flatMap((person_id) => [
        scan(person_id, "2024-02-01"),
        scan(person_id, "2024-03-01")
      ]),
      scan("once", "2024-02-01")
    ],
    deaths: [{person_id: "twice and dead", date: "2024-06-01"}],
    migrations: [{person_id: "somebody else", date: "2025-12-31", direction: "out"}]
  });
  await analyseRegisters(session, parameters, []);
  await keepPeople(session, peopleFolder(settings), peopleSeal(extracts, settings));
  session.close();
});
afterAll(() => removeProject(project));

function scan(person_id: string, start_date: string) {
  return {person_id, code: "UXME10", type: "P", start_date, kind: "other"};
}

test("an indicator is counted on the patients that a load left, who are fewer after each of its conditions", async () => {
  const tried = await tryIndicator(settings, extracts, "repeated_mri");
  const inLast = ({period}: {period: string}) => period === "2023/24";
  expect(tried.steps.filter(inLast).map(({patients}) => patients)).toEqual([4, 4, 3, 3, 3, 2]);
  expect(tried.periods.filter(inLast)).toEqual([{period: "2023/24", denominator: 2, numerator: 1}]);
  expect(describeTried(tried).slice(0, 2)).toEqual([
    "Gentagen MR-skanning (data-loaders/indicators/repeatedMri.ts), før beskyttelse: må ikke offentliggøres.",
    "2023/24"
  ]);
  expect(describeTried(tried)[7]).toMatch(/^ {10}2 \(−1\) +is_followed\(/);
});

test("an error in its SQL is at its place in its file, and other names are asked for", async () => {
  const indicators = join(project, "data-loaders/indicators");
  const text = readFileSync(join(indicators, "repeatedMri.ts"), "utf8")
    .replace("s.kind =", "s.kindd =")
    .replace('"repeated_mri"', '"third_mri"');
  writeFileSync(join(indicators, "thirdMri.ts"), text);
  const line = text.split("\n").findIndex((row) => row.includes("s.kindd")) + 1;
  const column = text.split("\n")[line - 1]!.indexOf("s.kindd") + 1;
  await expect(tryIndicator(settings, extracts, "third_mri")).rejects.toThrow(
    new RegExp(`^data-loaders/indicators/thirdMri.ts:${line}:${column}: error: .*"kindd"`)
  );
  await expect(tryIndicator(settings, extracts, "third_mir")).rejects.toThrow("mente du third_mri.");
});

test("an indicator that names somebody twice is refused", async () => {
  const text = readFileSync(join(project, "data-loaders/indicators/repeatedMri.ts"), "utf8");
  writeFileSync(
    join(project, "data-loaders/indicators/everyScan.ts"),
    text
      .replace('"repeated_mri"', '"every_scan"')
      .replace("count(*) > 1", "true")
      .replace("GROUP BY c.period, c.person_id", "")
  );
  await expect(tryIndicator(settings, extracts, "every_scan")).rejects.toThrow(
    /everyScan\.ts:\d+:1: error: 1 patienter står to gange/
  );
});
