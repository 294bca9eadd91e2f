import {readFileSync} from "node:fs";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {asText} from "../../../data-loaders/sources/formats/asText.js";
import {load} from "./auditExtract.js";
import * as registers from "./registers/registerExtract.js";

const fixture = (name: string) => readFileSync(`test/fixtures/foreign/${name}`);

/** The lines of a fixture as CSV. */
async function linesOf(name: string, sheets = {}): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "foreign-"));
  try {
    await asText(`test/fixtures/foreign/${name}`, join(folder, "a.csv"), {name, format: name, sheets});
    return readFileSync(join(folder, "a.csv"), "utf8").trimEnd().split("\n");
  } finally {
    rmSync(folder, {recursive: true});
  }
}

describe("SPSS", () => {
  it.each(["audit.sav", "audit.zsav"])("codes by their labels, missing values as nothing: %s", async (file) => {
    const {refusal, delivery, registrations} = await load({[file]: fixture(file)}, {aliases: {bemærkning: ""}});
    expect([refusal, delivery?.files[0]]).toMatchObject([undefined, {file, read: 5, kept: 5}]);
    expect(registrations.map(({line, profession, sex, age}) => [line, profession, sex, age])).toEqual([
      [1, "gp", "female", 45],
      [2, "gp", "male", 45],
      [3, "gp", "female", 46],
      [4, "gp", "male", null],
      [5, "gp", null, 50]
    ]);
    expect(registrations.map((row) => row["purpose.reassure"])).toEqual([true, null, true, null, true]);
    expect(registrations[0]).toMatchObject({consultation: "first", earlier_episodes: "none_or_few"});
  });

  it("a text of more than 255 letters is whole", async () => {
    const [names, first] = await linesOf("audit.sav");
    expect(names!.split(",").at(-1)).toBe("Bemærkning");
    expect(first!.split(",").at(-1)).toBe("Lange ord ".repeat(60).trim());
  });

  it("the settings go before the labels", async () => {
    const {registrations} = await load(
      {"a.sav": fixture("audit.sav")},
      {aliases: {bemærkning: ""}, values: {consultation: {Første: "later"}, sex: {"1": "male"}}}
    );
    expect(registrations[0]).toMatchObject({consultation: "later", sex: "male"});
  });

  it("labels that the code book does not know are told at once", async () => {
    const sav = fixture("audit.sav");
    const strange = Buffer.from(sav);
    strange.write("Dreng ", strange.indexOf("Kvinde"), "latin1");
    strange.write("Xoerste", strange.indexOf("Første"));
    expect((await load({"a.sav": strange}, {aliases: {bemærkning: ""}})).refusal).toBe(
      "a.sav: værdier, hvis etiketter ikke er kodebogens svar: consultation har 1 »Xoerste«; sex har 1 »Dreng«; skriv under values i settings.yaml, hvad de hedder hos os."
    );
  });

  it("a file that is cut short, or none", async () => {
    const cut = {"a.sav": fixture("audit.sav").subarray(0, 9000), "b.sav": Buffer.from("sep=;")};
    for (const [file, bytes] of Object.entries(cut))
      expect((await load({[file]: bytes})).refusal).toBe(
        `${file} er ikke en hel SPSS-fil (.sav); hent filen igen, eller gem den som CSV.`
      );
  });
});

describe("SAS", () => {
  it("days by their format, text in its encoding; the line is the observation's number", async () => {
    const {rows, rejects, delivery} = await registers.load(
      {
        ...registers.needed,
        "bef/a.csv": registers.csv([registers.citizen({pnr: "p9"})]),
        "bef/b.sas7bdat": fixture("bef.sas7bdat")
      },
      ["SELECT person_id, CAST(born AS VARCHAR) AS born, sex FROM persons WHERE person_id < 'p9' ORDER BY person_id"]
    );
    expect(rows[0]).toEqual([
      {person_id: "p1", born: "1970-05-01", sex: "male"},
      {person_id: "p2", born: "1980-01-31", sex: "female"}
    ]);
    expect(delivery?.files.filter(({kind}) => kind === "bef")).toMatchObject([{read: 1}, {read: 3, kept: 2}]);
    expect(rejects.map(({fil, linje, kolonne}) => [fil, linje, kolonne])).toEqual([["b.sas7bdat", "3", "koen"]]);
    expect((await linesOf("bef.sas7bdat"))[3]).toBe("p3,,1959-12-31,851,æø,2023-06-30");
  });

  it("compressed rows", async () => {
    const lines = await linesOf("packed.sas7bdat");
    expect(lines).toHaveLength(501);
    // 3773 days after 1 January 1960.
    expect(lines[1]).toMatch(/^p1,1970-05-01,@{54} 0 b{48}$/);
    expect(lines[4]).toMatch(/^p4,,@/);
    expect(lines[500]).toMatch(/^p500,1971-09-12,[a-z]{250}$/);
  });

  it("a file that is cut short, or none", async () => {
    for (const bytes of [fixture("bef.sas7bdat").subarray(0, 6000), Buffer.from("x")])
      expect((await registers.load({...registers.needed, "bef/b.sas7bdat": bytes})).refusal).toBe(
        "b.sas7bdat er ikke en hel SAS-fil (.sas7bdat); hent filen igen, eller gem den som Parquet eller CSV."
      );
  });
});

describe("Excel", () => {
  it("cells are what they hold, and rows keep their numbers below a title", async () => {
    expect(await linesOf("bef.xlsx")).toEqual([
      "Udtræk 2023,,,,,,",
      "",
      "pnr,koen,foed_dag,kom,civst,referencetid,note",
      "p1,1,1970-05-01,461,G,2023-06-30,",
      "",
      'p2,2,1980-01-31,0101,"U, æ""ø",2023-06-30 08:30:00,',
      "p3,2.5,1980-01-31,TRUE,,08:30:00,1e+21"
    ]);
    const {rejects, delivery} = await registers.load({...registers.needed, "bef/b.xlsx": fixture("bef.xlsx")});
    expect(delivery?.files.filter(({kind}) => kind === "bef")[1]).toMatchObject({read: 3, kept: 1, rejected: 2});
    expect(rejects.map(({linje, kolonne, værdi}) => [linje, kolonne, værdi])).toEqual([
      ["6", "referencetid", "2023-06-30 08:30:00"],
      ["7", "referencetid", "08:30:00"],
      ["7", "koen", "2.5"],
      ["7", "kom", "TRUE"]
    ]);
  });

  it("the sheet that the settings name, where several hold something", async () => {
    expect(await linesOf("several.xlsx", {"several.xlsx": "kodebog"})).toEqual(["x,1"]);
    await expect(linesOf("several.xlsx")).rejects.toThrow(
      "several.xlsx har flere ark med noget i: »Data«, »Kodebog«; skriv under sheets i settings.yaml, hvilket der skal læses, som several.xlsx: Data."
    );
    await expect(linesOf("several.xlsx", {"several.xlsx": "Dat"})).rejects.toThrow(
      "several.xlsx har intet ark »Dat«, som settings.yaml nævner under sheets; mente du »Data«?"
    );
  });

  const box = Buffer.from("d0cf11e0a1b11ae1", "hex");
  it.each<[string, Buffer, RegExp]>([
    ["a.xls", box, /^a\.xls er en Excel-fil i formatet fra før 2007; gem den i Excel som \.xlsx/],
    [
      "a.xlsx",
      Buffer.concat([box, Buffer.from("EncryptedPackage", "utf16le")]),
      /^a\.xlsx er låst med en adgangskode; fjern/
    ],
    ["a.xlsx", Buffer.from("PK\x03\x04"), /^a\.xlsx er ikke en hel Excel-fil \(\.xlsx\); hent filen igen/],
    ["a.xlsb", box, /^.*a\.xlsb læses ikke, .*; gem arket som \.xlsx eller CSV UTF-8, eller flyt filen/]
  ])("not read: %s", async (name, bytes, sentence) => {
    expect((await load({[name]: bytes})).refusal).toMatch(sentence);
  });
});
