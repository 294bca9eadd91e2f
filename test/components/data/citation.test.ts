import {expect, test} from "vitest";
import {citation} from "../../../src/components/data/citation.js";

const audit = {name: "Audit: Lænderygsmerter", synthetic: true, date: null, seal: "a1b2c3d4e5f6a7b8"};
const registers = {name: "Registre om rygpatienter", synthetic: false, date: "2026-02-01", seal: "0123456789abcdef"};
const today = new Date("2026-03-04T12:00:00Z");

test("a citation names table, data, seal, day and address, and leaves the choices out", () => {
  const table = {name: "audit_answers", title: "Svar i auditten"};
  expect(citation({sources: [audit], table, address: "https://rygatlas.example/data?runde=1#top", today})).toBe(
    "Rygatlas: Svar i auditten (tabellen audit_answers). Audit: Lænderygsmerter, syntetiske data. Segl a1b2c3d4e5f6. Hentet 4. marts 2026 fra https://rygatlas.example/data"
  );
});

test("own extracts are cited by their date", () => {
  const own = {...audit, synthetic: false, date: "2026-02-01"};
  expect(citation({sources: [own], address: "https://rygatlas.example/data", today})).toContain(
    "alle tabeller. Audit: Lænderygsmerter, udtræk af 1. februar 2026."
  );
});

test("several sources are cited with a seal each, a table of both with its own", () => {
  const address = "https://rygatlas.example/data";
  expect(citation({sources: [audit, registers], address, today})).toContain(
    "Audit: Lænderygsmerter, syntetiske data. Registre om rygpatienter, udtræk af 1. februar 2026. Segl a1b2c3d4e5f6 og 0123456789ab."
  );
  expect(citation({sources: [audit, registers], seal: "ffffffffffffffff", address, today})).toContain(
    " Segl ffffffffffff. "
  );
});
