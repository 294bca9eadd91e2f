import {describe, expect, test} from "vitest";
import {pageParts} from "../../../publish/framework/pageParts.js";
import {cellFaults} from "../../../publish/visit/cellFaults.js";
import type {Seen} from "../../../publish/visit/client/seen.js";

const text = `---
title: Prøve
---

# Prøve

\`\`\`js
const rows = [];
\`\`\`

\`\`\`js
display(rows.length);
display(rowz.length);
\`\`\`

\`\`\`js
const twice = 1;
\`\`\`

\`\`\`js
const twice = 2;
\`\`\`

\`\`\`js
// Den første række
const first = rows[0].percent;
\`\`\`

Andel: \${first}
`;
const {code} = pageParts("audit/x.md", text);
const [, unknown, twice, again, first, inline] = code.map(({id}) => id) as [
  string,
  string,
  string,
  string,
  string,
  string
];
/** The page as it was opened: its script, and where each cell shows itself. */
const html = [
  "<html>",
  `define({id: "${first}", inputs: ["rows"], outputs: ["first"], body: (rows) => {`,
  "// Den første række",
  "const first = rows[0].percent;",
  "return {first};",
  "}});",
  ...code.map(({id}) => `<!--:${id}:-->`)
].join("\n");
const address = "http://127.0.0.1:1/audit/x";
const faults = (seen: Partial<Seen>) =>
  cellFaults({failed: [], empty: [], told: [], ...seen}, {text, code, html, address}).map(
    ({line, column, message}) => `${line}:${column}: ${message}`
  );

describe("what readers would meet as an error is told at its place in the page's file", () => {
  test("a name that no cell gives, where it is read", () => {
    const message = "rowz is not defined";
    expect(faults({failed: [{id: unknown, message}], told: [{message, stack: ""}]})).toEqual([
      "13:9: Navnet rowz kendes ikke: ingen celle på siden giver det; ret det."
    ]);
  });

  test("a name that two cells give, where it is given again", () => {
    const message = "twice is defined more than once";
    expect(faults({failed: [twice, again].map((id) => ({id, message}))})).toEqual([
      "21:1: Navnet twice gives i mere end én celle; giv hver celle sit navn."
    ]);
  });

  test("an error of the code, at the line and column that it came up at; the cells that read the cell say no more", () => {
    const message = "Cannot read properties of undefined (reading 'percent')";
    const failed = [first, inline].map((id) => ({id, message}));
    const stack = `TypeError: ${message}\n    at Object.body (${address}:4:23)`;
    expect(
      faults({
        failed,
        told: [
          {message, stack},
          {message, stack: "RuntimeError"}
        ]
      })
    ).toEqual([`26:23: Cellen fejler, når siden åbnes: ${message}.`]);
  });

  test("an error whose stack does not lead into the page, at the cell that shows it", () => {
    expect(faults({failed: [{id: first, message: "Nej."}]})).toEqual(["25:1: Cellen fejler, når siden åbnes: Nej."]);
  });

  test("an error that no cell shows, at the page", () => {
    expect(faults({told: [{message: "Nej", stack: ""}]})).toEqual(["1:1: Cellen fejler, når siden åbnes: Nej."]);
  });

  test("a frame around nothing, at its cell", () => {
    expect(faults({empty: [first]})[0]).toMatch(/^25:1: Cellen viser en tom ramme/);
  });

  test("a page without any of it has no fault", () => {
    expect(faults({})).toEqual([]);
  });
});
