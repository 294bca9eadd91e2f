import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import {readIndicators} from "../../../data-loaders/indicators/definition/readIndicators.js";
import {readMirror} from "../../../data-loaders/programme/mirror.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const root = join(import.meta.dirname, "../../..");
const codebook = readCodebook(join(root, "data/codebooks/laenderyg"));
const indicators = (await readIndicators()).map(({id}) => id);
const mirror = readMirror(root, codebook, indicators);
const copy = temporaryFolder();

/** The file read with a change. */
function changed(from: string, to: string): () => unknown {
  for (const folder of ["data/programme", "data/published"])
    cpSync(join(root, folder), join(copy, folder), {recursive: true});
  const file = join(copy, "data/programme/mirror.yaml");
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
  return () => readMirror(copy, codebook, indicators);
}

describe("audit and registers side by side", () => {
  it("six subjects, each with both sides and what is not the same: who, what, unit, region, time and source", () => {
    expect(mirror.subjects.map(({title}) => title)).toEqual([
      "Billeddiagnostik",
      "Medicin",
      "Henvisning",
      "Træning og genoptræning",
      "Egenhåndtering",
      "Arbejde"
    ]);
    for (const {id, audit, registers, differences} of mirror.subjects) {
      expect(audit.length, id).toBeGreaterThan(0);
      expect(registers.length, id).toBeGreaterThan(0);
      expect(
        differences.map(({what}) => what),
        id
      ).toEqual(expect.arrayContaining(["Hvem", "Hvad", "Kilde", "Enhed", "Region", "Tid"]));
    }
  });

  it("every printed number of the audit of 2011, as it is printed", () => {
    expect(mirror.earlier.map(({statement, percent}) => [statement, percent])).toEqual([
      ["S003", 48],
      ["S004", 15],
      ["S005", 32],
      ["S006", 33.3],
      ["S007", 33.3],
      ["S008", 12],
      ["S009", 11],
      ["S010", 11],
      ["S011", 21]
    ]);
    for (const {statement, same, why} of mirror.earlier)
      if (same !== "yes") expect(why, statement).toMatch(/\p{L}{3}/u);
  });

  it("another audit has no subjects", () => {
    expect(readMirror(root, {...codebook, id: "andet"}, indicators)).toEqual({
      region: "1083",
      subjects: [],
      earlier: []
    });
  });

  it("is refused with the subject or statement and the reason", () => {
    expect(changed("answer: actions.opioids, label", "answer: actions.aspirin, label")).toThrow(
      "staerk-medicin måles ved actions.aspirin"
    );
    expect(changed("of: [surgery_within_a_year]", "of: [surgery]")).toThrow(
      "mr-scanning måles ved indikatoren surgery, som ikke findes"
    );
    expect(changed("statement: S003", "statement: S999")).toThrow(
      "S999 står ikke i data/published/audit_statements.csv"
    );
    expect(changed("same: yes, subject: henvisning", "same: no, subject: henvisning")).toThrow(
      'S007 skal have "answer", netop når "same" ikke er no'
    );
  });
});
