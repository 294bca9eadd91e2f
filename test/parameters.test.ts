import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {readCodebook} from "../data-loaders/ground/codebook.js";
import {
  parameters,
  registerParameters,
  type AuditParameterName,
  type Chosen,
  type RegisterParameterName
} from "../src/parameters.js";
import {registerWords} from "./publish/pages/vocabulary.js";
import {checkout} from "./support/project.js";

const laenderyg = {codebook: readCodebook(join(checkout, "data/codebooks/laenderyg")), rounds: [1, 2]};
const sleep = {codebook: readCodebook(join(checkout, "test/fixtures/invented-audit/codebook")), rounds: [1]};

const choices = (name: AuditParameterName, chosen: Chosen = {}, words = laenderyg) =>
  parameters[name].choices(words, chosen);
const values = (...args: Parameters<typeof choices>) => choices(...args).map((choice) => choice.value);

describe.each(Object.keys(parameters) as AuditParameterName[])("%s", (name) => {
  const {address, label, dependsOn} = parameters[name];

  test("has a Danish name and a place in the address of its own", () => {
    expect(label).toMatch(/^\p{Lu}/u);
    expect(address).toMatch(/^[a-z]+$/);
    expect(Object.values({...parameters, ...registerParameters}).filter((p) => p.address === address)).toHaveLength(1);
  });

  test("depends on choices that depend on nothing", () => {
    for (const on of dependsOn) expect({...parameters, ...registerParameters}[on].dependsOn).toEqual([]);
  });

  test.each([
    ["laenderyg", laenderyg],
    ["sleep", sleep]
  ])("offers different values, each with words, in %s", (_, words) => {
    for (const profession of [undefined, "nobody", ...words.codebook.professions.map((p) => p.id)]) {
      const offered = choices(name, {profession}, words);
      expect(offered.length).toBeGreaterThan(0);
      expect(new Set(offered.map((c) => c.value)).size).toBe(offered.length);
      expect(offered.every((c) => c.label.trim() !== "")).toBe(true);
    }
  });
});

test("rounds and professions are those at hand, telephone forms among them", () => {
  expect(choices("round")).toEqual([
    {value: "1", label: "Runde 1"},
    {value: "2", label: "Runde 2"}
  ]);
  expect(values("profession")).toEqual(["gp", "chiropractor", "physiotherapist", "spine_centre", "spine_centre_phone"]);
  expect(choices("profession", {}, sleep)[1]).toEqual({value: "psychologist", label: "Psykologer"});
});

test("everybody comes before the severely affected, who exist only where the code book says so", () => {
  expect(choices("patientGroup")).toEqual([
    {value: "all", label: "Alle patienter"},
    {value: "severe", label: "Svært påvirkede"}
  ]);
  expect(choices("patientGroup", {}, sleep)[1]!.label).toBe("Langvarigt ramte");
  const {severe: _, ...codebook} = sleep.codebook;
  expect(values("patientGroup", {}, {codebook, rounds: [1]})).toEqual(["all"]);
});

test("consultations: all, first and later", () => {
  expect(values("consultation")).toEqual(["all", "first", "later"]);
});

test("regions are those that answers are published by, and only of all consultations and patients", () => {
  expect(values("participantRegion")).toEqual(["all"]);
  const shown = {...laenderyg, regions: ["1083", "1081"]};
  expect(choices("participantRegion", {}, shown)).toEqual([
    {value: "all", label: "Alle"},
    {value: "1081", label: "Region Nordjylland"},
    {value: "1083", label: "Region Syddanmark"}
  ]);
  expect(values("participantRegion", {consultation: "first"}, shown)).toEqual(["all"]);
  expect(values("participantRegion", {patientGroup: "severe"}, shown)).toEqual(["all"]);
});

test("questions are those of the profession chosen, by their names across forms", () => {
  expect(choices("question", {profession: "psychologist"}, sleep)).toEqual([
    {value: "duration", label: "Varighed"},
    {value: "causes", label: "Årsager"},
    {value: "therapy", label: "TERAPI"}
  ]);
  expect(values("question", {profession: "gp"})).not.toContain("referred_from");
  expect(values("question", {profession: "spine_centre"})).toContain("referred_from");
});

test("blocks are those at least two forms share, telephone forms aside", () => {
  expect(choices("block", {}, sleep)).toEqual([
    {value: "duration", label: "Varighed"},
    {value: "causes", label: "Årsager"}
  ]);
  expect(values("block")).toEqual([
    "sex",
    "earlier_episodes",
    "earlier_care",
    "symptoms",
    "characteristics",
    "findings",
    "actions",
    "referrals",
    "purpose"
  ]);
  // With its only partner made a telephone form, a form shares nothing.
  const [nurse, psychologist] = sleep.codebook.professions;
  const codebook = {...sleep.codebook, professions: [nurse!, {...psychologist!, telephoneOf: "nurse"}]};
  expect(values("block", {}, {codebook, rounds: [1]})).toEqual([]);
});

test("measures are the composites whose every answer the form has, then its answers", () => {
  expect(choices("measure", {profession: "nurse"}, sleep)).toEqual([
    {value: "any_habit", label: "Kaffe eller skærm"},
    {value: "severe", label: "Søvnløshed i mere end tre måneder"},
    {value: "duration.under_three_months", label: "Varighed: Under tre måneder"},
    {value: "duration.over_three_months", label: "Varighed: Over tre måneder"},
    {value: "causes.coffee", label: "Årsager: Kaffe"},
    {value: "causes.screen", label: "Årsager: Skærm"},
    {value: "causes.none", label: "Årsager: Ingen af førnævnte"},
    {value: "advice.bedtime", label: "Råd i dag: Fast sengetid"},
    {value: "advice.walk", label: "Råd i dag: Gåtur"}
  ]);
  expect(values("measure", {profession: "psychologist"}, sleep).slice(0, 2)).toEqual([
    "severe",
    "duration.under_three_months"
  ]);
  expect(values("measure", {profession: "gp"})).toContain("mri_earlier_or_referred");
});

test("without a profession, or with one unknown, the first is meant", () => {
  for (const name of ["question", "measure"] as const) {
    expect(values(name)).toEqual(values(name, {profession: "gp"}));
    expect(values(name, {profession: "<img>"})).toEqual(values(name, {profession: "gp"}));
  }
});

describe.each(Object.keys(registerParameters) as RegisterParameterName[])("%s, on registers", (name) => {
  const {address, label, choices} = registerParameters[name];

  test("has a Danish name, a place in the address of its own, and different values with words", () => {
    expect(label).toMatch(/^\p{Lu}/u);
    expect(Object.values({...parameters, ...registerParameters}).filter((p) => p.address === address)).toHaveLength(1);
    const offered = choices(registerWords, {});
    expect(new Set(offered.map((c) => c.value)).size).toBe(offered.length);
    expect(offered.every((c) => c.label.trim() !== "")).toBe(true);
  });
});

test("the newest period comes first, and regions are those of the facts", () => {
  const offered = (name: RegisterParameterName) => registerParameters[name].choices(registerWords, {});
  expect(offered("period")).toEqual([
    {value: "2023/24", label: "2023/24"},
    {value: "2022/23", label: "2022/23"}
  ]);
  expect(offered("region")).toEqual([
    {value: "country", label: "Hele landet"},
    {value: "1085", label: "Region Sjælland"}
  ]);
  expect(offered("hospitalRegion").map((c) => c.value)).toEqual(["all", "1085", "private", "unknown"]);
  expect(registerParameters.hospitalRegion.choices(registerWords, {startSpecialty: "acute"})).toEqual([
    {value: "all", label: "Alle hospitaler"}
  ]);
  expect(offered("startSpecialty").map((c) => c.label)).toEqual([
    "Alle specialer",
    "Akut",
    "Medicin",
    "Kirurgi",
    "Privathospital"
  ]);
  expect(offered("indicator")).toEqual([{value: "repeated_mri", label: "Gentagen MR-skanning"}]);
});
