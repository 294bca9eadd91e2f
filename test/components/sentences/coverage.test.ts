import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {filesBelow} from "../../../data-loaders/engine/seal.js";
import {
  auditCoverage,
  contactTotal,
  knownContacts,
  registerCoverage
} from "../../../src/components/sentences/coverage.js";

const plain = (text: string) => text.replaceAll("\u00A0", " ");
const names: Record<string, string> = {gp: "praktiserende læger", chiropractor: "kiropraktorer"};
const gp = {profession: "gp", participants: 42, invited: 300, inRegion: 1100, registeredPercent: null, dropouts: []};
const say = (...professions: Partial<typeof gp>[]) =>
  plain(
    auditCoverage(
      {least: 20, professions: professions.map((one) => ({...gp, ...one}) as typeof gp)},
      (id) => names[id]!
    )
  );

describe("of the audit", () => {
  test("those in the region come before those invited; few are named", () => {
    expect(say({})).toBe(
      "Af alle i regionen deltog praktiserende læger (42 af 1.100). Under 20 % deltog af praktiserende læger, så deres resultater hviler på få."
    );
    expect(say({inRegion: null!, participants: 150})).toBe("Af de inviterede deltog praktiserende læger (150 af 300).");
  });

  test("what is not known is said", () => {
    const unknown = {inRegion: null!, invited: null!};
    expect(say(unknown)).toBe(
      "Dækningen er ikke kendt: det er ikke oplyst, hvor mange der kunne have deltaget i auditten."
    );
    expect(say({participants: 550}, {...unknown, profession: "chiropractor"})).toBe(
      "Af alle i regionen deltog praktiserende læger (550 af 1.100). Dækningen er ikke kendt for kiropraktorer."
    );
  });
});

test("of registers: both shares, the one that rests on few, and that nothing is known", () => {
  const of = (residence: number | null, department: number | null) =>
    plain(registerCoverage({least: 90, known: {residence, department}}));
  expect(of(99.9, 93.6)).toBe(
    "Af kontakterne med en rygdiagnose kender registrene patientens bopæl for 99,9 % og afdelingen for 93,6 %."
  );
  expect(of(99.9, 50)).toContain("Afdelingen kendes for under 90 %, så tal delt efter det hviler på få.");
  expect(of(null, null)).toContain("Registrenes dækning er ikke kendt");
});

test("the least month of those shown, and their contacts", () => {
  const row = (month: string, known: number | null) => ({
    month,
    item: "residence",
    known,
    total: known === null ? null : 200,
    percent: known === null ? null : known / 2
  });
  const rows = [row("2024-01", 190), row("2024-02", 180), row("2024-03", null)];
  expect(plain(knownContacts(rows))).toBe(
    "Patientens bopæl kendes for 90,0 % af kontakterne i 2024-02: det er det mindste i de måneder, der er vist for hele landet."
  );
  expect(plain(contactTotal(rows))).toBe("N = 400 kontakter i 2 viste måneder");
  expect(knownContacts([row("2024-01", null)])).toBe("Ingen måneds dækning er vist for hele landet.");
});

test("every page with results says what they cover", () => {
  const pages = filesBelow("src").filter((file) => file.endsWith(".md") && !/src[\\/]metode/.test(file));
  const silent = pages.filter((file) => {
    const text = readFileSync(file, "utf8");
    return /^```sql/m.test(text) && !text.includes("display(coverageLine(");
  });
  expect(silent).toEqual([]);
});
