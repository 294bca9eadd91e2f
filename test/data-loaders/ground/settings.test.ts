import {mkdtempSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {Refusal} from "../../../data-loaders/ground/refusal.js";
import {defaultRules} from "../../../data-loaders/ground/rules.js";
import {readSettings, type Settings} from "../../../data-loaders/ground/settings.js";
import {checkout} from "../../support/project.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const parent = temporaryFolder();

function read(text: string | null): Settings {
  const root = mkdtempSync(join(parent, "project-"));
  if (text !== null) writeFileSync(join(root, "settings.yaml"), text);
  return readSettings(root);
}

describe("settings", () => {
  test("what is missing keeps the value of the file as delivered, which counts rare specialties with another", () => {
    const {root, ...empty} = read("# intet\n");
    const delivered = readSettings(checkout);
    const moved = JSON.parse(JSON.stringify(delivered).replaceAll(checkout, root)) as Settings;
    expect(empty.parameters.otherSpecialties).toBe("other");
    expect(moved.parameters.otherSpecialties).toBe("medicine");
    expect({root, ...empty}).toEqual({
      ...moved,
      parameters: {...moved.parameters, otherSpecialties: empty.parameters.otherSpecialties}
    });
  });

  test("readers are led to an e-mail address or a page, and to nothing else", () => {
    expect(read("contact: ryg@region.example\n").contact).toBe("ryg@region.example");
    expect(read("contact: https://region.example/skriv\n").contact).toBe("https://region.example/skriv");
    expect(() => read("contact: javascript:alert(1)\n")).toThrow(/contact.*en mailadresse eller en adresse/);
  });

  test("folders are those of the project, unless their paths are absolute", () => {
    const {root, codebook, extracts, workspace} = read(
      "codebook: soevn\nextracts: ../andre\nworkspace: /srv/rygatlas\n"
    );
    expect(codebook).toBe(join(root, "data/codebooks/soevn"));
    expect(extracts).toBe(join(root, "../andre"));
    expect(workspace).toBe("/srv/rygatlas");
  });

  test("half of the twin's keeps the other half", () => {
    expect(read("synthetic: {seed: 7}").synthetic).toEqual({seed: 7, scale: 1});
  });

  test.each(["number", "code", "hidden"])("participants may be shown by %s", (participants) => {
    expect(read(`disclosure: {participants: ${participants}}`).disclosure.audit).toEqual({
      ...defaultRules,
      participants
    });
  });

  test("a mean may need more registrations", () => {
    expect(read("disclosure: {smallest_mean: 30}").disclosure.audit).toEqual({...defaultRules, smallestMean: 30});
  });

  test("audit and registers have rules of their own", () => {
    const {audit, registers} = read(
      "disclosure: {audit: {threshold: 3}, registers: {threshold: 8, interval: {from: 1, to: 4}, smallest_denominator: 20}}"
    ).disclosure;
    expect(audit).toEqual({...defaultRules, threshold: 3, interval: {from: 1, to: 3}, smallestDenominator: 3});
    expect(registers).toEqual({...defaultRules, threshold: 8, interval: {from: 1, to: 4}, smallestDenominator: 20});
  });

  test("rules given once, as earlier versions had them, are for both but for what one of them says itself", () => {
    const {audit, registers} = read(
      "disclosure: {threshold: 1, smallest_denominator: 10, registers: {threshold: 8}}"
    ).disclosure;
    expect(audit).toEqual({...defaultRules, threshold: 1, interval: {from: 1, to: 1}, smallestDenominator: 10});
    expect(registers).toEqual({...defaultRules, threshold: 8, interval: {from: 1, to: 8}, smallestDenominator: 10});
  });

  test("names of a delivery are kept as they are", () => {
    expect(read("aliases: {Alder: age, 'køn ': sex}").aliases).toEqual({Alder: "age", "køn ": "sex"});
  });
});

describe("what cannot be used is refused in one sentence", () => {
  const name = "settings.yaml";
  test.each<[string, string | null, string]>([
    ["no file", null, `${name} kan ikke læses i #/${name}; kør kommandoen fra projektets mappe.`],
    [
      "broken YAML",
      "threads: 2\naliases: {a: b",
      `${name}, linje 2, tegn 15: er ikke gyldig YAML; ret indrykning og tegn dér.`
    ],
    [
      "a setting twice",
      "threads: 2\nthreads: 3",
      `${name}, linje 2, tegn 1: er ikke gyldig YAML; ret indrykning og tegn dér.`
    ],
    ["a text", "tal", `${name}: filen er "tal", men skal være navne med hver sin værdi; ret indstillingen.`],
    ["an unknown setting", "thread: 2", `${name}: "thread" kendes ikke; ret indstillingen.`],
    ["half a thread", "threads: 1.5", `${name}: "threads" er 1.5, men skal være et helt tal; ret indstillingen.`],
    ["no thread", "threads: 0", `${name}: "threads" er 0, men skal være mindst 1; ret indstillingen.`],
    ["a word for a number", "threads: to", `${name}: "threads" er "to", men skal være et tal; ret indstillingen.`],
    [
      "too many percent",
      "max_rejected_percent: 101",
      `${name}: "max_rejected_percent" er 101, men skal være højst 100; ret indstillingen.`
    ],
    [
      "an unknown unit",
      "memory_limit: 3 TB",
      `${name}: "memory_limit" er "3 TB", men skal være et tal med MB eller GB, såsom 3GB; ret indstillingen.`
    ],
    ["a bare number", "memory_limit: 3", `${name}: "memory_limit" er 3, men skal være en tekst; ret indstillingen.`],
    [
      "a setting without a value",
      "codebook:\n",
      `${name}: "codebook" er tom, men skal være en tekst; ret indstillingen.`
    ],
    [
      "a seed below zero",
      "synthetic: {seed: -1}",
      `${name}: "synthetic.seed" er -1, men skal være mindst 0; ret indstillingen.`
    ],
    [
      "a number for a name",
      "aliases: {alder: 5}",
      `${name}: "aliases.alder" er 5, men skal være en tekst; ret indstillingen.`
    ],
    [
      "a list for names",
      "aliases: [alder]",
      `${name}: "aliases" er Array, men skal være navne med hver sin værdi; ret indstillingen.`
    ],
    [
      "no period",
      "registers: {periods: []}",
      `${name}: "registers.periods" er Array, men skal være mindst én periode, og hver med sit eget navn; ret indstillingen.`
    ],
    [
      "two periods of one name",
      "registers: {periods: [{id: a, from: 2021-07-01, to: 2022-06-30}, {id: a, from: 2022-07-01, to: 2023-06-30}]}",
      `${name}: "registers.periods" er Array, men skal være mindst én periode, og hver med sit eget navn; ret indstillingen.`
    ],
    [
      "a day that does not exist",
      "registers: {periods: [{id: a, from: 2021-02-30, to: 2022-06-30}]}",
      `${name}: "registers.periods.0.from" er "2021-02-30", men skal være en dag som 2023-07-01; ret indstillingen.`
    ],
    [
      "a period that ends before it begins",
      "registers: {periods: [{id: a, from: 2022-07-01, to: 2022-06-30}]}",
      `${name}: "registers.periods.0" er Object, men skal være en periode, der begynder, før den slutter; ret indstillingen.`
    ],
    [
      "a period without an end",
      "registers: {periods: [{id: a, from: 2022-07-01}]}",
      `${name}: "registers.periods.0.to" mangler; ret indstillingen.`
    ],
    [
      "half a contact",
      "registers: {flow_contacts: 1.5}",
      `${name}: "registers.flow_contacts" er 1.5, men skal være et helt tal; ret indstillingen.`
    ],
    [
      "a flow of one contact",
      "registers: {flow_contacts: 1}",
      `${name}: "registers.flow_contacts" er 1, men skal være mindst 2; ret indstillingen.`
    ],
    [
      "a threshold below which there is nothing",
      "disclosure: {audit: {threshold: 0}}",
      `${name}: "disclosure.audit.threshold" er 0, men skal være mindst 1; ret indstillingen.`
    ],
    [
      "a rule that only the whole has, of one side",
      "disclosure: {registers: {participants: hidden}}",
      `${name}: "disclosure.registers.participants" kendes ikke; ret indstillingen.`
    ],
    [
      "a rule on few participants",
      "disclosure: {largest_share: 100}",
      `${name}: "disclosure.largest_share" findes ikke længere; fjern linjen.`
    ],
    [
      "two settings that earlier versions had",
      "disclosure:\n  largest_share: 85\n  smallest_participants: 3\n",
      `${name}: "disclosure.smallest_participants" og "disclosure.largest_share" findes ikke længere; fjern linjerne.`
    ],
    [
      "rounding, which earlier versions had",
      "disclosure: {rounding_base: 5}",
      `${name}: "disclosure.rounding_base" findes ikke længere; fjern linjen.`
    ],
    [
      "rounding that was switched off",
      "disclosure:\n  threshold: 5\n  rounding_base: 1\n",
      `${name}: "disclosure.rounding_base" findes ikke længere; fjern linjen.`
    ],
    [
      "an unknown way to show participants",
      "disclosure: {participants: navn}",
      `${name}: "disclosure.participants" er "navn", men skal være "number" eller "code" eller "hidden"; ret indstillingen.`
    ],
    [
      "no names",
      "aliases: alder",
      `${name}: "aliases" er "alder", men skal være navne med hver sin værdi; ret indstillingen.`
    ]
  ])("%s", (_, text, sentence) => {
    expect(() => read(text)).toThrow(Refusal);
    try {
      read(text);
    } catch (error) {
      expect((error as Error).message.replace(/\S*project-[^/]+/, "#")).toBe(sentence);
    }
  });
});

test("names of a register delivery, in any case", () => {
  const {registers} = read(
    "registers: {aliases: {LMDB: {Loebenr: PNR}}, employment_column: '^arb(?<year>\\d\\d)(?<month>\\d\\d)$', least_known_percent: 1}"
  );
  expect(registers).toEqual({
    aliases: {lmdb: {loebenr: "pnr"}},
    sheets: {},
    employmentColumn: "^arb(?<year>\\d\\d)(?<month>\\d\\d)$",
    leastKnownPercent: 1
  });
  expect(read("").registers.leastKnownPercent).toBe(5);
  expect(read("").registers.employmentColumn).toContain("beskgrad");
});

test.each(["^beskgrad", "(?<year>(?<month>"])("»%s« does not give the month", (pattern) => {
  expect(() => read(`registers: {employment_column: "${pattern}"}`)).toThrow(
    /registers\.employment_column.*grupperne year og month/
  );
});

test("what decides who is a patient, and in which period", () => {
  const {parameters} = read(
    "registers: {periods: [{id: '2024', from: 2024-01-01, to: 2024-12-31}], years_without: 5, minimum_age: 16, flow_contacts: 4, slack_days: 0, other_specialties: surgery}"
  );
  expect(parameters).toEqual({
    periods: [{id: "2024", from: "2024-01-01", to: "2024-12-31"}],
    yearsWithout: 5,
    minimumAge: 16,
    flowContacts: 4,
    slackDays: 0,
    otherSpecialties: "surgery"
  });
});
