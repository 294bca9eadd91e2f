import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import {effectOn, readAssumptions} from "../../../data-loaders/synthetic/assumptions.js";
import {writeAuditTwin} from "../../../data-loaders/synthetic/audit.js";
import {readPrinted} from "../../../data-loaders/synthetic/printed.js";
import {makeForm} from "../../../data-loaders/synthetic/form.js";
import {Refusal} from "../../../data-loaders/ground/refusal.js";
import {codebook} from "./twin.js";

const data = fileURLToPath(new URL("../../../data/", import.meta.url));
const file = join(data, "synthetic/audit.yaml");
const folder = mkdtempSync(join(tmpdir(), "assumptions-"));

function changed(name: string, from: string, to: string): string {
  const copy = join(folder, name);
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(copy, text.replace(from, to));
  return copy;
}

test("the last line that names an answer or its question counts, and leaving out is no answer", () => {
  const assumptions = readAssumptions(file);
  expect(effectOn(assumptions, "gp", "characteristics.poor_sleep")).toEqual({later: 0.9, severe: 0.4});
  expect(effectOn(assumptions, "chiropractor", "characteristics.poor_sleep")).toEqual({later: -0.15, severe: 0.35});
  expect(effectOn(assumptions, "gp", "findings.abnormal_neurology")).toEqual({later: 0.5, severe: 2.2});
  expect(effectOn(assumptions, "gp", "characteristics.missing")).toEqual({later: 0, severe: 0});
});

test("a file that is missing, unreadable or wrong is refused in one sentence", () => {
  expect(() => readAssumptions(join(folder, "none.yaml"))).toThrow(
    /^Antagelserne .*none\.yaml findes ikke; opret filen\.$/
  );
  expect(() => readAssumptions(changed("a.yaml", "too_rare: 10", "too_rare: ti"))).toThrow(
    /"intraclass.too_rare" er "ti", men skal være et tal/
  );
  expect(() => readAssumptions(changed("b.yaml", "pulls:", "pull:"))).toThrow(Refusal);
});

test("assumptions that contradict the printed figures are refused by name", async () => {
  const assumptions = readAssumptions(
    changed("c.yaml", "consultation: first, count: 100", "consultation: first, count: 200")
  );
  const printed = readPrinted(join(data, "published"), codebook, assumptions);
  const gp = codebook.professions.find((p) => p.id === "gp")!;
  await expect(makeForm(gp, codebook, printed, assumptions, 1)).rejects.toThrow(
    /^Antagelserne om "referrals.physiotherapist" kan ikke forenes/
  );
});

test("a profession without assumptions, and numbers that fit nothing, are refused", async () => {
  const make = (assumptions: string) =>
    writeAuditTwin(folder, {codebook, published: join(data, "published"), assumptions, seed: 1, scale: 1});
  await expect(make(changed("d.yaml", "  gp: {first: 239, later: 80}", "  xx: {first: 1}"))).rejects.toThrow(
    /^Antagelserne mangler "gp"/
  );
  const tooMany = changed("e.yaml", "gp: {first: 59, later: 36}", "gp: {first: 250, later: 36}");
  await expect(make(tooMany)).rejects.toThrow(/^Tvillingen af "gp" kan ikke opfylde de trykte tal/);
});
