import iconv from "iconv-lite";
import {describe, expect, it} from "vitest";
import {columns, csv, good, load, registration} from "./auditExtract.js";

// The same five registrations, as tools hand them out.
const rows = good(5);
const used = columns.filter((column) => column !== "region");
const plain = csv(rows, used);
const quotedNames = (delimiter: string) =>
  [used.map((name) => `"${name}"`), ...rows.map((row) => used.map((name) => row[name] ?? ""))]
    .map((cells) => cells.join(delimiter) + "\n")
    .join("");

describe("read as it is", () => {
  const asIs: Record<string, string | Buffer> = {
    tabs: csv(rows, used, "\t"),
    "UTF-16 with a mark": iconv.encode(plain, "utf16le", {addBOM: true}),
    "UTF-16, the other way round, without one": iconv.encode(plain, "utf16be", {addBOM: false}),
    "a mark and quoted names": `\uFEFF${quotedNames(";")}`,
    "a line for spreadsheets": `sep=;\n${csv(rows, used, ";")}`,
    "a title and an empty line above": `Udtræk af registreringer;\n\n${csv(rows, used, ";")}`,
    "R's row names": plain
      .trimEnd()
      .split("\n")
      .map((line, i) => `"${i || ""}",${line}\n`)
      .join(""),
    "a spreadsheet's empty columns": csv(rows, used, ";", ";;;\n"),
    "NA for nothing": csv(
      rows.map((row) => Object.fromEntries(used.map((name) => [name, row[name] ?? "NA"]))),
      used
    ),
    "SPSS's decimals": csv(
      rows.map((row) => ({...row, round: "1.00", age: "45.00", "purpose.reassure": "1.00", "purpose.none": "0.00"})),
      used
    ),
    "Danish decimals and spaces": csv(
      rows.map((row) => ({...row, round: " 1", age: "45,0", "purpose.reassure": "1,0"})),
      used,
      ";"
    ),
    "TRUE and FALSE": csv(
      rows.map((row) => ({...row, "purpose.reassure": "TRUE", "purpose.none": "FALSE"})),
      used
    )
  };
  it.each(Object.keys(asIs))("%s", async (name) => {
    const {file: _, ...expected} = (await load({"r.csv": plain})).registrations[0]!;
    const {refusal, delivery, registrations} = await load({"r.csv": asIs[name]!});
    expect([refusal, delivery?.files[0]]).toMatchObject([undefined, {read: 5, kept: 5, rejected: 0}]);
    expect({...registrations[0], line: expected.line}).toMatchObject(expected);
  });

  it("lines keep their numbers below a title", async () => {
    const {rejects} = await load({
      "r.csv": `Udtræk;\n\n${csv([...rows, registration({age: "450"})], used, ";")}`
    });
    expect(rejects.map(({linje, kolonne}) => [linje, kolonne])).toEqual([["9", "age"]]);
  });

  it("REDCap's names and columns of its own", async () => {
    const names = used.map((name) => name.replace(".", "___"));
    const text = [
      ["record_id", ...names, "skema_complete"],
      ...rows.map((row, i) => [`${i}`, ...used.map((name) => row[name] ?? ""), "2"])
    ]
      .map((cells) => `${cells.join(",")}\n`)
      .join("");
    expect((await load({"r.csv": text})).delivery?.files[0]).toMatchObject({read: 5, kept: 5});
  });

  it("values by the settings, columns and values not to be read", async () => {
    const text = csv(
      rows.map((row) => ({...row, sex: "2", consultation: "1", submitdate: "x"})),
      [...used, "submitdate"]
    );
    const {refusal, registrations} = await load(
      {"r.csv": text},
      {aliases: {submitdate: ""}, values: {sex: {"1": "male", "2": "female"}, consultation: {"1": "first"}}}
    );
    expect([refusal, registrations[0]]).toMatchObject([undefined, {sex: "female", consultation: "first"}]);
  });
});

describe("refused in one sentence", () => {
  it("every fault of the names at once", async () => {
    const text = csv(rows, used).replace("age,sex", "alder,koen").replace("symptoms", "symptomer");
    expect((await load({"r.csv": text})).refusal).toMatch(
      /^r\.csv, linje 1: kolonne 6 »alder« er ikke .*; kolonne 7 »koen« er ikke .*»symptomer« er ikke en kolonne i kodebogen \(mente du »symptoms«\?\); »age», »sex« mangler; ret navnene|»age«, »sex« mangler; ret navnene/
    );
  });

  it("one zero byte, by its line", async () => {
    expect((await load({"r.csv": plain.replace("\n7", "\n7").replace(/45/, "4\0")})).refusal).toMatch(
      /^r\.csv, linje 2: der står en nul-byte/
    );
  });
});
