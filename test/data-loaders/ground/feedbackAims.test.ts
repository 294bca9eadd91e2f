import {cpSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import {readAims} from "../../../data-loaders/ground/feedbackAims.js";
import {checkout} from "../../support/project.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const folder = join(temporaryFolder(), "laenderyg");
cpSync(join(checkout, "data/codebooks/laenderyg"), folder, {recursive: true});
const codebook = readCodebook(folder);
const file = join(folder, "feedback.yaml");
const right = readFileSync(file, "utf8");

test("the code book's own file is right", () => {
  expect(readAims(folder, codebook).shares.map(({ref}) => ref)).toContain("actions.self_management_advice");
});

test.each([
  [
    "an answer that no form has",
    right.replace("referrals.mri", "referrals.ct"),
    "»referrals.ct« findes ikke i kodebogen"
  ],
  ["a direction that is none", right.replace("better: more", "better: yes"), '"shares.0.better" er'],
  ["so few that chance decides", right.replace("fewest: 10", "fewest: 3"), '"fewest" er 3, men skal være mindst 5']
])("refuses %s", (_, text, message) => {
  writeFileSync(file, text);
  expect(() => readAims(folder, codebook)).toThrow(message);
});

test("refuses a code book without one, naming the text to write it by", () => {
  rmSync(file);
  expect(() => readAims(folder, codebook)).toThrow(/feedback\.yaml findes ikke; skriv den efter docs\/audit-cycle\.md/);
});
