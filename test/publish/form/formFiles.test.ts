import {join} from "node:path";
import {expect, test} from "vitest";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import {readSettings} from "../../../data-loaders/ground/settings.js";
import {withoutForms} from "../../../publish/gate/forms.js";
import {formFiles} from "../../../publish/form/formFiles.js";
import {checkout} from "../../support/project.js";
import {inventedAudit} from "../../support/inventedAudit.js";

const settings = readSettings(checkout);
const page = (files: Map<string, Buffer>, id: string) => files.get(`skema/${id}.html`)!.toString("utf8");

test("one form for each profession, with every question and answer of the code book, and nothing to fetch elsewhere", async () => {
  const files = await formFiles(settings);
  for (const {id, questions, telephoneOf} of readCodebook(settings.codebook).professions) {
    const html = page(files, id);
    for (const {answers} of questions) for (const {label} of answers) expect(html).toContain(`<span>${label}</span>`);
    expect(html.includes("Første konsultation")).toBe(telephoneOf === undefined);
    expect(html).not.toMatch(/https?:\/\//);
  }
});

test("the same code book, settings and code give the same bytes; another audit gives its own forms", async () => {
  const [once, again] = [await formFiles(settings), await formFiles(settings)];
  expect([...again]).toEqual([...once]);
  const invented = await formFiles({...settings, codebook: join(inventedAudit, "codebook")});
  const {professions} = readCodebook(join(inventedAudit, "codebook"));
  expect([...invented.keys()].filter((file) => file.endsWith(".html"))).toEqual(
    professions.map(({id}) => `skema/${id}.html`)
  );
});

test("the gate lets through no form but what the code book gives", async () => {
  const right = await formFiles(settings);
  const site = (files: Map<string, Buffer>) => ({
    dist: "",
    files: ["index.html", ...files.keys()],
    bytes: (file: string) => files.get(file)!,
    text: String,
    page: () => undefined as never,
    undrawn: () => undefined as never
  });
  expect(await withoutForms(site(right), settings)).toMatchObject({faults: [], site: {files: ["index.html"]}});
  const edited = new Map([
    ...right,
    ["skema/gp.html", Buffer.from("<p>12 patienter")],
    ["skema/x.js", Buffer.from("")]
  ]);
  edited.delete("skema/sw.js");
  expect((await withoutForms(site(edited), settings)).faults.map((fault) => fault.split(" ")[0])).toEqual([
    "skema/gp.html",
    "skema/sw.js",
    "skema/x.js"
  ]);
});
