// @module-tag slow: draws a thousand data sets for each kind of sentence.
import {expect, test} from "vitest";
import type {AreaRow} from "../../../src/components/charts/areaDots.js";
import {besideCountry} from "../../../src/components/rows/standsOut.js";
import {areaDifference, areaExtremes, areaVariation, flagged} from "../../../src/components/sentences/areas.js";
import {difference, differences} from "../../../src/components/sentences/areaProfile.js";
import {changes, periodChange} from "../../../src/components/sentences/changes.js";
import {
  highestAndLowest,
  largestDifference,
  largestPair,
  largestShare
} from "../../../src/components/sentences/comparisons.js";
import {indicatorShare, trend} from "../../../src/components/sentences/indicators.js";
import {acrossSay, thenAndNowSay} from "../../../src/components/sentences/mirror.js";
import {chance as chanceInWords} from "../../../src/components/sentences/participants.js";
import {ended, endedThere} from "../../../src/components/sentences/patientFlow.js";
import {controlLimits} from "../../../src/statistics/funnel.js";
import {pairedDifference} from "../../../src/statistics/pairedDifference.js";
import {differenceOfShares} from "../../../src/statistics/differenceOfShares.js";
import {variation} from "../../../src/statistics/variation.js";
import {own as ownFigure} from "../profileFixtures.js";
import {clusteredShare, howOften, simpleShare, type Chance} from "./truth.js";

/**
 * Data with a known truth are drawn a thousand times. A sentence may claim a difference that is not there in at most
 * 5 % of them, give or take two standard errors of the simulation itself, √(.05 · .95 / 1000), and must see one that a
 * steering group would act on in at least 80 %.
 */
const wrongAtMost = 0.05 + 2 * 0.0069;
const seenAtLeast = 0.8;

/** Four professions as in the audit: participants, with registrations each. */
const professions = [
  {id: "gp", participants: 40, each: 8},
  {id: "chiropractor", participants: 30, each: 20},
  {id: "physiotherapist", participants: 35, each: 15},
  {id: "spine_centre", participants: 8, each: 30}
].map((form) => ({...form, inText: form.id}));
const correlation = 0.05;

function shareOf(chance: Chance, {participants, each}: {participants: number; each: number}, p: number) {
  // Half of them register less, half more.
  const sizes = Array.from({length: participants}, (_, i) => (i % 2 ? each * 1.5 : each * 0.5));
  return clusteredShare(chance.clusters(sizes, p, correlation));
}

const isClaim = (text: string) => /Forskellen er [^;]*\.|Sikrest er forskellen/.test(text);

test("the highest and the lowest of four professions: 20 points between two of them", () => {
  const say = (p: (id: string) => number) => (chance: Chance) =>
    highestAndLowest(
      "Andelen",
      professions.map((form) => ({profession: form.id, ...shareOf(chance, form, p(form.id))})),
      professions
    );
  expect(
    howOften(
      say(() => 0.4),
      isClaim
    )
  ).toBeLessThanOrEqual(wrongAtMost);
  expect(
    howOften(
      say((id) => (id === "gp" ? 0.6 : 0.4)),
      isClaim
    )
  ).toBeGreaterThanOrEqual(seenAtLeast);
});

test("the largest of eight answers' differences: 30 points for one answer", () => {
  const answers = Array.from({length: 8}, (_, i) => ({answer: `a${i}`, p: 0.05 + 0.11 * i}));
  const say = (p: (answer: string, id: string, own: number) => number) => (chance: Chance) =>
    largestDifference(
      answers.flatMap(({answer, p: own}) =>
        professions.map((form) => ({
          profession: form.id,
          answer,
          label: answer,
          ...shareOf(chance, form, p(answer, form.id, own))
        }))
      ),
      professions
    );
  expect(
    howOften(
      say((_, __, own) => own),
      isClaim
    )
  ).toBeLessThanOrEqual(wrongAtMost);
  expect(
    howOften(
      say((answer, id, own) => (answer === "a3" && id === "gp" ? own + 0.3 : own)),
      isClaim
    )
  ).toBeGreaterThanOrEqual(seenAtLeast);
});

test("two groups of the same participants, over fifteen answers: 20 points for one answer", () => {
  const say = (beyond: (answer: number) => number) => (chance: Chance) => {
    const form = professions[1]!;
    const rows = Array.from({length: 15}, (_, answer) => {
      const clusters = Array.from({length: form.participants}, () => {
        const own = Math.min(0.9, Math.max(0.05, chance.normal(0.4, 0.1)));
        const [n1, n2] = [form.each * 0.7, form.each * 0.3];
        return {
          n1,
          n2,
          y1: chance.binomial(n1, own),
          y2: chance.binomial(n2, own + beyond(answer))
        };
      });
      const {p1, p2, difference, low, high} = pairedDifference(clusters);
      return {
        profession: form.id,
        label: `a${answer}`,
        percent: 100 * p2!,
        percent_others: 100 * p1!,
        difference: 100 * difference!,
        low: 100 * low!,
        high: 100 * high!
      };
    });
    return largestPair(rows, professions, ["her", "der"]);
  };
  expect(
    howOften(
      say(() => 0),
      isClaim
    )
  ).toBeLessThanOrEqual(wrongAtMost);
  expect(
    howOften(
      say((answer) => (answer === 3 ? 0.2 : 0)),
      isClaim
    )
  ).toBeGreaterThanOrEqual(seenAtLeast);
});

test("both sources in one sentence, two subjects each: 25 points between professions, and 5 between regions", () => {
  const regions = Object.fromEntries(["1", "2", "3", "4", "5"].map((id) => [id, id]));
  const say = (ofGp: number, ofRegion: number) => (chance: Chance) =>
    acrossSay(
      [0.2, 0.4].flatMap((own, i) =>
        professions.map((form) => ({
          profession: form.id,
          answer: `a${i}`,
          label: `a${i}`,
          ...shareOf(chance, form, own + (form.id === "gp" && i === 1 ? ofGp : 0))
        }))
      ),
      [0.2, 0.4].flatMap((own, i) =>
        Object.keys(regions).map((area) => ({
          label: `m${i}`,
          area,
          status: "shown" as const,
          ...simpleShare(chance.binomial(4000, own + (area === "1" && i === 1 ? ofRegion : 0)), 4000)
        }))
      ),
      professions,
      regions
    );
  const claimsBoth = (text: string) => (text.match(/Forskellen er [^;]*?\.|Sikrest er forskellen/g) ?? []).length > 1;
  expect(howOften(say(0, 0), isClaim)).toBeLessThanOrEqual(wrongAtMost);
  expect(howOften(say(0.25, 0.05), claimsBoth)).toBeGreaterThanOrEqual(seenAtLeast);
});

test("regions on five diagnoses: 4 points for one region of 4.000 patients", () => {
  const regions = Object.fromEntries(["1", "2", "3", "4", "5"].map((id) => [id, id]));
  const say = (p: (region: string, group: number) => number) => (chance: Chance) =>
    areaDifference(
      Object.keys(regions).flatMap((area) =>
        [0.05, 0.1, 0.2, 0.3, 0.35].map((own, group): AreaRow => {
          const {percent: value, ...limits} = simpleShare(chance.binomial(4000, own + p(area, group)), 4000);
          return {area, label: area, group: `d${group}`, value, ...limits, valueText: ""};
        })
      ),
      regions,
      ({value}) => String(value)
    );
  expect(
    howOften(
      say(() => 0),
      isClaim
    )
  ).toBeLessThanOrEqual(wrongAtMost);
  expect(
    howOften(
      say((area, group) => (area === "2" && group === 2 ? 0.04 : 0)),
      isClaim
    )
  ).toBeGreaterThanOrEqual(seenAtLeast);
});

test("the country from period to period: 1 point of 20.000 patients", () => {
  const say = (p: number) => (chance: Chance) =>
    trend([
      {period: "a", ...simpleShare(chance.binomial(20_000, 0.3), 20_000)},
      {period: "b", ...simpleShare(chance.binomial(20_000, p), 20_000)}
    ] as unknown as Parameters<typeof trend>[0]);
  expect(howOften(say(0.3), isClaim)).toBeLessThanOrEqual(wrongAtMost);
  expect(howOften(say(0.315), isClaim)).toBeGreaterThanOrEqual(seenAtLeast);
});

test("where most stop after the first contact: 5 points; a region beside the rest of the country: 3 points", () => {
  const row = (start_specialty: string, n: number, total: number) => ({
    start_specialty,
    contact_no: 1,
    ...simpleShare(n, total)
  });
  const starts = (more: number) => (chance: Chance) =>
    ended(
      ["acute", "medicine", "surgery", "private"].map((id) =>
        row(id, chance.binomial(3000, 0.6 + (id === "private" ? more : 0)), 3000)
      ),
      {}
    );
  expect(howOften(starts(0), isClaim)).toBeLessThanOrEqual(wrongAtMost);
  expect(howOften(starts(0.05), isClaim)).toBeGreaterThanOrEqual(seenAtLeast);
  const there = (more: number) => (chance: Chance) => {
    const [own, others] = [chance.binomial(10_000, 0.6 + more), chance.binomial(40_000, 0.6)];
    return endedThere([row("1", own, 10_000), row("all", own + others, 50_000)], "1", "her");
  };
  expect(howOften(there(0), isClaim)).toBeLessThanOrEqual(wrongAtMost);
  expect(howOften(there(0.03), isClaim)).toBeGreaterThanOrEqual(seenAtLeast);
});

/** The municipalities' patients: from 20 to 5.000. */
const sizes = Array.from({length: 98}, (_, i) => Math.round(20 * 250 ** (i / 97)));

function municipalities(chance: Chance, p: (i: number) => number) {
  const rows = sizes.map((total, i) => {
    const share = simpleShare(chance.binomial(total, p(i)), total);
    return {
      area_id: String(i),
      name: `K${i}`,
      denominator: total,
      numerator: share.n,
      status: "shown" as const,
      ...share
    };
  });
  const country = {n: rows.reduce((sum, {n}) => sum + n, 0), total: rows.reduce((sum, {total}) => sum + total, 0)};
  return {rows, country};
}

test("municipalities that stand out: 10 points in one of 1.000 patients", () => {
  const say = (p: (i: number) => number) => (chance: Chance) => {
    const {rows, country} = municipalities(chance, p);
    return areaExtremes(rows, "municipality", (100 * country.n) / country.total, (row, compared) =>
      besideCountry(row, country, compared)
    );
  };
  const isNamed = (text: string) => text.startsWith("Længere fra");
  expect(
    howOften(
      say(() => 0.88),
      isNamed
    )
  ).toBeLessThanOrEqual(wrongAtMost);
  expect(
    howOften(
      say((i) => (i === 69 ? 0.78 : 0.88)),
      isNamed
    )
  ).toBeGreaterThanOrEqual(seenAtLeast);
});

test("municipalities outside the control limits: on average no more than the sentence expects by chance", () => {
  const counted = {outside: 0, expected: 0};
  howOften(
    (chance) => {
      const {rows, country} = municipalities(chance, () => 0.88);
      const common = country.n / country.total;
      return flagged(
        rows.map((row) => {
          const [inner, outer] = [controlLimits(common, row.total), controlLimits(common, row.total, 0.998)];
          return {
            percent: row.percent,
            control_low_95: 100 * inner.low,
            control_high_95: 100 * inner.high,
            control_low_998: 100 * outer.low,
            control_high_998: 100 * outer.high
          };
        }),
        "municipality"
      );
    },
    (text) => {
      const [, outside, expected] = /^(\d+) af .* ventes højst ([\d,]+)\./.exec(text)!;
      counted.outside += Number(outside);
      counted.expected += Number(expected!.replace(",", "."));
      return true;
    },
    200
  );
  expect(counted.outside).toBeLessThanOrEqual(counted.expected);
});

test("variation between municipalities and between participants: true spreads of 3 and 15 points", () => {
  const measures = (units: {y: number; n: number}[]) => {
    const found = variation(units);
    return {
      units: found.units,
      observed_spread: found.observedSpread,
      expected_spread: found.expectedSpread,
      chance_share: found.chanceShare,
      chance_share_low: found.chanceShareLow,
      chance_share_high: found.chanceShareHigh,
      between_spread: found.betweenSpread,
      between_spread_low: found.betweenSpreadLow,
      between_spread_high: found.betweenSpreadHigh,
      scv: found.scv,
      extremal_quotient: found.extremalQuotient,
      cv: found.cv
    };
  };
  const areas = (deviation: number) => (chance: Chance) =>
    areaVariation(
      measures(sizes.map((n) => ({n, y: chance.binomial(n, deviation === 0 ? 0.3 : chance.normal(0.3, deviation))}))),
      "municipality"
    );
  // Its limits are found by iteration.
  const few = 300;
  const isClaim = (text: string) => text.includes("Tilfældighed forklarer omkring");
  expect(howOften(areas(0), isClaim, few)).toBeLessThanOrEqual(wrongAtMost);
  expect(howOften(areas(0.03), isClaim, few)).toBeGreaterThanOrEqual(seenAtLeast);
  const participants = (deviation: number) => (chance: Chance) =>
    chanceInWords(
      measures(
        Array.from({length: 60}, (_, i) => {
          const n = 4 + (i % 20);
          return {n, y: chance.binomial(n, deviation === 0 ? 0.4 : chance.normal(0.4, deviation))};
        })
      ),
      40
    );
  expect(howOften(participants(0), isClaim, few)).toBeLessThanOrEqual(wrongAtMost);
  expect(howOften(participants(0.15), isClaim, few)).toBeGreaterThanOrEqual(seenAtLeast);
});

test("an area's seven indicators: 10 points on one of them, of 600 patients", () => {
  const lines = (chance: Chance, more: number, region: boolean) =>
    Array.from({length: 7}, (_, i) => {
      const [total, p] = [region ? 4000 : 600, 0.2 + 0.1 * i];
      const own = chance.binomial(total, p + (i === 3 ? more : 0));
      const others = chance.binomial(20_000, p);
      const country = {
        measure: "m",
        period: "p",
        area_id: "country",
        value: (100 * (own + others)) / (20_000 + total),
        n: 20_000 + total,
        status: "shown" as const
      };
      return {
        measure: "m",
        label: `i${i}`,
        own: ownFigure({n: total, value: (100 * own) / total}),
        country,
        trend: [],
        ...(!region && {region: country})
      };
    });
  for (const region of [false, true]) {
    const say = (more: number) => (chance: Chance) => differences(lines(chance, more, region));
    const isClaim = (text: string) => !text.startsWith("På ingen");
    expect(howOften(say(0), isClaim)).toBeLessThanOrEqual(wrongAtMost);
    expect(howOften(say(region ? 0.05 : 0.1), isClaim)).toBeGreaterThanOrEqual(seenAtLeast);
    // A line by itself, in the words of the table.
    const one = (kind: string) => (chance: Chance) => String(difference(lines(chance, 0, region)[2]!) === kind);
    expect(howOften(one("outside95"), (text) => text === "true")).toBeLessThanOrEqual(wrongAtMost);
    expect(howOften(one("outside998"), (text) => text === "true")).toBeLessThanOrEqual(0.01);
  }
});

test("changes between rounds of the same participants, over fifteen answers: 20 points on one", () => {
  const say = (more: number) => (chance: Chance) => {
    const rows = Array.from({length: 15}, (_, answer) => {
      const clusters = Array.from({length: 30}, () => {
        const own = Math.min(0.75, Math.max(0.05, chance.normal(0.4, 0.1)));
        const [y1, y2] = [chance.binomial(20, own), chance.binomial(20, own + (answer === 3 ? more : 0))];
        return {n1: 20, n2: 20, y1, y2};
      });
      const {difference, low, high} = pairedDifference(clusters);
      return {
        profession: "gp",
        answer: `a${answer}`,
        label: `a${answer}`,
        change: 100 * difference!,
        low: 100 * low!,
        high: 100 * high!,
        participants: 30
      };
    });
    return changes(rows, professions);
  };
  const isClaim = (text: string) => text.includes("størst af dem");
  expect(howOften(say(0), isClaim)).toBeLessThanOrEqual(wrongAtMost);
  expect(howOften(say(0.2), isClaim)).toBeGreaterThanOrEqual(seenAtLeast);
});

test("shares since the period before, over ten: 3 points on one of 10.000 patients", () => {
  const say = (more: number) => (chance: Chance) => {
    const shares = Array.from({length: 10}, (_, i) => {
      const p = 0.05 + 0.07 * i;
      const [now, before] = [p + (i === 3 ? more : 0), p].map((p) => {
        const {percent, low, high} = simpleShare(chance.binomial(10_000, p), 10_000);
        return {share: percent, low, high};
      });
      const {low, high} = differenceOfShares(now!, before!);
      const change = now!.share - before!.share;
      return {key: `k${i}`, label: `k${i}`, unit: "percent", value: 1, before: 1, change, low, high, status: "shown"};
    });
    const patients = {...shares[0]!, key: "patients_total", unit: "patients"};
    return periodChange([patients, ...shares], "b", "a");
  };
  const isClaim = (text: string) => text.includes("størst af dem");
  expect(howOften(say(0), isClaim)).toBeLessThanOrEqual(wrongAtMost);
  expect(howOften(say(0.03), isClaim)).toBeGreaterThanOrEqual(seenAtLeast);
});

test("the commonest of two groups of patients that are equally common: 10 points apart of 500", () => {
  const say = (p: number) => (chance: Chance) => {
    const patients = chance.binomial(500, p);
    const row = (label: string, n: number) => ({
      label,
      patients: n,
      total: 500,
      percent: n / 5,
      status: "shown" as const
    });
    return largestShare([row("A", patients), row("B", 500 - patients)], "Flest");
  };
  const isClaim = (text: string) => !text.includes("kan være tilfældig");
  expect(howOften(say(0.5), isClaim)).toBeLessThanOrEqual(wrongAtMost);
  expect(howOften(say(0.57), isClaim)).toBeGreaterThanOrEqual(seenAtLeast);
});

test("an indicator beside its target: met with 3 points to spare of 5.000 patients", () => {
  const goal = {target: {percent: 80, source: ""}, direction: "high" as const};
  const say = (p: number) => (chance: Chance) =>
    indicatorShare({...simpleShare(chance.binomial(5000, p), 5000), status: "shown"}, goal);
  const isClaim = (text: string) => text.includes("hele intervallet");
  expect(howOften(say(0.8), isClaim)).toBeLessThanOrEqual(wrongAtMost);
  expect(howOften(say(0.83), isClaim)).toBeGreaterThanOrEqual(seenAtLeast);
});

test("then and now, over five questions: 20 points on one", () => {
  const say = (more: number) => (chance: Chance) =>
    thenAndNowSay(
      [0.1, 0.3, 0.5, 0.7, 0.9].map((p, i) => ({
        label: `q${i}`,
        before: 100 * p,
        ...shareOf(chance, professions[1]!, i === 1 ? p + more : p)
      })) as unknown as Parameters<typeof thenAndNowSay>[0]
    );
  const isClaim = (text: string) => !text.includes("kan være tilfældigt");
  expect(howOften(say(0), isClaim)).toBeLessThanOrEqual(wrongAtMost);
  expect(howOften(say(0.2), isClaim)).toBeGreaterThanOrEqual(seenAtLeast);
});
