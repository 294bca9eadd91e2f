import {expect, it} from "vitest";
import {readFileSync} from "node:fs";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import {auditFiles} from "../../../data-loaders/sources/audit.js";
import {counts, load} from "./auditExtract.js";

const folder = "test/fixtures/invented-audit";

it("loads an audit on another subject by its code book alone", async () => {
  const [file] = auditFiles(`${folder}/extracts`);
  const outcome = await load({"soevn.csv": readFileSync(file!)}, {codebook: readCodebook(`${folder}/codebook`)});
  const {read, rejected} = counts(outcome);
  expect(rejected).toBe(3);
  expect(outcome.registrations).toHaveLength(read - 3);
  expect(outcome.rejects.map((r) => [r.linje, r.kolonne, r.regel])).toEqual([
    ["11", "consultation", "consultation"],
    [String(read), "duration", "answer"],
    [String(read + 1), "causes.coffee", "other_form"]
  ]);
  expect(new Set(outcome.registrations.map((r) => r.profession))).toEqual(new Set(["nurse", "psychologist"]));
  expect(typeof outcome.registrations[0]!["advice.bedtime"]).toMatch(/boolean|object/);
});
