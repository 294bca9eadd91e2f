import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import {readIndicators} from "../../../data-loaders/indicators/definition/readIndicators.js";
import {readCases} from "../../../data-loaders/programme/cases.js";
import {readStory} from "../../../data-loaders/programme/story.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const root = join(import.meta.dirname, "../../..");
const codebook = readCodebook(join(root, "data/codebooks/laenderyg"));
const known = {
  codebook,
  indicators: (await readIndicators()).map(({id}) => id),
  cases: readCases(root)
};
const copy = temporaryFolder();

/** The file read with a change. */
function changed(from: string, to: string): () => unknown {
  cpSync(join(root, "data/programme"), join(copy, "data/programme"), {recursive: true});
  const file = join(copy, "data/programme/story.yaml");
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
  return () => readStory(copy, known);
}

describe("one case as a story", () => {
  it("tells each of the 36 events of case 5 once, in their order, and measures every step", () => {
    const {case: no, steps} = readStory(root, known);
    expect(no).toBe(5);
    expect(steps.flatMap(({events}) => events)).toEqual(Array.from({length: 36}, (_, i) => i + 1));
    for (const {title, answers, found} of steps) expect(answers.length + found.length, title).toBeGreaterThan(0);
  });

  it("measures by the registers alone beside another audit", () => {
    const {steps} = readStory(root, {...known, codebook: {...codebook, id: "andet"}});
    expect(steps.every(({answers}) => answers.length === 0)).toBe(true);
    expect(steps.some(({found}) => found.length > 0)).toBe(true);
  });

  it("is refused with the step and the reason", () => {
    expect(changed("events: [12]", "events: [13]")).toThrow("»Øvelser hos fysioterapeuten« har hændelse 13");
    expect(changed("events: [32, 33, 34, 35, 36]", "events: [32, 33]")).toThrow("hændelse 34 mangler");
    expect(changed("answer: actions.nsaid", "answer: actions.aspirin")).toThrow(
      "»Ingen bedring« måles ved actions.aspirin"
    );
    expect(changed("indicator: surgery_within_a_year", "indicator: surgery")).toThrow(
      "»Det går ikke over« måles ved indikatoren surgery, som ikke findes"
    );
    expect(changed("case: 5", "case: 7")).toThrow("case 7 findes ikke");
  });
});
