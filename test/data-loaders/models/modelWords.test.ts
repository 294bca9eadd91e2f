import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {modelWords} from "../../../data-loaders/models/modelWords.js";
import {checkout} from "../../support/project.js";

test("every model that is left in the session is described, and no other", () => {
  const text = readFileSync(join(checkout, "data-loaders/models/registers/registerModels.ts"), "utf8");
  const [, left] = /Tables left in the session: ([^.]*)\./.exec(text)!;
  const names = Array.from(left!.matchAll(/`(\w+)`/g), ([, name]) => name!);
  expect(modelWords.map(({name}) => name)).toEqual(["registrations", ...names]);
});
