import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {buildHandMade, buildWithoutAnswers, defaultRows} from "../../bench/comparisonPages.js";
import {answersElement} from "../../src/components/data/answers.js";

const answers = {
  q1: {
    columns: ["answer", "label", "percent"],
    answers: {
      "[]": [
        ["nsaid", "NSAID \u003c/script>", 12.5],
        ["rest", "Hvile", null]
      ]
    },
    file: "x.json"
  }
};
const laid = `<script type="application/json" id="${answersElement}">${JSON.stringify(answers).replaceAll("<", "\\u003c")}</script>\n`;
const page = `<html><head>\n${laid}</head><body><main></main></body></html>`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rygatlas-test-"));
  mkdirSync(join(folder, "dist/audit"), {recursive: true});
  mkdirSync(join(folder, "dist/_file/data"), {recursive: true});
  writeFileSync(join(folder, "dist/audit/haandtering.html"), page);
  const professions = [
    {id: "gp", label: "Læge", short: "Læge", questions: []},
    {id: "phone", label: "Telefon", short: "Tlf.", telephoneOf: "gp", questions: []}
  ];
  writeFileSync(join(folder, "dist/_file/data/site.12ab34cd.json"), JSON.stringify({codebook: {professions}}));
});
afterEach(() => rmSync(folder, {recursive: true}));

test("the rows a page shows first are read back by column", () => {
  expect(defaultRows(page)).toEqual([
    {answer: "nsaid", label: "NSAID </script>", percent: 12.5},
    {answer: "rest", label: "Hvile", percent: null}
  ]);
  expect(() => defaultRows("<html></html>")).toThrow("run npm run build first");
});

test("a site without answers is the same site in everything else, and the site itself stays as it was", () => {
  buildWithoutAnswers(join(folder, "dist"), join(folder, "without"));
  expect(readFileSync(join(folder, "without/audit/haandtering.html"), "utf8")).toBe(page.replace(laid, ""));
  expect(readFileSync(join(folder, "dist/audit/haandtering.html"), "utf8")).toBe(page);
  expect(existsSync(join(folder, "without/_file/data/site.12ab34cd.json"))).toBe(true);
});

test("the hand-made page has the same rows, the forms that are compared, and one script", async () => {
  await buildHandMade(join(folder, "dist"), join(folder, "handmade"));
  const html = readFileSync(join(folder, "handmade/index.html"), "utf8");
  expect(html.match(/<\/script>/g)).toHaveLength(2);
  const data = JSON.parse(/id="data">(.*)<\/script>/.exec(html)![1]!) as Record<string, unknown>;
  expect(data).toEqual({
    rows: defaultRows(page),
    professions: [
      {id: "gp", label: "Læge", short: "Læge"},
      {id: "phone", label: "Telefon", short: "Tlf."}
    ],
    shown: ["gp"]
  });
  const script = readFileSync(join(folder, "handmade/chart.js"), "utf8");
  expect(script.length).toBeGreaterThan(100_000);
  expect(script).not.toContain("sourceMappingURL");
});
