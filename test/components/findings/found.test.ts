import {describe, expect, test} from "vitest";
import {
  areaFound,
  professionFound,
  type FindingRows,
  type FindingWords
} from "../../../src/components/findings/found.js";
import type {AreaPlace, IndicatorRow} from "../../../src/components/findings/place.js";
import type {AuditRow} from "../../../src/components/findings/professionDiffers.js";
import {variation} from "../../../src/statistics/variation.js";
import {Chance, clusteredShare} from "../sentences/truth.js";

const south: AreaPlace = {type: "region", id: "1083", name: "Region Syddanmark"};
const odense: AreaPlace = {
  type: "municipality",
  id: "0461",
  name: "Odense Kommune",
  region: {id: "1083", name: "Region Syddanmark"}
};
const country: AreaPlace = {type: "country", id: "country", name: "hele landet"};

const words: FindingWords = {
  periods: ["2022/23", "2023/24"],
  titles: new Map([
    ["repeated_mri", "Gentagen MR-skanning"],
    ["surgery_within_a_year", "Opereret inden for et år"]
  ]),
  rules: new Map([
    [
      "PR69",
      {
        rule: "Efter operation udarbejdes en genoptræningsplan",
        direction: "more",
        limits: "Ikke alle.",
        reasons: ["Indgrebet er lille."]
      }
    ],
    [
      "PR40",
      {
        rule: "Operation kun, når alt stemmer",
        direction: "none",
        limits: "Svar kendes ikke.",
        reasons: ["Akutte udfald."]
      }
    ],
    [
      "PR20",
      {
        rule: "Støttet egenhåndtering er for alle",
        direction: "more",
        limits: "Kan være givet før.",
        reasons: ["Givet før."],
        evidence: "svag."
      }
    ],
    [
      "PR36",
      {rule: "Medicin skal fylde lidt", direction: "less", limits: "Ny eller fortsat.", reasons: ["Nyopereret."]}
    ]
  ]),
  reasons: {repeated_mri: {reasons: ["Nye symptomer."]}},
  regions: [south],
  forms: [
    {id: "gp", label: "Praktiserende læger", inText: "praktiserende læger", participants: 40},
    {id: "chiropractor", label: "Kiropraktorer", inText: "kiropraktorer", participants: 40}
  ]
};

const row = (area: string, y: number | null, n: number | null, other: Partial<IndicatorRow> = {}): IndicatorRow => ({
  indicator_id: "repeated_mri",
  period: "2023/24",
  area_type: area === "country" ? "country" : area.startsWith("10") ? "region" : "municipality",
  area_id: area,
  numerator: y,
  denominator: n,
  status: y === null ? "hidden" : "shown",
  ...other
});
const rows = (given: Partial<FindingRows>): FindingRows => ({
  own: [],
  spread: [],
  checks: [],
  handled: [],
  participantSpread: [],
  ...given
});
/** A number and its unit are joined by a no-break space. */
const plain = (text: string) => text.replaceAll("\u00A0", " ");

describe("an area", () => {
  const own = [row("country", 4000, 20000), row("0461", 160, 500)];
  const spread = [row("0461", 160, 500), row("0101", 100, 600), row("0147", null, null)];

  test("differs from the rest of the country, with how many patients it surely concerns, the others behind it", () => {
    const {findings, compared} = areaFound(odense, rows({own, spread}), words);
    expect(compared).toBe(1);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      kind: "differs",
      people: 41,
      total: 500,
      numbers: "register/indikatorer/repeated_mri",
      evidence: {type: "compared", others: [100 / 6]}
    });
    // sc(160, 500, 3840, 19500, 1) in the Python of surelyConcerned.test.ts
    expect(plain(findings[0]!.sentence)).toBe(
      "Blandt patienter fra Odense Kommune, der MR-skannes, er andelen, der skannes igen inden for et år, 32,0 % mod 19,7 % i resten af landet. " +
        "Forskellen er 8,3 til 16,6 procentpoint, altså med 95 % sikkerhed mindst 41 flere af 500 patienter, end hvis andelen var som i resten af landet."
    );
  });

  test("of a difference that chance explains, or a number that is hidden, nothing is said", () => {
    const say = (mine: IndicatorRow) => areaFound(odense, rows({own: [own[0]!, mine], spread: [mine]}), words).findings;
    expect(say(row("0461", 105, 500))).toEqual([]);
    expect(say(row("0461", null, null, {denominator_least: 450}))).toEqual([]);
    expect(areaFound(odense, rows({}), words)).toEqual({findings: [], compared: 0});
  });

  test("has changed since the period before", () => {
    const before = row("0461", 60, 500, {period: "2022/23"});
    const {findings, compared} = areaFound(odense, rows({own: [...own, before], spread}), words);
    expect(compared).toBe(2);
    const changed = findings.find(({kind}) => kind === "changed")!;
    expect(plain(changed.sentence)).toContain("steget fra 12,0 % i 2022/23 til 32,0 % i 2023/24");
    expect(changed.question).toMatch(/^Hvad er gjort anderledes siden 2022\/23\? /);
  });

  test("its region's rules and the whole audit come last, whatever the number of people", () => {
    const check = (verdict: "departs" | "follows" | "undecided", rule_id: string, patients: number) => ({
      area_id: "1083",
      rule_id,
      verdict,
      patients,
      total: 1000
    });
    const checks = [check("departs", "PR69", 400), check("follows", "PR69", 600), check("undecided", "PR40", 300)];
    const {findings} = areaFound(odense, rows({own, spread, checks}), words);
    expect(findings.map(({kind, isWider}) => [kind, isWider ?? false])).toEqual([
      ["differs", false],
      ["programme", true],
      ["unknown", true]
    ]);
    const ofRegion = areaFound(south, rows({own: [row("country", 4000, 20000)], checks}), words).findings;
    expect(ofRegion.map(({kind, people}) => [kind, people])).toEqual([
      ["programme", 370],
      ["unknown", 300]
    ]);
    expect(plain(ofRegion[0]!.sentence)).toBe(
      "Forløbet afviger fra reglen hos 400 af de 1.000 opererede patienter fra Region Syddanmark, som reglen gælder for: 40,0 % (37,0–43,1 % med tilfældighed regnet med)."
    );
  });

  test("the country differs where a region does; of each kind the one of most people is shown", () => {
    const surgery = {indicator_id: "surgery_within_a_year"};
    const given = rows({
      own: [row("country", 4000, 20000), row("country", 8000, 60000, surgery)],
      spread: [row("1083", 1100, 5000), row("1083", 1500, 16000, surgery)]
    });
    const {findings, compared} = areaFound(country, given, words);
    expect(compared).toBe(2);
    expect(findings.map(({subject}) => subject)).toEqual(["surgery_within_a_year"]);
    expect(findings[0]!.sentence).toContain("fra Region Syddanmark");
  });
});

describe("a profession", () => {
  const answer = (profession: string, ref: string, percent: number | null, total = 1000): AuditRow => ({
    profession,
    ref,
    label: "Rådgivning",
    n: percent === null ? null : (percent * total) / 100,
    total,
    percent,
    low: percent === null ? null : percent - 5,
    high: percent === null ? null : percent + 5
  });
  const advice = "actions.self_management_advice";
  const handled = [
    answer("gp", advice, 40),
    answer("chiropractor", advice, 70),
    answer("gp", "actions.opioids", 20),
    answer("gp", "actions.manual_treatment", 1),
    answer("chiropractor", "actions.manual_treatment", 95),
    answer("gp", "purpose.missing", 10)
  ];
  const gp = words.forms[0]!;

  test("differs from another, departs from rules, and leaves a question open; what a profession is for is no finding", () => {
    const {findings} = professionFound(gp, rows({handled}), words);
    expect(findings.map(({kind, subject}) => [kind, subject])).toEqual([
      ["programme", `PR20 ${advice}`],
      ["differs", `${advice} chiropractor`],
      ["unknown", "purpose.missing"]
    ]);
    // qt(1 - .025/3, 39) / qt(.975, 39) in R: the arms of 5 points become 6.18
    expect(findings[0]!.people).toBe(538);
    expect(plain(findings[0]!.sentence)).toMatch(/^»Rådgivning« er ikke krydset af ved 53,8–66,2 % /);
    expect(plain(findings[2]!.sentence)).toContain(
      "ikke udfyldt på 100 af 1.000 registreringer hos praktiserende læger (10,0 %)"
    );
  });

  test("what stands out carries good reasons to differ, those of the rule it speaks to; what is unknown has none", () => {
    const {findings} = professionFound(gp, rows({handled}), words);
    const given = {reasons: ["Givet før."], evidence: "svag."};
    expect(findings.map(({reasons}) => reasons)).toEqual([given, given, undefined]);
  });

  test("a hidden answer is no finding", () => {
    const hidden = handled.map((one) => ({...one, n: null, percent: null, low: null, high: null}));
    expect(professionFound(gp, rows({handled: hidden}), words)).toEqual({findings: [], compared: 0});
  });
});

describe("under simulation", () => {
  /** A place's indicators, its true shares those of the country but for one. */
  function drawn(chance: Chance, excess: number) {
    const ids = ["repeated_mri", "surgery_within_a_year"];
    const own = ids.flatMap((indicator_id, i) => {
      const p = 0.2 + (i === 0 ? excess : 0);
      const [mine, rest] = [chance.binomial(500, p), chance.binomial(20000, 0.2)];
      return [
        row("0461", mine, 500, {indicator_id}),
        row("country", mine + rest, 20500, {indicator_id}),
        row("0461", chance.binomial(500, p), 500, {indicator_id, period: "2022/23"})
      ];
    });
    const spread = own.filter(({area_id, period}) => area_id === "0461" && period === "2023/24");
    return areaFound(odense, rows({own, spread}), words).findings;
  }

  test("an area without a difference is said to have one in at most 5 % of runs, and with 10 points in at least 80 %", () => {
    const chance = new Chance(0.42);
    const share = (excess: number, is: (found: ReturnType<typeof drawn>) => boolean) =>
      Array.from({length: 1000}, () => drawn(chance, excess)).filter(is).length / 1000;
    expect(share(0, (found) => found.length > 0)).toBeLessThan(0.05 + 2 * 0.0069);
    expect(share(0.1, (found) => found.some(({kind}) => kind === "differs"))).toBeGreaterThan(0.8);
    // Ten points of 500 patients are 50: no more may be said to be sure, but as rarely as limits fail.
    expect(share(0.1, (found) => found.some(({kind, people}) => kind === "differs" && people > 50))).toBeLessThan(0.05);
  });

  test("clinicians who do alike are said to differ, on any of seven answers, in at most 5 % of runs", () => {
    const chance = new Chance(0.7);
    const runs = 100;
    const answers = ["self_management_advice", "information_prognosis", "exercise_instruction", "nsaid", "opioids"];
    const refs = [...answers, "neuropathic_medication", "new_consultation"].map((id) => `actions.${id}`);
    const sizes = Array.from({length: 40}, (_, i) => (i % 2 ? 12 : 6));
    // As published: to a tenth.
    const tenth = (value: number | null) => (value === null ? null : Math.round(10 * value) / 10);
    const isSaid = (correlation: number) => {
      const both = refs.map((ref, i) => {
        const p = [0.1, 0.3, 0.5][i % 3]!;
        const clusters =
          correlation > 0 ? chance.clusters(sizes, p, correlation) : sizes.map((n) => ({y: chance.binomial(n, p), n}));
        const found = variation(clusters);
        return {
          answer: {profession: "gp", ref, label: ref, n: 1, total: 360, ...clusteredShare(clusters)},
          spread: {
            profession: "gp",
            measure: ref,
            units: found.units,
            chance_share: tenth(found.chanceShare),
            between_spread: tenth(found.betweenSpread),
            between_spread_low: tenth(found.betweenSpreadLow)
          }
        };
      });
      const given = rows({
        handled: both.map(({answer}) => answer),
        participantSpread: both.map(({spread}) => spread)
      });
      const {findings} = professionFound(words.forms[0]!, given, {...words, rules: new Map()});
      return findings.some(({kind}) => kind === "clinicians");
    };
    const share = (correlation: number) =>
      Array.from({length: runs}, () => isSaid(correlation)).filter(Boolean).length / runs;
    expect(share(0)).toBeLessThan(0.05 + 2 * Math.sqrt((0.05 * 0.95) / runs));
    expect(share(0.2)).toBeGreaterThan(0.8);
  });
});
