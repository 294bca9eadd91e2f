import {createRequire} from "node:module";
import {join} from "node:path";
import {expect, test} from "vitest";
import {blocksOf} from "../support/docs.js";
import {checkout} from "../support/project.js";

interface Rules {
  forbidden: {name: string}[];
}

test("the house is drawn as the rules of imports have it, storey by storey", () => {
  const {forbidden} = createRequire(import.meta.url)(join(checkout, ".dependency-cruiser.cjs")) as Rules;
  const ruled = forbidden.flatMap(({name}) => /^one way: (.*) does not know/.exec(name)?.[1] ?? []);
  const drawn = blocksOf("docs/architecture.md")
    .find(({file}) => file === "house")!
    .content.trim()
    .split("\n")
    .map((line) => line.split(/\s{3,}/)[0]!.replace(/\s+/g, ", "))
    .reverse();
  // No rule is needed for the storey that nothing stands on.
  expect(drawn.slice(0, -1)).toEqual(ruled);
  expect(drawn.at(-1)).toBe("data-loaders/cli.ts");
});
