import {createMarkdownIt, parseMarkdown} from "@observablehq/framework/dist/markdown.js";
import {expect, test} from "vitest";
import {fencePreview} from "../../../publish/framework/fencePreview.js";

const md = fencePreview(createMarkdownIt());
const shown = (...lines: string[]) => {
  const {body, code} = parseMarkdown(lines.join("\n"), {md, path: "/audit/x"});
  return {error: /observablehq--error">([^<]*)/.exec(body)?.[1], cells: code.length};
};

test("the preview shows why a cell may not ask what it asks, and does not run it", () => {
  expect(shown("```sql id=rows", "FROM duckdb_settings()", "```")).toEqual({
    error: "En celle må kun læse de offentliggjorte tabeller; duckdb_settings() læser noget andet.",
    cells: 0
  });
  expect(shown("```js", "const rows = await sql`DELETE FROM means`;", "```")).toEqual({
    error: "En celle må kun være én SELECT, der læser de offentliggjorte tabeller.",
    cells: 0
  });
});

test("an honest cell is the cell that Framework makes of it", () => {
  expect(
    shown("```sql id=rows", "SELECT n FROM means WHERE round = ${round}", "```", "", "```js", "const n = 1;", "```")
  ).toEqual({error: undefined, cells: 2});
});
