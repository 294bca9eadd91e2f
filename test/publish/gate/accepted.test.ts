// @module-tag slow: protects and attacks many small audits.
import * as fc from "fast-check";
import {expect, test} from "vitest";
import {defaultRules, type DisclosureRules, type Participants} from "../../../data-loaders/ground/rules.js";
import {attacker} from "../../../publish/gate/attacker.js";
import {modelsIn, publishAudit} from "../../data-loaders/disclosure/publishAudit.js";
import {createRandomRegistrations} from "../../data-loaders/disclosure/randomRegistrations.js";
import {codebook, open} from "../../data-loaders/tables/tinyAudit.js";

/** A small audit, and how it is published. */
interface Case {
  each: number;
  rounds: number;
  perForm: number;
  threshold: number;
  protectMissing: boolean;
  participants: Participants;
}

/** Audits in which too much was found, or not enough hidden, once. */
const met: Case[] = [
  // A hidden row's total stands in no row that is shown.
  {each: 18, rounds: 1, perForm: 1, threshold: 8, protectMissing: true, participants: "number"},
  // What a hidden number leaves can be no smaller than those whose form was not filled in.
  {each: 21, rounds: 1, perForm: 1, threshold: 5, protectMissing: false, participants: "hidden"},
  // A profession of fewer registrations than are shown, with participants whose bands would reveal how many.
  {each: 6, rounds: 1, perForm: 1, threshold: 8, protectMissing: false, participants: "code"}
];

const cases = fc.record({
  each: fc.integer({min: 12, max: 48}),
  rounds: fc.integer({min: 1, max: 2}),
  perForm: fc.integer({min: 1, max: 4}),
  threshold: fc.constantFrom(3, 5, 8),
  protectMissing: fc.boolean(),
  participants: fc.constantFrom<Participants>("number", "code", "hidden")
});

test("what protection accepts passes the gate's attacker, whatever the rules and however small the audit, and no table has a participant that the settings hide", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({each, rounds, perForm, threshold, ...others}) => {
      const rules: DisclosureRules = {
        ...defaultRules,
        threshold,
        interval: {from: 1, to: threshold},
        smallestDenominator: threshold,
        ...others
      };
      const session = await open();
      await createRandomRegistrations(session, codebook, {rounds, perForm, each: each * rounds});
      const {sums, after} = await publishAudit(await modelsIn(session), rules);
      session.close();
      expect((await attacker(after, sums, rules)).faults).toEqual([]);
      const columns = new Set(after.flatMap(({rows}) => rows.flatMap(Object.keys)));
      expect([columns.has("participant_no"), columns.has("participant_hash")]).toEqual([
        others.participants === "number",
        others.participants === "code"
      ]);
    }),
    {numRuns: 5, seed: 5, examples: met.map((one): [Case] => [one]), endOnFailure: true}
  );
});
