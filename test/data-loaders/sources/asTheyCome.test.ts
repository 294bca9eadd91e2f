import {crc32, deflateRawSync} from "node:zlib";
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
    "SurveyXact's words": csv(
      rows.map((row) => ({...row, "purpose.reassure": "Valgt", "purpose.none": "Ikke valgt"})),
      used
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

/** A ZIP archive as Node can write it: each file deflated, then the list of them. */
function zipped(files: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = deflateRawSync(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(text), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(Buffer.byteLength(text), 18);
    common.writeUInt16LE(name.length, 22);
    const placed = Buffer.alloc(14);
    placed.writeUInt32LE(at, 10);
    parts.push(Buffer.from("PK\x03\x04"), common, Buffer.from(name), data);
    list.push(Buffer.from("PK\x01\x02\x14\x00"), common, placed, Buffer.from(name));
    at = Buffer.concat(parts).length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(list.length / 4, 4);
  end.writeUInt16LE(list.length / 4, 6);
  end.writeUInt32LE(Buffer.concat(list).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, ...list, Buffer.from("PK\x05\x06"), end]);
}

describe("a ZIP archive", () => {
  it("of one file is read, with what the system put beside it", async () => {
    const {refusal, delivery} = await load({"r.csv.zip": zipped({"__MACOSX/._r.csv": "x", "r.csv": plain})});
    expect([refusal, delivery?.files[0]]).toMatchObject([undefined, {file: "r.csv.zip", read: 5, kept: 5}]);
  });
  it.each<[string, Buffer, RegExp]>([
    ["of two files", zipped({"a.csv": plain, "b.csv": plain}), /^r\.zip har 2 filer, men skulle have én; pak den ud/],
    [
      "of a picture",
      zipped({"a.png": "x"}),
      /^r\.zip indeholder »a\.png«, som ikke er en CSV-, SAS-, SPSS- eller Excel-fil/
    ],
    ["that is cut short", zipped({"a.csv": plain}).subarray(0, 80), /^r\.zip er ikke en hel ZIP-fil/]
  ])("%s is refused", async (_, archive, expected) => {
    expect((await load({"r.zip": archive})).refusal).toMatch(expected);
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
