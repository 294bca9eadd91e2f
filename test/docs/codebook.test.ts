// @module-tag slow: makes a whole audit twin.
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {readCodebook} from "../../data-loaders/ground/codebook.js";
import {readSettings} from "../../data-loaders/ground/settings.js";
import {auditFiles} from "../../data-loaders/sources/audit.js";
import {computeFrom} from "../../data-loaders/reconcile/twin.js";
import {writeAuditTwin} from "../../data-loaders/synthetic/audit.js";
import {blockFor} from "../support/docs.js";
import {checkout} from "../support/project.js";

const doc = "docs/tables-and-indicators.md";

test("an answer added to the code book is on the form, in both languages, and the twin still meets the report", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rygatlas-codebook-"));
  const codebook = join(folder, "laenderyg");
  cpSync(join(checkout, "data/codebooks/laenderyg"), codebook, {recursive: true});
  const added = blockFor(doc, "data/codebooks/laenderyg/answers.csv").trim().split("\n");
  const before = added.at(-1)!.replace(",11,", ",10,");
  edit(join(codebook, "answers.csv"), (text) => text.replace(before, added.join(text.match(/\r?\n/)![0])));
  edit(join(codebook, "english.csv"), (text) => text + blockFor(doc, "data/codebooks/laenderyg/english.csv"));

  const book = readCodebook(codebook);
  const form = book.professions.find(({id}) => id === "gp")!;
  const answers = form.questions.find(({id}) => id === "actions")!.answers;
  expect(answers.slice(-2).map(({id, label}) => `${id}: ${label}`)).toEqual([
    "heat_treatment: Varmebehandling",
    "none: Ingen af førnævnte"
  ]);

  const settings = readSettings(checkout);
  const twin = {
    codebook: book,
    published: join(checkout, "data/published"),
    assumptions: join(checkout, "data/synthetic/audit.yaml"),
    seed: settings.synthetic.seed,
    scale: settings.synthetic.scale
  };
  await writeAuditTwin(folder, twin);
  const computed = await computeFrom(auditFiles(folder), {...settings, codebook, workspace: folder});
  expect(computed.share({profession: "gp"}, "actions.heat_treatment")).toMatchObject({n: 0, total: 319});
  expect(computed.registrations({profession: "gp"})).toBe(319);
  rmSync(folder, {recursive: true, force: true});
});

function edit(file: string, change: (text: string) => string): void {
  const text = readFileSync(file, "utf8");
  const changed = change(text);
  expect(changed, file).not.toBe(text);
  writeFileSync(file, changed);
}
