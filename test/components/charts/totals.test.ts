import {expect, test} from "vitest";
import {totals, totalsByProfession} from "../../../src/components/charts/totals.js";
import {professions} from "./fixtures.js";

test("each profession once, in the order of the code book, with Danish thousands", () => {
  const rows = [
    {profession: "chiropractor", total: 2996},
    {profession: "gp", total: 319},
    {profession: "chiropractor", total: 2996},
    {profession: "all", total: 9}
  ];
  expect(totals(rows, professions)).toBe("Registreringer: Læger 319, Kiropraktorer 2.996");
});

test("a hidden total is said to be hidden", () => {
  expect(totals([{profession: "gp", total: null}], professions)).toBe("Registreringer: Læger skjult");
  expect(
    totals(
      [
        {profession: "gp", total: null},
        {profession: "gp", total: 319}
      ],
      professions
    )
  ).toBe("Registreringer: Læger 319");
});

test("of groups of several sizes the largest, also where another is hidden", () => {
  const rows = [
    {profession: "gp", total: 239},
    {profession: "gp", total: null},
    {profession: "gp", total: 319}
  ];
  expect(totalsByProfession(rows, professions)).toBe("Læger 319");
});

test("nobody", () => {
  expect(totals([], professions)).toBe("Ingen registreringer");
});
