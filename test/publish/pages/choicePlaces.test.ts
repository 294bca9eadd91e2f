import {join} from "node:path";
import {expect, test} from "vitest";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import {choicePlaces} from "../../../publish/pages/choicePlaces.js";
import type {Vocabulary} from "../../../src/parameters.js";

const codebook = readCodebook(join(import.meta.dirname, "../../../data/codebooks/laenderyg"));
const {block, measure} = choicePlaces({codebook, rounds: [1]} as unknown as Vocabulary);

test("a block leads to itself by what it asks, and an answer to the profession that is asked it", () => {
  expect(block!.find(({at}) => at === "emne=referrals")!.words).toContain("MR-scanning af lænden");
  expect(measure!.find(({at}) => at === "fag=gp&svar=actions.opioids")!.words).toMatch(/Opioider .*læger/);
});

test("only professions whose variation is shown lead into it", () => {
  expect(measure!.some(({at}) => at.startsWith("fag=spine_centre"))).toBe(false);
});
