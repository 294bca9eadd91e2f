import {expect, test} from "vitest";
import type {MirrorShare} from "../../../src/components/rows/mirrorRows.js";
import {howOften} from "../../../src/components/sentences/howOften.js";

const answer = (label: string, who: string, percent: number | null, status = "shown") => ({
  label,
  who,
  percent,
  status
});
const share = (label: string, area: string, percent: number | null): MirrorShare => ({
  label,
  area,
  n: null,
  total: null,
  percent,
  low: percent === null ? null : percent - 1,
  high: percent === null ? null : percent + 1,
  status: percent === null ? "hidden" : "shown"
});

test("of each measure of the audit the professions between which the others lie, of the registers' the country", () => {
  const answers = [
    answer("MR", "læger", 5),
    answer("MR", "kiropraktorer", 2),
    answer("MR", "fysioterapeuter", 3),
    answer("Plan", "læger", null, "hidden")
  ];
  const found = [share("Opereret", "1083", 12), share("Opereret", "country", 14)];
  expect(howOften(answers, found, "country")).toBe(
    "I auditten: »MR«: fra 2,0 % hos kiropraktorer til 5,0 % hos læger. »Plan«: kan ikke vises. I registrene: »Opereret«: 14,0 % (95 %-interval 13,0–15,0 %) i hele landet.".replaceAll(
      " %",
      "\u00A0%"
    )
  );
});

test("a source without measures is not spoken of", () => {
  expect(howOften([], [share("Opereret", "country", null)], "country")).toMatch(/^I registrene: »Opereret«: /);
});
