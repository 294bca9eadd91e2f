import {readFileSync} from "node:fs";
import fc from "fast-check";
import {expect, test} from "vitest";
import {hyphenator} from "../../../../publish/report/client/hyphenation.js";

const hyphenate = hyphenator(readFileSync("publish/report/danishPatterns.txt", "utf8"));

// The divisions that the npm package hyphen 1.14.1, another implementation with the same patterns, gives.
test.each([
  "un-der-sø-gel-se",
  "ryg-pa-tien-ter",
  "kon-trol-græn-ser-ne",
  "sam-men-lig-ning",
  "stan-dar-di-se-re-de",
  "pri-mær-sek-to-ren",
  "ak-tions-di-ag-no-sen",
  "kom-mu-ner-ne",
  "sy-ge-hus",
  "til-fæl-dig-hed",
  "in-di-ka-to-rer-ne",
  "smer-testil-len-de"
])("%s", (divided) => expect(hyphenate(divided.replaceAll("-", ""))).toEqual(divided.split("-")));

test("a capital changes nothing", () => expect(hyphenate("Undersøgelse")).toEqual(["Un", "der", "sø", "gel", "se"]));

test("the parts are the word, and none at its ends is a single letter", () => {
  fc.assert(
    fc.property(fc.string({unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzæøå"), minLength: 1}), (word) => {
      const parts = hyphenate(word);
      expect(parts.join("")).toBe(word);
      if (parts.length > 1) expect(Math.min(parts[0]!.length, parts.at(-1)!.length)).toBeGreaterThan(1);
    })
  );
});
