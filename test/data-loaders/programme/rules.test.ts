import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import {readIndicators} from "../../../data-loaders/indicators/definition/readIndicators.js";
import {readRules} from "../../../data-loaders/programme/rules.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const root = join(import.meta.dirname, "../../..");
const codebook = readCodebook(join(root, "data/codebooks/laenderyg"));
const indicators = (await readIndicators()).map(({id}) => id);
const rules = readRules(root, codebook, indicators);

const copy = temporaryFolder();

/** The rules read from a changed file. */
function changed(from: string, to: string): () => unknown {
  for (const folder of ["data/programme", "data/published", "data/recommendations"])
    cpSync(join(root, folder), join(copy, folder), {recursive: true});
  const file = join(copy, "data/programme/rules.yaml");
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
  return () => readRules(copy, codebook, indicators);
}

describe("the programme's rules", () => {
  it("are all there, and at least 25 carry a measure", () => {
    expect(rules.map(({id}) => id)).toEqual(Array.from({length: 70}, (_, i) => `PR${String(i + 1).padStart(2, "0")}`));
    expect(rules.filter(({measures}) => measures.length > 0).length).toBeGreaterThanOrEqual(25);
  });

  it("say where they are from", () => {
    expect(rules.find(({id}) => id === "PR52")?.source).toBe("auditrapporten");
    expect(rules.find(({id}) => id === "PR70")?.source).toBe("casesamlingen, Region Midtjylland");
  });

  it("of another audit carry the registers' measures only", () => {
    const others = readRules(root, {...codebook, id: "andet"}, indicators);
    expect(others.find(({id}) => id === "PR35")?.measures).toEqual([{indicator: "repeated_mri"}]);
  });

  it("are refused with rule and reason", () => {
    expect(changed("answer: actions.manual_treatment", "answer: actions.massage")).toThrow(
      "PR27 måles ved actions.massage, som intet skema har"
    );
    expect(changed("indicator: repeated_mri", "indicator: repeated_ct")).toThrow(
      "PR35 måles ved indikatoren repeated_ct, som ikke findes"
    );
    expect(changed("  PR70:", "  PR71:")).toThrow("PR71 står ikke i data/published/programme_rules.csv");
    expect(changed("direction: more", "direction: up")).toThrow(
      /"rules\.PR01\.direction" er "up", men skal være "more" eller "less" eller "none"/
    );
    expect(changed("    needed: Kommunale kursusdata.\n", "")).toThrow('PR25 mangler "needed"');
  });
});
