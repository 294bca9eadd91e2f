import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import {readPrevalence} from "../../../data-loaders/programme/prevalence.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const root = join(import.meta.dirname, "../../..");
const codebook = readCodebook(join(root, "data/codebooks/laenderyg"));
const {steps, triad} = readPrevalence(root, codebook);
const copy = temporaryFolder();

/** The file read with a change. */
function changed(from: string, to: string): () => unknown {
  for (const folder of ["data/programme", "data/published"])
    cpSync(join(root, folder), join(copy, folder), {recursive: true});
  const file = join(copy, "data/programme/prevalence.yaml");
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
  return () => readPrevalence(copy, codebook);
}

describe("from the population to the patient", () => {
  const share = (id: string) => steps.find((step) => step.id === id)!.share!;

  it("the slides' shares are proportions, and ranges stay ranges", () => {
    expect(share("pain_year")).toEqual({low: 0.4, high: 0.4});
    expect(share("daily")).toEqual({low: 0.06, high: 0.08});
    expect(share("sick_six_weeks").low).toBeCloseTo(4_500 / 1_200_000, 12);
  });

  it("both ends of the slides' range of patients on sick leave imply 12,500 seen of 1.2 million", () => {
    expect(share("hospital").low).toBeCloseTo(12_500 / 1_200_000, 12);
    expect(share("hospital").high).toBeCloseTo(12_500 / 1_200_000, 12);
  });

  it("nothing is said where no source prints a share", () => {
    expect(steps.find(({id}) => id === "operated")).not.toHaveProperty("share");
  });

  it("the triad has the slides' ranges, and less than 1 % begins at 0", () => {
    expect(triad.map(({id, printed}) => [id, printed.map(({low, high}) => [low, high])])).toEqual([
      [
        "unspecific",
        [
          [0.8, 0.85],
          [0.9, 0.9]
        ]
      ],
      [
        "nerve_root",
        [
          [0.05, 0.1],
          [0.3, 0.4]
        ]
      ],
      [
        "serious",
        [
          [0.01, 0.05],
          [0, 0.01]
        ]
      ],
      ["outside", []]
    ]);
  });

  it("of another code book the audit's answers are left out", () => {
    const other = readPrevalence(root, {...codebook, professions: []});
    expect(other.triad.map(({answer}) => answer)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("is refused with the entry and the reason", () => {
    expect(changed("figure: L01", "figure: L99")).toThrow("pain_year bruger tallet L99");
    expect(changed("of: pain_year", "of: nobody")).toThrow("treatment er en andel af nobody");
    expect(changed("    figure: L04\n", "")).toThrow('daily skal have både "figure" og "of"');
    expect(changed("registers: operated", "registers: cured")).toThrow(
      /"steps\.9\.registers" er "cured", men skal være/
    );
  });
});
