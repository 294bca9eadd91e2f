import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readCases} from "../../../data-loaders/programme/cases.js";
import {judge} from "../../../data-loaders/programme/pathwayRules.js";

const cases = readCases(join(import.meta.dirname, "../../.."));

/** `rule step` of what a case does otherwise than a rule, or leaves open; read from the case collection by hand. */
function not(verdict: "departs" | "undecided", no: number): string[] {
  return judge(cases.find((one) => one.no === no)!)
    .filter((judgement) => judgement.verdict === verdict)
    .map(({rule, step}) => `${rule} ${step}`);
}

describe("the six cases", () => {
  it("have every event of the table, in its order", () => {
    expect(cases.map(({events}) => events.length)).toEqual([22, 20, 28, 33, 36, 12]);
    for (const {events} of cases) expect(events.map(({no}) => no)).toEqual(events.map((_, i) => i + 1));
  });

  it.each([1, 2, 3, 4, 6])("case %i departs from no rule", (no) => expect(not("departs", no)).toEqual([]));

  it("case 5 is screened late, sent to ordinary physiotherapy, and has no meeting at work", () => {
    expect(not("departs", 5)).toEqual(["PR60 7", "PR61 10", "PR66 18"]);
  });

  it("leave open whether urination trouble raised suspicion, and whether a first consultation had an examination", () => {
    expect(not("undecided", 2)).toEqual(["PR05 9"]);
    expect(not("undecided", 5)).toEqual(["PR58 3"]);
  });

  it("follow the rules about imaging and hospital in the cases that are referred", () => {
    const judged = (no: number) => judge(cases.find((one) => one.no === no)!).filter(({rule}) => rule === "PR09");
    expect([3, 4, 5].map((no) => judged(no).map(({verdict, events}) => [verdict, events]))).toEqual([
      [
        ["follows", [13, 16]],
        ["follows", [13, 17]]
      ],
      [
        ["follows", [13, 16]],
        ["follows", [13, 17]]
      ],
      [
        ["follows", [12, 15]],
        ["follows", [12, 16]]
      ]
    ]);
  });
});
