import {expect, test} from "vitest";
import {otherSpecialties} from "../../../src/components/sentences/otherSpecialties.js";
import {specialtyLabels} from "../../../src/domain/registers.js";

test("where other specialties are counted with another, they have no word of their own, and a sentence says so", () => {
  expect(Object.values(specialtyLabels({otherSpecialties: "medicine"}))).toEqual([
    "Akut",
    "Medicin",
    "Kirurgi",
    "Privathospital"
  ]);
  expect(otherSpecialties({otherSpecialties: "medicine"})).toBe(
    "Afdelinger med andre specialer ser få rygpatienter og tæller med som medicin."
  );
});

test("where they stand on their own, there is nothing to say", () => {
  expect(Object.values(specialtyLabels({otherSpecialties: "other"}))).toContain("Andet speciale");
  expect(otherSpecialties({otherSpecialties: "other"})).toBe("");
});
