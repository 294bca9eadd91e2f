import fc from "fast-check";
import {describe, expect, test} from "vitest";
import type {Column} from "../../../src/components/rows/column.js";
import {csv} from "../../../src/components/tables/csv.js";

const columns: Column[] = [
  {field: "answer", label: "Svar"},
  {field: "percent", label: "Andel", unit: "%", format: (value) => `${Math.round(Number(value))} %`}
];
const body = (text: string) => text.split("\r\n").slice(1, -1);

describe("csv", () => {
  test("is what Danish Excel expects", () => {
    expect(csv([{answer: "Ja", percent: 12.25}], columns)).toBe("\uFEFFSvar;Andel (%)\r\nJa;12,25\r\n");
  });

  test("hidden and incomplete counts say so, missing ones are empty", () => {
    const rows = [
      {answer: "a", percent: null, status: "hidden"},
      {answer: "b", percent: null, status: "hidden_secondary"},
      {answer: "c", percent: null, status: "shown"},
      {answer: "d", percent: 0, status: "none"},
      {answer: "e", percent: null, status: "incomplete"}
    ];
    expect(body(csv(rows, columns))).toEqual([
      "a;skjult, for få",
      "b;skjult, beskytter andre tal",
      "c;",
      "d;0",
      "e;ufuldstændigt"
    ]);
  });

  test("a column with hidden numbers is followed by the least and the most that they can be", () => {
    const rows = [
      {answer: "a", percent: null, percent_least: 0.31, percent_most: 1.26, status: "hidden"},
      {answer: "b", percent: 12.25, percent_least: null, percent_most: null, status: "shown"}
    ];
    expect(csv(rows, columns).slice(1).split("\r\n").slice(0, -1)).toEqual([
      'Svar;Andel (%);"Andel, mindst (%)";"Andel, højst (%)"',
      "a;skjult, for få;0,31;1,26",
      "b;12,25;;"
    ]);
  });

  test.each(["=1+1", "+45", "-x", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "＝1"])("%j is no formula", (text) => {
    const [, cell] = /\r\n"?('.*?)"?;1\r\n$/s.exec(csv([{answer: text, percent: 1}], columns)) ?? [];
    expect(cell).toBe(`'${text}`);
  });

  test.each([
    ["-5", "-5"],
    ["-5,5", '"-5,5"'],
    ["-5.5", "-5.5"]
  ])("the plain negative number %s stays one", (text, cell) => {
    expect(body(csv([{answer: text, percent: -1.5}], columns))).toEqual([`${cell};-1,5`]);
  });

  test("the noise of binary fractions is left out", () => {
    expect(
      body(
        csv(
          [
            {answer: "a", percent: 3.2 - 2},
            {answer: "b", percent: 1234567890123456}
          ],
          columns
        )
      )
    ).toEqual(["a;1,2", "b;1234567890123456"]);
  });

  test("other kinds of value", () => {
    const rows = [{a: true, b: 12n, c: new Date("2011-03-01"), d: "x"}];
    const plain = ["a", "b", "c", "d"].map((field) => ({field, label: field}));
    plain[3] = {field: "d", label: "=d", ...{format: () => "Praktiserende læge"}};
    expect(csv(rows, plain)).toBe("\uFEFFa;b;c;'=d\r\nja;12;2011-03-01;Praktiserende læge\r\n");
  });

  test("gives every text and number back, and no field starts a formula", () => {
    const value = fc.oneof(fc.string({unit: "grapheme"}), fc.stringMatching(/^['=+@;"\r\n\t-]{0,5}$/));
    const number = fc.double({noNaN: true, noDefaultInfinity: true}).filter((d) => !Object.is(d, -0));
    fc.assert(
      fc.property(fc.array(fc.record({answer: value, percent: number})), (rows) => {
        const cells = parse(csv(rows, columns)).slice(1);
        expect(
          cells.map(([answer, percent]) => ({answer: unguard(answer!), percent: Number(percent!.replace(",", "."))}))
        ).toEqual(rows.map(withoutNoise));
        for (const [answer] of cells) expect(answer).not.toMatch(/^(?!-\d+([.,]\d+)?$)[=+\-@\t\r\n]/);
      })
    );
  });
});

function withoutNoise<R extends {percent: number}>(row: R): R {
  return {...row, percent: Number.isInteger(row.percent) ? row.percent : Number(row.percent.toPrecision(12))};
}

/** A reader of CSV that shares nothing with the writer. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  let quoted = false;
  let cell = "";
  const characters = text.slice(1);
  for (let i = 0; i < characters.length; i++) {
    const c = characters[i]!;
    if (quoted && c === '"' && characters[i + 1] === '"') (cell += c), i++;
    else if (c === '"' && (quoted || cell === "")) quoted = !quoted;
    else if (!quoted && c === ";") rows.at(-1)!.push(cell), (cell = "");
    else if (!quoted && c === "\r" && characters[i + 1] === "\n")
      rows.at(-1)!.push(cell), (cell = ""), i++, rows.push([]);
    else cell += c;
  }
  return rows.slice(0, -1);
}

function unguard(text: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text;
}
