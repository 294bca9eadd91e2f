import {expect, test} from "vitest";
import {handIn, handInCsv, handInName, type Registration} from "../../src/domain/handIn.js";

const registrant = {codebook: "laenderyg", seal: "abc", profession: "gp", participant: "12", round: 2};
const registrations: Registration[] = [
  {no: 2, day: "2026-12-02", answers: {consultation: "later", sex: "male", "findings.normal_neurology": "1"}},
  {no: 1, day: "2026-11-30", answers: {consultation: "first", age: "52"}}
];

test("registrations become an extract by the audit's contract, one row each, unanswered fields empty", () => {
  expect(handInCsv(registrant, registrations, ["symptoms", "findings.normal_neurology"])).toBe(
    "profession,round,participant_no,registration_no,consultation,age,sex,symptoms,findings.normal_neurology\n" +
      "gp,2,12,2,later,,male,,1\n" +
      "gp,2,12,1,first,52,,,\n"
  );
});

test("a hand-in says whose it is, from which day to which, how many rows, and their check sum", async () => {
  const made = await handIn(registrant, registrations, []);
  expect(made).toMatchObject({...registrant, first: "2026-11-30", last: "2026-12-02", rows: 2});
  // printf of the csv | sha256sum
  expect(made.sha256).toBe("ada008a8a38b42d1cdc03feb826feac4bd449f728e4d468c7ee8e13bd58fda20");
  expect(handInName(made, true)).toBe("aflevering-gp-12-runde2-2.json.age");
});

test("what looks like a CPR number, or would break a row, is never handed in", () => {
  const say = (answers: Record<string, string>) => () =>
    handInCsv(registrant, [{no: 1, day: "2026-12-01", answers}], []);
  expect(say({age: "0101901234"})).toThrow("CPR");
  expect(say({sex: "a,b"})).toThrow("kan ikke stå");
});
