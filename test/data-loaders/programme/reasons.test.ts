import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {beforeEach, expect, test} from "vitest";
import {indicatorReasons, ruleReasons} from "../../../data-loaders/programme/reasons.js";
import {readIndicators} from "../../../data-loaders/indicators/definition/readIndicators.js";
import {checkout} from "../../support/project.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const folder = temporaryFolder();
const write = (file: string, text: string) => writeFileSync(join(folder, "data/recommendations", file), text);
beforeEach(() => void mkdirSync(dirname(join(folder, "data/recommendations/x")), {recursive: true}));

test("a rule's reasons are the list below its heading, and the evidence where the source says something of it", () => {
  write(
    "regler.md",
    "Om listen.\n\n- ikke en grund\n\n## PR01\n\n- Den ene\n  grund.\n- Den anden.\n\nEvidens: stærk.\n\n## PR02\n\n- Kun én.\n"
  );
  expect(Object.fromEntries(ruleReasons(folder, ["PR01", "PR02"]))).toEqual({
    PR01: {reasons: ["Den ene grund.", "Den anden."], evidence: "stærk."},
    PR02: {reasons: ["Kun én."]}
  });
});

test.each([
  [
    "## PR01\n\n- A.\n\n## PR2\n\n- B.\n",
    "regler.md:5:1: error: »PR2« er ingen af programmets regler (mente du PR02?)"
  ],
  ["## PR01\n\n- A.\n", "reglen PR02 mangler"],
  ["## PR01\n\n## PR02\n\n- B.\n", "regler.md:1:1: error: »PR01« har ingen grunde"]
])("what is missing or of nothing is refused", (text, message) => {
  write("regler.md", text);
  expect(() => ruleReasons(folder, ["PR01", "PR02"])).toThrow(message);
});

test("an indicator's reasons stand in its own text; one without a text or a section has none yet", () => {
  write(
    "walk.md",
    "Derfor.\n\n## Styregruppens anbefaling\n\n- Gå.\n\n## Gode grunde til at afvige\n\n- Brækket ben.\n"
  );
  write("sleep.md", "Derfor.\n");
  expect(indicatorReasons(folder, "walk")).toEqual({reasons: ["Brækket ben."]});
  expect([indicatorReasons(folder, "sleep"), indicatorReasons(folder, "none")]).toEqual([undefined, undefined]);
});

test("every indicator has reasons", async () => {
  for (const {id} of await readIndicators())
    expect(indicatorReasons(checkout, id)?.reasons.length, id).toBeGreaterThan(0);
});
