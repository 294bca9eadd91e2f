import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  firstVerdicts,
  missingFor,
  registerPathway,
  registerRules,
  verdictsOfOrder
} from "../../../data-loaders/programme/registerPathway.js";
import {pathwayRules} from "../../../data-loaders/programme/pathwayRules.js";
import {conditions, type Condition} from "../../../data-loaders/programme/pathway.js";

/** `day kind` by day from the index contact. */
function verdicts(condition: Condition, ...events: string[]): Record<string, string> {
  return Object.fromEntries(
    firstVerdicts(
      registerPathway(
        condition,
        events.map((event) => ({day: Number(event.split(" ")[0]), kind: event.split(" ")[1]!}))
      )
    )
  );
}

describe("a course in registers", () => {
  it("begins with its first event", () => {
    const {events} = registerPathway("unspecific", [
      {day: -30, kind: "chiropractor"},
      {day: 0, kind: "medicine"},
      {day: 60, kind: "operation"}
    ]);
    expect(events.map(({no, day, type, sector}) => [no, day, type, sector])).toEqual([
      [1, 0, "manual_therapy", "primary"],
      [2, 30, "consultation", "hospital"],
      [3, 90, "surgery", "hospital"]
    ]);
  });

  it("decides four rules; the others need what registers do not hold", () => {
    expect(registerRules.map(({id}) => id)).toEqual(["PR39", "PR40", "PR68", "PR69"]);
    expect(missingFor(pathwayRules.find(({id}) => id === "PR09")!)).toEqual(["referral"]);
    expect(missingFor(pathwayRules.find(({id}) => id === "PR64")!)).toEqual(["consultation", "case_conference"]);
  });

  it.each<[string, Condition, string[], Record<string, string>]>([
    ["not operated", "unspecific", ["0 medicine"], {PR39: "follows"}],
    ["not operated, another cause", "other", ["0 medicine"], {}],
    [
      "scan, two months of care and a plan",
      "disc_herniation",
      ["-40 physiotherapist", "0 medicine", "10 mri", "20 operation", "40 plan"],
      {PR40: "undecided", PR68: "follows", PR69: "follows"}
    ],
    [
      "care for 27 days",
      "stenosis",
      ["0 surgery", "3 physiotherapist", "30 operation", "61 plan"],
      {PR40: "departs", PR68: "departs", PR69: "departs"}
    ],
    [
      "care for 28 days, a plan on the last day",
      "stenosis",
      ["0 surgery", "2 chiropractor", "30 operation", "60 plan"],
      {PR40: "departs", PR68: "follows", PR69: "follows"}
    ],
    [
      "nothing but the operation",
      "unspecific",
      ["0 surgery", "0 operation"],
      {PR39: "departs", PR40: "departs", PR68: "departs", PR69: "departs"}
    ]
  ])("%s", (_, condition, events, expected) => expect(verdicts(condition, ...events)).toEqual(expected));

  it("without an operation is judged on the condition alone, so that such courses need not be distinguished", () => {
    const kinds = fc.constantFrom(
      "acute",
      "medicine",
      "surgery",
      "private",
      "other",
      "mri",
      "plan",
      "analgesic",
      "chiropractor",
      "physiotherapist"
    );
    const events = fc.array(fc.record({day: fc.integer({min: -180, max: 396}), kind: kinds}), {
      minLength: 1,
      maxLength: 12
    });
    fc.assert(
      fc.property(fc.constantFrom(...conditions), events, (condition, course) => {
        const inOrder = course.toSorted((a, b) => a.day - b.day);
        expect(firstVerdicts(registerPathway(condition, inOrder))).toEqual(
          firstVerdicts(registerPathway(condition, [{day: 0, kind: "other"}]))
        );
      })
    );
  });

  it("is judged on the first operation", () => {
    expect(verdicts("stenosis", "0 surgery", "10 operation", "12 plan", "200 operation")).toMatchObject({
      PR69: "follows"
    });
    expect(verdicts("stenosis", "0 surgery", "10 operation", "200 operation", "210 plan")).toMatchObject({
      PR69: "departs"
    });
  });
});

describe("the order of a sequence alone", () => {
  it.each<[string, Record<string, string>]>([
    ["medicine", {}],
    ["medicine operation", {PR40: "departs", PR68: "departs", PR69: "departs"}],
    ["medicine operation plan", {PR40: "departs", PR68: "departs"}],
    ["physiotherapist medicine mri operation", {PR69: "departs"}],
    ["medicine operation mri physiotherapist", {PR40: "departs", PR68: "departs", PR69: "departs"}]
  ])("%s", (sequence, expected) => expect(Object.fromEntries(verdictsOfOrder(sequence.split(" ")))).toEqual(expected));
});
