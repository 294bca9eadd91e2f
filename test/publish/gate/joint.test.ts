import {describe, expect, test} from "vitest";
import {readPublished} from "../../../data-loaders/disclosure/published.js";
import type {Row} from "../../../data-loaders/engine/session.js";
import {defaultRules, type DisclosureRules} from "../../../data-loaders/ground/rules.js";
import {attacker} from "../../../publish/gate/attacker.js";
import {followsAnew, type Reading} from "../../../publish/gate/joint.js";
import {counts, example, few, protectedWell, sums, table, type Hidden} from "./workedExample.js";

/** As good a choice as the other, by which other large numbers protect the same small ones. */
const otherwise: Hidden = {
  ...few,
  ...{A1: "hidden_secondary", A3: "hidden_secondary", B1: "hidden_secondary"},
  ...{C1: "hidden_secondary", C2: "hidden_secondary"}
};

function reading(release: string, rows: Row[], rules: DisclosureRules = defaultRules): Reading {
  return {release, rules, published: readPublished([table("t", rows)], sums, rules)};
}
const first = reading("2025", example(protectedWell));
const anew = (kept: Reading[], rows: Row[]) => followsAnew(kept, reading("2026", rows), {});

/** The same with other numbers in some cells. */
const changed = (cells: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(counts).map(([place, ns]) => [place, ns.map((n, i) => cells[`${place}${i + 1}`] ?? n)])
  );

test("the same numbers under another choice of hidden cells: each small one follows by subtraction", async () => {
  for (const hidden of [protectedWell, otherwise])
    expect((await attacker([table("t", example(hidden))], sums, defaultRules)).faults).toEqual([]);
  expect(await anew([first], example(otherwise))).toEqual(["kind=2 place=A (3)", "kind=3 place=B (4)"]);
});

test("the same numbers, the same hidden: nothing", async () => {
  expect(await anew([first], example(protectedWell))).toEqual([]);
});

test("what kept releases give away together is no news", async () => {
  const second = reading("2026", example(otherwise));
  expect(await followsAnew([first], second, {})).toEqual(["kind=2 place=A (3)", "kind=3 place=B (4)"]);
  expect(await anew([first, second], example(otherwise))).toEqual([]);
});

describe("a change of a count is a count:", () => {
  test("two more in a shown cell, and in each of its totals", async () => {
    const more = await anew([first], example(protectedWell, changed({B1: 10})));
    expect(more).toContain("kind=1 place=B, så mange flere i 2026 end i 2025 (2)");
    expect(more).toContain("kind=1, så mange flere i 2026 end i 2025 (2)");
    expect(more.every((one) => one.endsWith(" (2)"))).toBe(true);
  });

  test("two fewer", async () => {
    expect(await anew([first], example(protectedWell, changed({B1: 6})))).toContain(
      "kind=1 place=B, så mange færre i 2026 end i 2025 (2)"
    );
  });

  test("many more are no secret", async () => {
    expect(await anew([first], example(protectedWell, changed({B1: 30})))).toEqual([]);
  });

  test("those who moved between hidden cells cannot be counted", async () => {
    expect(await anew([first], example(protectedWell, changed({A2: 2, A3: 18, C2: 10, C3: 21})))).toEqual([]);
  });

  test("a hidden cell whose total is two more, beside others that are not: its own count is still open", async () => {
    const found = await anew([first], example(protectedWell, changed({A3: 19})));
    expect(found).toContain("kind=3, så mange flere i 2026 end i 2025 (2)");
    expect(found.filter((one) => !one.includes("så mange"))).toEqual([]);
  });
});

test("a higher threshold says of a number that it is small, and the release before that it is not", async () => {
  const rules = {...defaultRules, threshold: 10, interval: {from: 1, to: 10}, smallestDenominator: 10};
  const rows = example({...protectedWell, B1: "hidden", C2: "hidden"});
  const found = await followsAnew([first], reading("2026", rows, rules), {});
  expect(found).toContain("kind=2 place=C (mellem 5 og 9)");
});
