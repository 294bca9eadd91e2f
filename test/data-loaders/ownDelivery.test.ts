import {cpSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {shareDecisions} from "../support/decisions.js";
import {checkout, copyProject, removeProject} from "../support/project.js";
import {rygatlas} from "../support/run.js";
import {writeSmallRegisters} from "./smallRegisters.js";

const audit = join(checkout, "test/fixtures/invented-audit");
let project: string;

beforeAll(() => {
  project = copyProject();
  const settings = join(project, "settings.yaml");
  writeFileSync(settings, readFileSync(settings, "utf8").replace(/^codebook:.*$/m, "codebook: soevn"));
  cpSync(join(audit, "codebook"), join(project, "data/codebooks/soevn"), {recursive: true});
  cpSync(join(audit, "extracts"), join(project, "data/extracts"), {recursive: true});
  writeSmallRegisters(join(project, "data/extracts/registers"));
  shareDecisions(join(project, "data/workspace"));
});
afterAll(() => removeProject(project));

test("own extracts load without the twin, the reconciliation and the pages", async () => {
  const synthetic = join(project, "data-loaders/synthetic");
  const door = ["standIn.ts"];
  for (const name of readdirSync(synthetic)) if (!door.includes(name)) rmSync(join(synthetic, name), {recursive: true});
  for (const path of [
    "data-loaders/reconcile/reconcile.ts",
    "data-loaders/reconcile",
    "data/synthetic",
    "data/reconciliation",
    "src/components"
  ]) {
    rmSync(join(project, path), {recursive: true});
  }
  const {code, out, err} = await rygatlas(project, ["load"]);
  expect(code, err).toBe(0);
  expect(out.match(/egne udtræk/g)).toHaveLength(2);
  expect(readdirSync(join(project, "data/workspace"))).not.toContain("twin");
});
