import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {beforeRounding, hasBeforeRounding, keepBeforeRounding} from "../../data-loaders/beforeRounding.js";
import {readSettings} from "../../data-loaders/ground/settings.js";
import {checkout} from "../support/project.js";

const workspace = mkdtempSync(join(tmpdir(), "rounding-"));
afterAll(() => rmSync(workspace, {recursive: true, force: true}));

const delivered = {...readSettings(checkout), workspace};
const rounding = {...delivered, disclosure: {...delivered.disclosure, roundingBase: 5}};

test("tables before rounding are kept by side, replaced whole, and gone when nothing is rounded", () => {
  expect([hasBeforeRounding(delivered, "audit"), hasBeforeRounding(rounding, "audit")]).toEqual([true, false]);
  for (const contents of ["first", "second"]) {
    const aside = join(workspace, contents);
    mkdirSync(beforeRounding(aside, "audit"), {recursive: true});
    writeFileSync(join(beforeRounding(aside, "audit"), `${contents}.parquet`), contents);
    keepBeforeRounding(rounding, "audit", aside);
  }
  expect([hasBeforeRounding(rounding, "audit"), hasBeforeRounding(rounding, "registers")]).toEqual([true, false]);
  expect(existsSync(join(beforeRounding(workspace, "audit"), "first.parquet"))).toBe(false);
  expect(readFileSync(join(beforeRounding(workspace, "audit"), "second.parquet"), "utf8")).toBe("second");
  keepBeforeRounding(delivered, "registers", join(workspace, "second"));
  expect(hasBeforeRounding(rounding, "audit")).toBe(false);
});
