import {chmodSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {auditFiles} from "../../../data-loaders/sources/audit.js";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import {knownColumns} from "../../../data-loaders/sources/auditColumns.js";
import {columns, counts, csv, good, load, registration} from "./auditExtract.js";

const rows = [...good(2), registration({age: "abc"}), ...good(2, 200)];
const plain = csv(rows);

describe("the same extract, written otherwise", () => {
  const variants: Record<string, string | Buffer> = {
    LF: plain,
    CRLF: csv(rows, columns, ",", "\r\n"),
    CR: csv(rows, columns, ",", "\r"),
    semicolons: csv(rows, columns, ";"),
    "a byte-order mark": `\uFEFF${plain}`,
    "a byte-order mark, semicolons and CRLF": `\uFEFF${csv(rows, columns, ";", "\r\n")}`,
    "no line break at the end": plain.trimEnd(),
    "line breaks of two kinds": plain.replace("\n", "\r\n"),
    "names in capitals with spaces around": plain.replace(/^.*\n/, (header) =>
      header.toUpperCase().replaceAll(",", " , ")
    ),
    "a delimiter at the end of every line": plain.replaceAll("\n", ",\n"),
    "every field quoted": csv(rows.map((row) => Object.fromEntries(columns.map((c) => [c, `"${row[c] ?? ""}"`])))),
    gzip: gzipSync(plain)
  };
  it.each(Object.keys(variants))("%s", async (variant) => {
    const outcome = await load({[variant === "gzip" ? "a.csv.gz" : "a.csv"]: variants[variant]!});
    expect(counts(outcome)).toEqual({read: 5, kept: 4, rejected: 1});
    expect(outcome.rejects).toMatchObject([{linje: "4", kolonne: "age", værdi: "abc"}]);
    expect(outcome.registrations.map((r) => r.line)).toEqual([2, 3, 5, 6]);
  });

  it("Latin-1", async () => {
    const latin1 = Buffer.from(csv([...good(1), registration({participant_no: "Sørensen"})]), "latin1");
    const outcome = await load({"a.csv": latin1});
    expect(counts(outcome)).toEqual({read: 2, kept: 1, rejected: 1});
    expect(outcome.rejects).toMatchObject([{linje: "3", kolonne: "participant_no", værdi: "Sørensen"}]);
  });

  it("aliases, also with Danish letters in Latin-1", async () => {
    const danish = plain.replace("profession,", "Faggruppe,").replace(",sex,", ",Køn,");
    const outcome = await load(
      {"a.csv": Buffer.from(danish, "latin1")},
      {aliases: {faggruppe: "profession", køn: "sex"}}
    );
    expect(counts(outcome)).toEqual({read: 5, kept: 4, rejected: 1});
  });

  it("a name that DuckDB would take for a pattern", async () => {
    const outcome = await load({"audit [1]*.csv": plain, "audit 1.csv": csv(good(1, 500))});
    expect([counts(outcome, 0).read, counts(outcome, 1).read]).toEqual([1, 5]);
  });
});

describe("lines that cannot be split are rejected, and the others keep their numbers", () => {
  const lines = (...bad: string[]) => {
    const [header, one, two, three] = csv([...good(2), registration({age: "abc"})])
      .trimEnd()
      .split("\n");
    return `${[header, one, ...bad, two, three].join("\n")}\n`;
  };
  const whole = csv([registration({registration_no: "900"})]).split("\n")[1]!;

  it("too few and too many fields", async () => {
    const outcome = await load({"a.csv": lines("gp,1,7", `${whole},1`, "gp")});
    expect(counts(outcome)).toEqual({read: 6, kept: 2, rejected: 4});
    expect(outcome.rejects).toEqual([
      {
        fil: "a.csv",
        linje: "3",
        kolonne: "registration_no",
        værdi: "3 felter",
        regel: "too_few_fields",
        forventet: expect.stringContaining(`${columns.length} felter`)
      },
      {
        fil: "a.csv",
        linje: "4",
        kolonne: "",
        værdi: `${columns.length + 1} felter`,
        regel: "too_many_fields",
        forventet: expect.stringContaining(`${columns.length} felter`)
      },
      {
        fil: "a.csv",
        linje: "5",
        kolonne: "round",
        værdi: "1 felter",
        regel: "too_few_fields",
        forventet: expect.any(String)
      },
      {fil: "a.csv", linje: "7", kolonne: "age", værdi: "abc", regel: "age", forventet: expect.any(String)}
    ]);
    expect(outcome.registrations.map((r) => r.line)).toEqual([2, 6]);
  });

  it("blank lines are no rows", async () => {
    const outcome = await load({"a.csv": lines("", "", "gp,1,7", "")});
    expect(counts(outcome)).toEqual({read: 4, kept: 2, rejected: 2});
    expect(outcome.rejects.map((r) => r.linje)).toEqual(["5", "8"]);
    expect(outcome.registrations.map((r) => r.line)).toEqual([2, 7]);
  });

  it("a line break inside quotation marks", async () => {
    const outcome = await load({"a.csv": lines(whole.replace("gp,1,7", 'gp,1,"7\n8"'))});
    expect(counts(outcome)).toEqual({read: 5, kept: 2, rejected: 3});
    expect(outcome.rejects.map((r) => [r.linje, r.regel])).toEqual([
      ["3", "broken_quotes"],
      ["4", "broken_quotes"],
      ["6", "age"]
    ]);
    expect(outcome.registrations.map((r) => r.line)).toEqual([2, 5]);
  });

  it.each(['"7', '7"8"', '"7"8', '"'])(
    "a quotation mark that never closes swallows no other row: %s",
    async (value) => {
      const outcome = await load({
        "a.csv": lines(whole.replace("gp,1,7", `gp,1,${value}`), whole.replace("gp,1,7", 'gp,1,"8"'))
      });
      expect(counts(outcome)).toEqual({read: 5, kept: 3, rejected: 2});
      expect(outcome.rejects.map((r) => [r.linje, r.regel])).toEqual([
        ["3", "broken_quotes"],
        ["6", "age"]
      ]);
      expect(outcome.registrations.map((r) => r.line)).toEqual([2, 4, 5]);
    }
  );

  it("the same with CRLF, duplicates included", async () => {
    const text = lines("gp", "", '"', csv(good(1)).split("\n")[1]!).replaceAll("\n", "\r\n");
    const outcome = await load({"a.csv": text});
    expect(counts(outcome)).toEqual({read: 6, kept: 2, rejected: 3, repeated: 1});
    expect(outcome.rejects.map((r) => [r.linje, r.regel])).toEqual([
      ["3", "too_few_fields"],
      ["5", "broken_quotes"],
      ["8", "age"]
    ]);
  });
});

describe("a file that cannot be used stops the run with one sentence", () => {
  const without = (name: string) =>
    csv(
      rows,
      columns.filter((c) => c !== name)
    );
  const cases: Record<string, {file?: string; content: string | Buffer; says: string[]}> = {
    "missing column": {content: without("age"), says: ["a.csv, linje 1", "»age« mangler", "aliases"]},
    "missing column of a form that occurs": {
      content: without("purpose.reassure"),
      says: ["a.csv, linje 1", "»purpose.reassure« mangler", "gp", "tilføj kolonnen"]
    },
    "unknown column": {
      content: plain.replace(",purpose.reassure,", ",purpose.reasure,"),
      says: ["a.csv, linje 1, kolonne", "»purpose.reasure«", "mente du »purpose.reassure«", "aliases"]
    },
    "unknown column like no other": {content: plain.replace("purpose.none", "notes"), says: ["»notes«", "ret navnet"]},
    "a column twice": {
      content: plain.replace(",symptoms,", ",age,"),
      says: ["kolonne", "»age« står der to gange", "fjern den ene"]
    },
    "empty file": {content: "", says: ["a.csv er tom", "kolonnenavne", "hent filen igen"]},
    "header alone": {content: csv([]), says: ["a.csv har kun linjen med kolonnenavne", "registrering"]},
    "not CSV": {
      content: "Kære kollega\nher er data\n",
      says: ["a.csv, linje 1", "»Kære kollega«", "komma, semikolon eller tabulator"]
    },
    "a workbook": {
      content: Buffer.from("PK\x03\x04\x00\x00"),
      says: ["a.csv er ikke en CSV-fil", "gem den som CSV UTF-8"]
    },
    "truncated gzip": {
      file: "a.csv.gz",
      content: gzipSync(plain).subarray(0, 200),
      says: ["a.csv.gz slutter midt i", "hent eller pak filen igen"]
    },
    "gzip in name only": {file: "a.csv.gz", content: plain, says: ["a.csv.gz er ikke gyldig gzip"]}
  };
  it.each(Object.keys(cases))("%s", async (name) => {
    const {file = "a.csv", content, says} = cases[name]!;
    const {refusal} = await load({[file]: content});
    for (const part of says) expect(refusal).toContain(part);
    expect(refusal).not.toContain("\n");
  });

  it("a file without read permission", async () => {
    // Root reads everything, so the refusal of the operating system is played where the tests run as root.
    const denied = () => {
      throw Object.assign(new Error("permission denied"), {code: "EACCES"});
    };
    const {refusal} = await load({"a.csv": plain}, {open: denied});
    expect(refusal).toBe(
      "a.csv kan ikke læses: du har ikke læseadgang til den; giv læseadgang til filen, eller læg en ny kopi i mappen."
    );
    if (process.getuid?.() === 0) return;
    const closed = (path: string) => {
      chmodSync(path, 0);
      return openSync(path, "r");
    };
    expect((await load({"a.csv": plain}, {open: closed})).refusal).toBe(refusal);
  });

  it("columns of forms that do not occur may be absent", async () => {
    const gp = columns.filter((c) => c !== "referred_from" && c !== "earlier_care.gp");
    expect(counts(await load({"a.csv": csv(rows, gp)}))).toEqual({read: 5, kept: 4, rejected: 1});
  });
});

describe("the folder", () => {
  it("lists extracts by name and says when there is none", () => {
    const folder = mkdtempSync(join(tmpdir(), "audit-"));
    expect(() => auditFiles(folder)).toThrow(
      "har ingen audit-udtræk, men skulle have mindst én fil, der ender på .csv eller .csv.gz"
    );
    mkdirSync(join(folder, "audit"), {recursive: true});
    for (const name of ["b.csv", "a.CSV.gz", "README.txt", ".hidden.csv"])
      writeFileSync(join(folder, "audit", name), "");
    expect(auditFiles(folder)).toEqual([join(folder, "audit", "a.CSV.gz"), join(folder, "audit", "b.csv")]);
    rmSync(folder, {recursive: true});
  });

  it.each(["laeger.ods", "kiro.csv.rar", "fysioterapeuter.dta", "runde2.docx", "runde3.csv.part"])(
    "a file that is not read stops the run: %s",
    (name) => {
      const folder = mkdtempSync(join(tmpdir(), "audit-"));
      mkdirSync(join(folder, "audit"));
      for (const file of ["a.csv", name]) writeFileSync(join(folder, "audit", file), "x");
      expect(() => auditFiles(folder)).toThrow(
        `${name} læses ikke, da den ikke ender på .csv, .tsv, .txt, .csv.gz, .zip, .sav, .sas7bdat eller .xlsx`
      );
      rmSync(folder, {recursive: true});
    }
  );

  it("so does a folder among the files", () => {
    const folder = mkdtempSync(join(tmpdir(), "audit-"));
    mkdirSync(join(folder, "audit/runde2"), {recursive: true});
    writeFileSync(join(folder, "audit/a.csv"), "x");
    expect(() => auditFiles(folder)).toThrow("runde2 er en mappe og læses ikke; læg dens filer i");
    rmSync(folder, {recursive: true});
  });
});

describe("a delivery too large for one piece of work", () => {
  it("keeps every line number, although threads share the file", async () => {
    const sleep = readCodebook("test/fixtures/invented-audit/codebook");
    const names = knownColumns(sleep);
    const lines = Array.from({length: 300_000}, (_, i) => {
      if (i % 50_000 === 7) return "";
      if (i % 50_000 === 9) return "nurse;1";
      return names
        .map(
          (name) => ({profession: "nurse", round: "1", participant_no: "1", registration_no: String(i + 2)})[name] ?? ""
        )
        .join(";");
    });
    const outcome = await load({"a.csv": `${names.join(";")}\n${lines.join("\n")}\n`}, {codebook: sleep});
    expect(counts(outcome)).toEqual({read: 299_994, kept: 299_988, rejected: 6});
    expect(outcome.rejects.map((r) => r.linje)).toEqual([11, 50_011, 100_011, 150_011, 200_011, 250_011].map(String));
    expect(outcome.registrations.filter((r) => String(r.line) !== r.registration_no)).toEqual([]);
  });
});
