import {expect, test} from "vitest";
import {defaultRules} from "../../../data-loaders/ground/rules.js";
import {disclosureRows} from "../../../src/components/tables/disclosureTable.js";
import {
  attackerResult,
  hiddenShare,
  printedInWords,
  releasedInWords,
  rulesInWords
} from "../../../src/components/sentences/disclosure.js";

const published = [
  {name: "means", title: "Gennemsnit"},
  {name: "codebook", title: "Kodebog"},
  {name: "diagnoses", title: "Diagnoser"}
];
const rows = disclosureRows(published, [
  {
    table: "diagnoses",
    rows: {shown: 900, none: 40, hidden: 16, hidden_rest: 4, hidden_base: 1, hidden_secondary: 39, incomplete: 7}
  },
  {table: "means", rows: {shown: 24}},
  {table: "means", rows: {shown: 70, hidden: 2}}
]);

test("a table of both sides has the rows of both, and one that counts nobody has none", () => {
  expect(rows).toEqual([
    {title: "Gennemsnit", shown: 94, none: 0, few: 2, rest: 0, base: 0, protects: 0},
    {title: "Diagnoser", shown: 900, none: 40, few: 16, rest: 4, base: 1, protects: 39}
  ]);
});

test("says how much is hidden, and how much of it for others", () => {
  expect(hiddenShare(rows)).toBe(
    "Af tabellernes 1.096 rækker er 62 skjult (5,7\u00A0%), heraf 39 kun for at beskytte andre."
  );
  expect(hiddenShare([{...rows[0]!, few: 0}])).toBe("Ingen af tabellernes 94 rækker er skjult.");
});

test("says the rules of the settings", () => {
  const rules = {...defaultRules, smallestDenominator: 10};
  expect(rulesInWords({rules})).toBe(
    "Antal fra 1 til 4 er skjult, og det samme er et antal, der lader 1 til 4 tilbage af helheden. En andel af færre end 10 er skjult. I auditten er et gennemsnit af færre end 20 skjult."
  );
  expect(rulesInWords({rules: {...rules, protectMissing: true}})).toContain("hvor mange skemaer der ikke er udfyldt");
});

test("says the rules of audit and registers apart where they differ, the smallest thresholds too", () => {
  const rules = (threshold: number) => ({rules: {...defaultRules, threshold, smallestDenominator: threshold}});
  expect(rulesInWords(rules(1), rules(2))).toBe(
    "Auditten: Intet antal er skjult, fordi det er lille. En andel af færre end 1 er skjult. " +
      "Registrene: Antallet 1 er skjult, og det samme er et antal, der lader 1 tilbage af helheden. En andel af færre end 2 er skjult. " +
      "I auditten er et gennemsnit af færre end 20 skjult."
  );
});

test("says where everybody has the printed report, and that what it prints is shown", () => {
  const rules = defaultRules;
  expect(rulesInWords({rules, notAsPrinted: []})).toContain(
    "Hvad der er trykt i rapporten eller følger af det, er vist."
  );
  expect(printedInWords({rules}, {rules})).toBe(
    "Her er intet trykt tal af de viste data, så intet er taget som kendt."
  );
  expect(printedInWords({rules, notAsPrinted: ["a", "b"]}, {rules, notAsPrinted: []})).toBe(
    "Her er de trykte tal om auditten og registrene kendt. 2 trykte tal er andre end de beregnede; af dem er intet sluttet."
  );
  expect(printedInWords({rules}, {rules, notAsPrinted: []})).toBe("Her er de trykte tal om registrene kendt.");
});

test("adds what was known on both sides, and gives the largest part", () => {
  const report = {cells: 1000, sums: 400, needs: 30, parts: 2, largestPart: 55};
  expect(attackerResult([report, {...report, cells: 500, largestPart: 9}])).toBe(
    "Angrebet på denne udgave kendte 1.500 tal og 800 summer mellem dem. Ingen af de 60 små tal kunne regnes ud. Det største stykke, der hang sammen, havde 55 ukendte tal."
  );
});

test("of what was released before nothing is attacked anew", () => {
  const report = {cells: 0, sums: 0, needs: 0, parts: 0, largestPart: 0};
  expect(attackerResult([report, report])).toBe("Denne udgave har ingen tal, som ikke er udgivet før.");
});

test("periods and rounds that stand as they were released, each with its release", () => {
  expect(releasedInWords([])).toBe(
    "Intet på denne udgave er overført fra en tidligere: alle tal er regnet af de udtræk, der ligger nu."
  );
  expect(
    releasedInWords([
      {time: "runde 1", release: "2026-11-22"},
      {time: "perioden 2021/22", release: "2026-12-01-2"}
    ])
  ).toBe("Runde 1 står, som i udgivelsen 2026-11-22. Perioden 2021/22 står, som i udgivelsen 2026-12-01-2.");
});
