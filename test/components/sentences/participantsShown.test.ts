import {expect, test} from "vitest";
import {
  barsInWords,
  findYourself,
  participantsInWords,
  participantsNotShown
} from "../../../src/components/sentences/participants.js";

test("each way to show participants says what a bar is called", () => {
  expect(barsInWords("number")).toContain("med deltagerens nummer under");
  expect(barsInWords("code")).toContain("uden nummer");
  expect(barsInWords("hidden")).toBe(participantsNotShown);
});

test("a reader is asked for what they have", () => {
  expect(findYourself("number")).toContain("deltagernummer");
  expect(findYourself("code")).toContain("den private kode");
});

test("the method page says which is used, and why", () => {
  expect(participantsInWords("number")).toContain("læseren ved ikke, hvem der har hvilket deltagernummer");
  expect(participantsInWords("code")).toContain("en hash af koden");
  expect(participantsInWords("hidden")).toContain("vises deltagerne ikke");
});
