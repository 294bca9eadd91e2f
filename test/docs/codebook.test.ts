import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parse, stringify} from "yaml";
import {expect, test} from "vitest";
import {readCodebook} from "../../data-loaders/ground/codebook.js";
import {readSettings} from "../../data-loaders/ground/settings.js";
import {auditFiles} from "../../data-loaders/sources/audit.js";
import {computeFrom} from "../../data-loaders/reconcile/twin.js";
import {writeAuditTwin} from "../../data-loaders/synthetic/audit.js";
import {blockFor, blocksOf} from "../support/docs.js";
import {checkout, copyProject, removeProject} from "../support/project.js";
import {shareRegisters} from "../support/registers.js";
import {run, rygatlas} from "../support/run.js";

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
    ...settings.synthetic
  };
  await writeAuditTwin(folder, twin);
  const computed = await computeFrom(auditFiles(folder), {...settings, codebook, workspace: folder});
  expect(computed.share({profession: "gp"}, "actions.heat_treatment")).toMatchObject({n: 0, total: 319});
  expect(computed.registrations({profession: "gp"})).toBe(319);
  rmSync(folder, {recursive: true, force: true});
});

test("an audit on another subject is accepted, once its folder, its extract and one setting are in place", async () => {
  const project = copyProject();
  await shareRegisters({
    workspace: join(project, "data/workspace"),
    out: join(project, "src/.observablehq/cache/data")
  });
  const own = blocksOf(doc).filter(({heading}) => heading === "Add an audit on another subject");
  const [putInPlace, ask] = own.filter(({language}) => language === "sh");
  expect(await run("bash", ["-e", "-c", putInPlace!.content], {cwd: project})).toMatchObject({code: 0, err: ""});
  edit(join(project, "settings.yaml"), (text) => stringify({...parse(text), ...parse(blockFor(doc, "settings.yaml"))}));
  const check = /^npx rygatlas (check)$/m.exec(ask!.content)![1]!;
  const {code, out, err} = await rygatlas(project, [check]);
  expect({code, err}).toEqual({code: 0, err: ""});
  expect(out).toContain("soevn.csv");
  removeProject(project);
});

function edit(file: string, change: (text: string) => string): void {
  const text = readFileSync(file, "utf8");
  const changed = change(text);
  expect(changed, file).not.toBe(text);
  writeFileSync(file, changed);
}
