import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
// Framework offers no door to its own reading of a page but its files.
import {createMarkdownIt, parseMarkdown} from "@observablehq/framework/dist/markdown.js";
import {describe, expect, test} from "vitest";
import {chosenDefaults, readPages, sqlCells, type Cell} from "../../../publish/pages/cells.js";
import {checkout} from "../../support/project.js";

const cells = (text: string) => sqlCells({path: "audit/x.md", text});
const queries = (text: string) => cells(text).map(({parts}) => parts.join("?"));

describe("the cells of a page", () => {
  test("have page, line, parts and expressions, whatever attributes they carry", () => {
    const text = page(
      "# Side",
      "```sql id=rows",
      "SELECT a",
      "FROM t WHERE r = ${round} AND p = ${ profession }",
      "```",
      "",
      "```sql id=[one] display echo=false",
      "",
      "  ",
      "  SELECT 1",
      "```"
    );
    expect(cells(text)).toEqual([
      {
        page: "audit/x.md",
        id: "rows",
        line: 3,
        column: 1,
        parts: ["SELECT a\nFROM t WHERE r = ", " AND p = ", ""],
        expressions: ["round", "profession"],
        own: ["SELECT a\nFROM t WHERE r = ", " AND p = ", ""]
      },
      {page: "audit/x.md", line: 10, column: 3, parts: ["SELECT 1"], expressions: [], own: ["SELECT 1"]}
    ] satisfies Cell[]);
  });

  test("may have no attributes, a longer fence, tildes, other case, an indent, or no end", () => {
    expect(queries(page("```sql", "SELECT 1", "```"))).toEqual(["SELECT 1"]);
    // Framework interpolates backticks, which would end its template literal.
    expect(queries(page("`````sql id=x", "SELECT 1", "```", "`````"))).toEqual(["SELECT 1\n?"]);
    expect(queries(page("~~~SQL id=x", "SELECT 1", "~~~"))).toEqual(["SELECT 1"]);
    expect(queries(page("  ```sql id=x", "  SELECT 1,", "    2", "  ```"))).toEqual(["SELECT 1,\n  2"]);
    expect(queries(page("```sql id=x", "SELECT 1"))).toEqual(["SELECT 1"]);
  });

  test("are none of those shown as examples, commented out, switched off, or in another language", () => {
    expect(queries(page("````md", "```sql id=x", "SELECT 1", "```", "````"))).toEqual([]);
    expect(queries(page("~~~", "```sql", "SELECT 1", "```", "~~~"))).toEqual([]);
    expect(queries(page("    ```sql", "    SELECT 1", "    ```"))).toEqual([]);
    expect(queries(page("<!--", "```sql", "SELECT 1", "```", "-->", "```sql", "SELECT 2", "```"))).toEqual([
      "SELECT 2"
    ]);
    expect(queries(page("```sql run=false", "SELECT 1", "```"))).toEqual([]);
    expect(
      queries(page("```sqlite", "SELECT 1", "```", "```sql-skabelon", "SELECT 2", "```", "`sql` ```sql```"))
    ).toEqual([]);
    expect(queries(page("---", "title: |", "  ```sql", "  SELECT 1", "---", "```sql", "SELECT 2", "```"))).toEqual([
      "SELECT 2"
    ]);
  });

  test("keep expressions whole, also with braces in them, and take an escaped one as text", () => {
    const [cell] = cells(page("```sql", "SELECT ${rows.map(({n}) => n)[0]} || '\\${x}' || ${`a${b}`}", "```"));
    expect(cell).toMatchObject({
      parts: ["SELECT ", " || '${x}' || ", ""],
      expressions: ["rows.map(({n}) => n)[0]", "`a${b}`"]
    });
  });

  test("with a half expression are left as they stand, so that DuckDB complains of them", () => {
    expect(cells(page("```sql", "SELECT ${round", "```"))).toMatchObject([
      {parts: ["SELECT ${round"], expressions: []}
    ]);
  });
});

test("the queries are those that Framework itself runs", async () => {
  const odd = page(
    "---",
    "title: Prøve",
    "---",
    "",
    "# Prøve",
    "",
    "```sql id=a",
    "",
    "SELECT '\\\\d+', '\\d', 'it''s \\'  ?', \"x  y\" -- bemærk",
    "FROM t WHERE p = ${profession}  ",
    "",
    "```",
    "````md",
    "```sql",
    "SELECT 'vist'",
    "```",
    "````",
    "  ~~~sql",
    "  SELECT 2",
    "    , 3",
    "  ~~~",
    "<!-- væk",
    "```sql",
    "SELECT 'væk'",
    "```",
    "-->",
    "```sql run=false",
    "SELECT 'slukket'",
    "```",
    "```sql id=b echo",
    "SELECT ${ {a: {b: 1}}.a.b }, '\\${x}', ${\"}\"}",
    "```",
    "```SQL id=[c] display=false",
    "\tSELECT 'tabulator'\t",
    "```",
    "```sql",
    "SELECT 'uden slutning'"
  );
  const pages = [{path: "prøve.md", text: odd}, ...readPages(join(checkout, "src"))];
  for (const {path, text} of pages) {
    const own = sqlCells({path, text}).map(({parts, expressions}) => ({
      query: parts.join("?").trim(),
      values: expressions.length
    }));
    expect(own, path).toEqual(await asFramework(path, text));
  }
  expect(sqlCells(pages[0]!)).toHaveLength(5);
});

test("pages are read in a fixed order with their drafts, and lines end as in Linux", () => {
  const root = mkdtempSync(join(tmpdir(), "rygatlas-pages-"));
  try {
    mkdirSync(join(root, "audit"));
    mkdirSync(join(root, ".observablehq"));
    writeFileSync(join(root, "index.md"), "# Forside\r\n```sql\r\nSELECT 1,\r\n  2\r\n```\r\n");
    writeFileSync(join(root, "audit/x.md"), "---\ndraft: true # endnu\n---\n");
    writeFileSync(join(root, "audit/y.md"), "---\ndraft: false\n---\ndraft: true\n");
    writeFileSync(join(root, ".observablehq/z.md"), "");
    const pages = readPages(root);
    expect(pages.map(({path, draft}) => [path, draft])).toEqual([
      ["audit/x.md", true],
      ["audit/y.md", false],
      ["index.md", false]
    ]);
    expect(sqlCells(pages[2]!)).toMatchObject([{line: 3, parts: ["SELECT 1,\n  2"]}]);
  } finally {
    rmSync(root, {recursive: true});
  }
});

describe("defaults a page gives its choices", () => {
  test("are read from `choose`, in whatever company", () => {
    const text = [
      'const c = view(choiceBar({block: choose("block", {value: \'actions\'}), consultation: choose("consultation"),',
      '  measure: choose("measure", {chosen: {profession}, only: ({value}) => ok(value), value: "mri"}), round: choose("round", {value: first})}));',
      '${view(choose("patientGroup", {value: "severe"}))}'
    ].join("\n");
    expect(chosenDefaults(text)).toEqual({block: "actions", measure: "mri", patientGroup: "severe"});
  });

  test("are none where there is nothing to read", () => {
    expect(
      chosenDefaults(
        'Brug `choose(` eller choose("round") og rechoose("block", {value: "x"}), choose(name, {value: "y"}).'
      )
    ).toEqual({});
  });
});

function page(...lines: string[]): string {
  return lines.join("\n");
}

/** The queries of a page as they reach `sql` when Framework runs its cells. */
async function asFramework(path: string, text: string): Promise<{query: string; values: number}[]> {
  const {code} = parseMarkdown(text, {md: createMarkdownIt({linkify: false}), path}) as {
    code: {node: {input: string}}[];
  };
  const asked: {query: string; values: number}[] = [];
  const sql = (parts: string[], ...values: unknown[]) =>
    void asked.push({query: parts.join("?").trim(), values: values.length});
  const literals = code.flatMap(({node}) => /(?:=|\(|^)(?: ?await )?(sql`[\s\S]*`)/.exec(node.input)?.[1] ?? []);
  // The values are other cells'; any will do.
  const anything = new Proxy(
    {},
    {has: (_, name) => name !== "sql", get: (_, name) => (name === "observable" ? {params: {}} : undefined)}
  );
  for (const literal of literals) new Function("sql", "anything", `with (anything) { ${literal} }`)(sql, anything);
  return asked;
}
