import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {controlledValue} from "../../../src/components/rows/areaValue.js";
import {deviationOf, type Deviating} from "../../../src/components/rows/deviation.js";
import {controlLimits} from "../../../src/statistics/funnel.js";

/** The country's share that all are compared with. */
const country = 20;

function shown(y: number, n: number): Deviating {
  const [inner, outer] = [controlLimits(country / 100, n), controlLimits(country / 100, n, 0.998)];
  return {
    denominator: n,
    percent: (100 * y) / n,
    control_low_95: 100 * inner.low,
    control_high_95: 100 * inner.high,
    control_low_998: 100 * outer.low,
    control_high_998: 100 * outer.high
  };
}

const noNumbers = {
  percent: null,
  denominator: null,
  control_low_95: null,
  control_high_95: null,
  control_low_998: null,
  control_high_998: null
};

function hidden(percent: [number, number], denominator: [number, number | null]): Deviating {
  return {
    ...noNumbers,
    percent_least: percent[0],
    percent_most: percent[1],
    denominator_least: denominator[0],
    denominator_most: denominator[1]
  };
}

describe("how far an area lies from the country", () => {
  // 1000 patients at 20 %: standard error 1.265 points, so 17.5 to 22.5 at 95 % and 16.1 to 23.9 at 99.8 %.
  test.each([
    [155, "farBelow"],
    [165, "below"],
    [174, "below"],
    [176, "within"],
    [200, "within"],
    [224, "within"],
    [226, "above"],
    [235, "above"],
    [245, "farAbove"]
  ] as const)("%d of 1000 where the country has 20 %%: %s", (y, deviation) => {
    expect(deviationOf(shown(y, 1000), country)).toBe(deviation);
  });

  test("hidden: known only where every size and every share of its ranges lies in the same class", () => {
    expect(deviationOf(hidden([19, 21], [900, 1000]), country)).toBe("within");
    expect(deviationOf(hidden([30, 40], [900, 1000]), country)).toBe("farAbove");
    expect(deviationOf(hidden([5, 10], [900, 1000]), country)).toBe("farBelow");
    expect(deviationOf(hidden([19, 23], [900, 1000]), country)).toBeNull();
    // 24 % is within the limits of 100 patients, and outside those of 1000.
    expect(deviationOf(hidden([24, 24.2], [100, 1000]), country)).toBeNull();
    expect(deviationOf({...hidden([24, 24.2], [0, null]), denominator: 100}, country)).toBe("within");
  });

  test("hidden: not known without a range, without an upper limit of its size, or without the country's share", () => {
    expect(deviationOf(noNumbers, country)).toBeNull();
    expect(deviationOf(hidden([19, 21], [900, null]), country)).toBeNull();
    expect(deviationOf(hidden([19, 21], [900, 1000]), null)).toBeNull();
  });

  test("hidden: never another class than the one the area has", () => {
    const room = fc.integer({min: 0, max: 30});
    const sizes = fc.record({n: fc.integer({min: 1, max: 300}), part: fc.double({min: 0, max: 1, noNaN: true})});
    fc.assert(
      fc.property(sizes, room, room, ({n, part}, fewer, more) => {
        const own = shown(Math.round(part * n), n);
        const share = own.percent!;
        const ranges = hidden(
          [Math.max(0, share - fewer / 3), Math.min(100, share + more / 3)],
          [Math.max(0, n - fewer), n + more]
        );
        expect([null, deviationOf(own, country)]).toContain(deviationOf(ranges, country));
      })
    );
  });
});

test("an area says in words on which side of the control limits it lies, last; a hidden one where it is known", () => {
  const named = {area_id: "0101", name: "Ærø", low: 20, high: 26} as const;
  expect(controlledValue({...named, ...shown(230, 1000), status: "shown"}, country)).toMatchObject({
    deviation: "above",
    lines: ["23,0\u00A0% (95 %-interval 20,0–26,0\u00A0%)", "N = 1.000 patienter", "over 95\u00A0%-grænsen"]
  });
  const of = (percent: [number, number]) =>
    controlledValue({...named, ...hidden(percent, [900, 1000]), status: "hidden"}, country);
  expect(of([19, 21]).lines.at(-1)).toBe("inden for kontrolgrænserne");
  expect(of([19, 23])).not.toHaveProperty("deviation");
  expect(of([19, 23]).lines.at(-1)).toBe("N = 900–1.000 patienter");
});
