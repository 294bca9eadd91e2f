import {existsSync, readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, inject, test} from "vitest";
import {readPdf, type ReadPdf} from "../support/pdf.js";
import {rygatlas, type Outcome} from "../support/run.js";
import {temporaryFolder} from "../support/temporaryFolder.js";

const {project} = inject("site");
const folder = temporaryFolder();
const out = join(folder, "laesoe.pdf");
/** Where lines break is nothing the text says. */
const closed = (text: string) => text.replace(/\s/g, "");

describe("the register report of a small municipality", () => {
  let outcome: Outcome;
  let pdf: ReadPdf;
  let pages: string[];

  beforeAll(async () => {
    outcome = await rygatlas(project, ["report", "--area", "0825", "--out", out]);
    expect(outcome.err).toBe("");
    pdf = readPdf(readFileSync(out));
    pages = pdf.pages.map((texts) => closed(texts.join("")));
  });

  test("says how many pages it has, and how long it took", () => {
    expect(outcome).toMatchObject({code: 0});
    expect(outcome.out).toMatch(new RegExp(`laesoe\\.pdf: ${pages.length} sider på [\\d,]+ sekunder\\.`));
    expect(readdirSync(folder)).toEqual(["laesoe.pdf"]);
  });

  test("begins with what it is, the data behind it and what is hidden", () => {
    expect(pages[0]).toContain("RegisterrapportRygpatienter,LæsøKommune");
    expect(pages[0]).toMatch(/Syntetiskedata\..*Segl[0-9a-f]{12}.*Antalfra1til4erskjult/);
  });

  test("has contents that name the page of every chapter and figure, and those of one area", () => {
    const [, , , ...lines] = pdf.pages[1]!;
    const entries: {title: string; page: number}[] = [];
    let title = "";
    for (const line of lines) {
      if (!/^\d+$/.test(line)) title += line;
      else {
        entries.push({title: closed(title), page: Number(line)});
        title = "";
      }
    }
    expect(entries.map(({title}) => title)).toEqual(
      expect.arrayContaining(["LæsøKommune", "Figur1.Indikatorer,2023/24", "Diskretion"])
    );
    expect(entries.filter(({title}) => title.startsWith("Figur")).length).toBeGreaterThanOrEqual(16);
    for (const entry of entries) expect(pages[entry.page - 1], entry.title).toContain(entry.title);
    // A figure's number stands on one page only.
    for (const {title, page} of entries.filter(({title}) => title.startsWith("Figur")))
      expect(pages.findIndex((text, i) => i > 1 && text.includes(title)) + 1).toBe(page);
  });

  test("numbers every page but the front", () => {
    expect(pdf.pages.map((texts, i) => texts.includes(String(i + 1)))).toEqual(pages.map((_, i) => i > 0));
  });

  test("has no page without words of its own, and none with a word for nothing", () => {
    for (const text of pages) {
      expect(text.length).toBeGreaterThan(200);
      expect(text).not.toMatch(/undefined|NaN|null|TypeError/);
    }
  });

  test("keeps what is hidden hidden, and says between what it lies", () =>
    expect(pages[2]).toMatch(/Stærksmertestillendemedicin,udentidligereforbrug[\d,]+–[\d,]+%skjult/));

  test("divides words at the end of a line only, so that they can be searched for", () => {
    const divided = pdf.pages.flat().filter((text) => text.includes("\u2010"));
    expect(divided.length).toBeGreaterThan(0);
    for (const text of divided) expect(text).toMatch(/^[^\u2010]*\u2010$/);
    expect(pdf.pages.flat().join("")).not.toMatch(/\u00ad|[\ufb00-\ufb06]/);
  });

  test("can be read on any machine: Danish, with its fonts, its charts as lines and not as dots", () => {
    expect(pdf.language).toBe("da");
    expect(pdf.fonts.length).toBeGreaterThan(0);
    expect(pdf.fonts.filter(({embedded}) => !embedded)).toEqual([]);
    expect(pdf.pictures).toBe(0);
  });
});

test.each([
  ["an unknown code", ["--area", "0826"], "den nærmeste er 0825 (Læsø)"],
  ["an area of the audit", ["audit", "--area", "0825"], "auditten kender ikke patienternes bopæl"]
])("%s is refused, and nothing is written", async (_, args, why) => {
  const file = join(folder, "afvist.pdf");
  const {code, err} = await rygatlas(project, ["report", ...args, "--out", file]);
  expect({code, err}).toEqual({code: 1, err: expect.stringContaining(why)});
  expect(existsSync(file)).toBe(false);
});
