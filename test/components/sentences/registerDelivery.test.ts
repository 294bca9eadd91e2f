import {expect, test} from "vitest";
import {notDelivered, registerDelivery} from "../../../src/components/sentences/registerDelivery.js";

const read = [
  {kind: "lmdb", label: "Lægemidler", files: 1, read: 2000, kept: 1900, leftOut: 90, rejected: 10},
  {kind: "bef", label: "Befolkning", files: 5, read: 500, kept: 500, leftOut: 0, rejected: 0}
];

test("rows of all registers together", () => {
  expect(registerDelivery({read, synthetic: true, date: null})).toBe(
    "Registrene er syntetiske data: af 2.500 rækker i 6 filer er 2.400 beholdt, 90 udeladt og 10 afvist."
  );
  expect(registerDelivery({read, synthetic: false, date: "2026-02-01"})).toContain(
    "Registrene er udtræk af 1. februar 2026:"
  );
});

test("registers that are missing", () => {
  const dream = {kind: "dream", label: "DREAM", without: "intet om job"};
  expect(notDelivered([])).toBe("Alle registre er leveret.");
  expect(notDelivered([dream])).toBe("Ét register er ikke leveret:");
  expect(notDelivered([dream, dream])).toBe("2 registre er ikke leveret:");
});
