// @module-tag slow: protects and attacks an audit by many rules.
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {defaultRules, type DisclosureRules} from "../../../data-loaders/ground/rules.js";
import type {Row} from "../../../data-loaders/engine/session.js";
import type {AuditModels} from "../../../data-loaders/tables/table.js";
import {attacker} from "../../../publish/gate/attacker.js";
import {codebook, modelsOf, open, registration} from "../tables/tinyAudit.js";
import {modelsIn, publishAudit} from "./publishAudit.js";
import {createRandomRegistrations} from "./randomRegistrations.js";

let models: AuditModels;
beforeAll(async () => {
  const session = await open();
  await createRandomRegistrations(session, codebook, {rounds: 1, each: 24, perForm: 3});
  models = await modelsIn(session);
});
afterAll(() => models.session.close());

const counts = ({n}: Row) => (typeof n === "number" ? [n] : []);

const settings: [threshold: number, protectMissing: boolean][] = [
  [1, false],
  [3, false],
  [8, false],
  [5, true]
];

describe.each(settings)("with a threshold of %i, missing answers protected: %s", (threshold, protectMissing) => {
  const rules: DisclosureRules = {
    ...defaultRules,
    threshold,
    interval: {from: 1, to: threshold},
    smallestDenominator: threshold,
    protectMissing
  };

  test("the attacker finds nothing, what is shown is the true number, and what is hidden lies in its range", async () => {
    const {sums, before, after} = await publishAudit(models, rules);
    expect((await attacker(after, sums, rules)).faults).toEqual([]);
    for (const {name, rows} of after)
      rows.forEach((row, i) => counts(row).forEach((n) => expect(n).toBe(before.get(name)![i]!.n)));
    const answers = after.find(({name}) => name === "audit_answers")!.rows;
    expect(answers.some(({status}) => status === "hidden")).toBe(threshold > 1);
    expect(answers.some(({status}) => status === "shown")).toBe(true);
    const fewMissing = answers
      .flatMap((row) => (row.answer_id === "missing" ? counts(row) : []))
      .filter((n) => n > 0 && n < threshold);
    expect(fewMissing.length > 0).toBe(!protectMissing && threshold > 1);
    // Every hidden number lies in its range.
    for (const {name, rows} of after)
      rows.forEach(({n_least, n_most}, i) => {
        if (typeof n_least !== "number") return;
        const n = before.get(name)![i]!.n as number;
        expect(n).toBeGreaterThanOrEqual(n_least);
        expect(n).toBeLessThanOrEqual((n_most as number | null) ?? Infinity);
      });
  });
});

test("more patients may lack an age than have one", async () => {
  const session = await open();
  const of = (n: number, age: number | null) =>
    Array.from({length: n}, (_, i) => registration({participant: String(i % 4), age}));
  const {sums, after} = await publishAudit(await modelsOf(session, [...of(12, 45), ...of(20, null)]), defaultRules);
  session.close();
  expect((await attacker(after, sums, defaultRules)).faults).toEqual([]);
  expect(
    after
      .find(({name}) => name === "audit_answers")!
      .rows.find(({question_id, profession}) => question_id === "age" && profession === "doctor")
  ).toMatchObject({n: 20, total: 32, status: "shown"});
});
