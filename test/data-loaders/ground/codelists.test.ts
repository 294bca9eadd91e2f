import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readCodelists} from "../../../data-loaders/ground/codelists.js";
import {createCodelists} from "../../../data-loaders/sources/registers/codelistTables.js";
import {openSession} from "../../../data-loaders/engine/session.js";

const lists = readCodelists("data/codelists");

describe("the code lists", () => {
  it("give each of 98 municipalities and Christiansø one region on any day", () => {
    for (const day of ["2007-01-01", "2024-06-30", "2026-12-31", "2027-01-01", "2031-05-05"]) {
      const valid = lists.municipalities.filter((m) => m.valid_from <= day && (m.valid_to === "" || day <= m.valid_to));
      expect(new Set(valid.map((m) => m.code)).size).toBe(99);
      expect(valid).toHaveLength(99);
      const regions = lists.regions
        .filter((r) => r.valid_from <= day && (r.valid_to === "" || day <= r.valid_to))
        .map((r) => r.code);
      expect(new Set(valid.map((m) => m.region))).toEqual(new Set(regions));
    }
    const today = lists.municipalities.filter((m) => m.valid_from === "2007-01-01" && m.code !== "0411");
    const sizes = ["1081", "1082", "1083", "1084", "1085"].map(
      (region) => today.filter((m) => m.region === region).length
    );
    expect(sizes).toEqual([11, 19, 22, 29, 17]);
  });

  it("have every service code the report prints", () => {
    expect(lists.service_codes.filter((code) => code.provider === "chiropractor")).toHaveLength(60);
    expect(
      lists.service_codes.filter((code) => code.provider === "physiotherapist").map((c) => c.specialty + c.service)
    ).toContain("510123");
  });

  it("stand in the session, with dates", async () => {
    const session = await openSession({memoryLimit: "200MB", threads: 1, temporary: tmpdir()});
    await createCodelists(session, lists);
    const [row] = await session.rows(
      "SELECT count(*) AS n FROM code_municipalities WHERE DATE '2027-01-01' BETWEEN valid_from AND coalesce(valid_to, DATE '9999-12-31')"
    );
    expect(row).toEqual({n: 99});
    session.close();
  });
});

describe("a list that an analyst has broken", () => {
  const broken = (list: string, change: (text: string) => string) => {
    const folder = mkdtempSync(join(tmpdir(), "codelists-"));
    cpSync("data/codelists", folder, {recursive: true});
    writeFileSync(join(folder, list), change(readFileSync(join(folder, list), "utf8")));
    try {
      readCodelists(folder);
    } catch (error) {
      return (error as Error).message;
    } finally {
      rmSync(folder, {recursive: true});
    }
  };

  it.each([
    [
      "back_diagnoses.csv",
      (t: string) => t.replace(",neck,", ",hals,"),
      /back_diagnoses\.csv, linje \d+, kolonne site: »hals« skulle være neck eller back eller unspecified/
    ],
    [
      "drugs.csv",
      (t: string) => t.replace("to be confirmed", "maybe"),
      /linje 2, kolonne status: »maybe« skulle være confirmed eller to be confirmed/
    ],
    [
      "regions.csv",
      (t: string) => t.replace("2027-01-01", "1. januar"),
      /kolonne valid_from: »1\. januar« skulle være en dato/
    ],
    ["mri.csv", (t: string) => t.replace("prefix", "kode"), /linje 1: kolonnen »prefix« mangler/],
    ["mri.csv", (t: string) => t.replace("UXME10", ""), /linje 2, kolonne prefix: »« skulle være udfyldt/]
  ])("%s", (list, change, message) => {
    expect(broken(list, change)).toMatch(message);
  });
});
