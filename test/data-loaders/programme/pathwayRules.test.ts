import {readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse} from "d3-dsv";
import {describe, expect, it} from "vitest";
import {judge, pathwayRules} from "../../../data-loaders/programme/pathwayRules.js";
import type {Pathway} from "../../../data-loaders/programme/pathway.js";
import type {Verdict} from "../../../src/domain/programme.js";
import {madePathway as made} from "./madePathway.js";

const visit = {day: 0, type: "consultation"} as const;
const exam = {day: 0, type: "exam"} as const;
const activity = {day: 0, type: "advice", about: ["activity" as const]} as const;
const agreed = {day: 0, type: "follow_up_agreed"} as const;
const operation = {day: 90, type: "surgery", actor: "surgeon", sector: "hospital"} as const;
const rheumatologist = {day: 60, type: "consultation", actor: "hospital_rheumatologist", sector: "hospital"} as const;
const conference = {day: 62, type: "case_conference", actor: "hospital_team", sector: "hospital"} as const;
const sickListed = {day: 1, type: "sick_leave_start"} as const;
const herniation = (events: Parameters<typeof made>[0]) => made(events, {condition: "disc_herniation"});

/** Rule, what the pathway shows, the pathway, and what the rule must say: nothing where it does not speak. */
const examples: [rule: string, what: string, pathway: Pathway, verdicts: Verdict[]][] = [
  ["PR58", "all three at the first consultation", made([visit, exam, activity, agreed]), ["follows"]],
  ["PR58", "no new appointment", made([visit, exam, activity]), ["departs"]],
  ["PR58", "no advice", made([visit, exam, agreed]), ["departs"]],
  ["PR58", "no examination recorded", made([visit, activity, agreed]), ["undecided"]],
  ["PR58", "no own doctor", made([{...visit, actor: "chiropractor"}]), []],
  ["PR22", "advice on the first day", made([activity]), ["follows"]],
  ["PR22", "advice after two months", made([{...activity, day: 60}]), ["departs"]],
  ["PR22", "advice about something else", made([{...activity, about: ["course"]}]), ["departs"]],
  [
    "PR05",
    "acute referral the same day",
    made([
      {...exam, signs: ["cauda_equina"]},
      {day: 0, type: "referral", to: "acute"}
    ]),
    ["follows"]
  ],
  [
    "PR05",
    "acute referral the day after",
    made([
      {...exam, signs: ["cauda_equina"]},
      {day: 1, type: "referral", to: "acute"}
    ]),
    ["departs"]
  ],
  ["PR05", "no referral", made([{...exam, signs: ["cauda_equina"]}]), ["departs"]],
  ["PR05", "a sign that need not be one", made([{...exam, signs: ["possible_cauda_equina"]}]), ["undecided"]],
  ["PR05", "no sign", made([exam]), []],
  [
    "PR67",
    "warning signs when suspected",
    made([
      {...exam, signs: ["disc_herniation"]},
      {day: 0, type: "advice", about: ["warning_signs"]}
    ]),
    ["follows"]
  ],
  [
    "PR67",
    "warning signs a week late",
    made([
      {...exam, signs: ["nerve_root"]},
      {day: 7, type: "advice", about: ["warning_signs"]}
    ]),
    ["departs"]
  ],
  ["PR67", "no warning signs", made([{...exam, signs: ["nerve_root"]}, activity]), ["departs"]],
  [
    "PR07",
    "examined at each later contact",
    made([
      {...exam, signs: ["nerve_root"]},
      {day: 14, type: "consultation"},
      {day: 14, type: "exam"}
    ]),
    ["follows"]
  ],
  [
    "PR07",
    "a later contact without",
    made([
      {...exam, signs: ["nerve_root"]},
      {day: 14, type: "consultation"}
    ]),
    ["departs"]
  ],
  [
    "PR60",
    "screened at the follow-up",
    made([
      {day: 14, type: "consultation", state: "unchanged"},
      {day: 14, type: "risk_screening"}
    ]),
    ["follows"]
  ],
  [
    "PR60",
    "screened at the next",
    made([
      {day: 14, type: "consultation", state: "unchanged"},
      {day: 28, type: "risk_screening"}
    ]),
    ["departs"]
  ],
  ["PR60", "never screened", made([{day: 14, type: "exam", state: "worse"}]), ["departs"]],
  ["PR60", "better", made([{day: 14, type: "consultation", state: "better"}]), []],
  [
    "PR61",
    "medium risk and referred",
    made([
      {day: 14, type: "risk_screening", risk: "medium"},
      {day: 20, type: "referral", to: "extended_examination"}
    ]),
    ["follows"]
  ],
  [
    "PR61",
    "medium risk and referred to hospital",
    made([
      {day: 14, type: "risk_screening", risk: "medium"},
      {day: 20, type: "referral", to: "hospital"}
    ]),
    ["departs"]
  ],
  [
    "PR61",
    "referred too late",
    made([
      {day: 14, type: "risk_screening", risk: "medium"},
      {day: 60, type: "referral", to: "extended_examination"}
    ]),
    ["departs"]
  ],
  ["PR61", "low risk", made([{day: 14, type: "risk_screening", risk: "low"}]), []],
  [
    "PR62",
    "letter after the examination",
    made([
      {day: 40, type: "exam", extended: true},
      {day: 42, type: "discharge_letter", recipients: ["gp"]}
    ]),
    ["follows"]
  ],
  [
    "PR62",
    "letter to the patient only",
    made([
      {day: 40, type: "exam", extended: true},
      {day: 42, type: "discharge_letter", recipients: ["patient"]}
    ]),
    ["departs"]
  ],
  ["PR36", "medicine after advice", made([activity, {day: 14, type: "medication"}]), ["follows"]],
  ["PR36", "medicine with the first advice", made([activity, {day: 0, type: "medication"}]), ["departs"]],
  ["PR36", "medicine alone", made([{day: 0, type: "medication"}]), ["departs"]],
  [
    "PR09",
    "after four weeks of care",
    made([
      {day: 7, type: "exercise"},
      {day: 28, type: "referral", to: "mri"}
    ]),
    ["follows"]
  ],
  [
    "PR09",
    "after ten days",
    made([
      {day: 7, type: "exercise"},
      {day: 10, type: "referral", to: "mri"}
    ]),
    ["departs"]
  ],
  ["PR09", "without care before", made([{day: 40, type: "referral", to: "hospital"}]), ["departs"]],
  [
    "PR09",
    "acute signs",
    made([
      {...exam, signs: ["cauda_equina"]},
      {day: 0, type: "referral", to: "mri"}
    ]),
    ["follows"]
  ],
  [
    "PR70",
    "referred to the municipality",
    made([{day: 7, type: "referral", to: "municipality"}], {condition: "chronic", workedUpBefore: true}),
    ["follows"]
  ],
  [
    "PR70",
    "scanned again",
    made([{day: 7, type: "referral", to: "mri"}], {condition: "chronic", workedUpBefore: true}),
    ["departs"]
  ],
  ["PR70", "no referral", made([visit], {condition: "chronic", workedUpBefore: true}), ["departs"]],
  [
    "PR19",
    "hospital again, unchanged",
    made([{day: 7, type: "referral", to: "hospital"}], {workedUpBefore: true}),
    ["departs"]
  ],
  [
    "PR19",
    "hospital again, worse",
    made(
      [
        {day: 3, type: "exam", state: "worse"},
        {day: 7, type: "referral", to: "hospital"}
      ],
      {workedUpBefore: true}
    ),
    ["undecided"]
  ],
  ["PR19", "not worked up before", made([{day: 7, type: "referral", to: "hospital"}]), []],
  [
    "PR64",
    "same day and conference",
    made([rheumatologist, {...rheumatologist, type: "exercise", actor: "hospital_physio"}, conference]),
    ["follows"]
  ],
  [
    "PR64",
    "no conference",
    made([rheumatologist, {...rheumatologist, type: "exercise", actor: "hospital_physio"}]),
    ["departs"]
  ],
  [
    "PR65",
    "letter to the own doctor",
    made([conference, {...conference, type: "discharge_letter", recipients: ["gp"]}]),
    ["follows"]
  ],
  [
    "PR65",
    "sick-listed, and nothing to the municipality",
    made([sickListed, conference, {...conference, type: "discharge_letter", recipients: ["gp"]}]),
    ["departs"]
  ],
  ["PR39", "operated without a specific cause", made([operation]), ["departs"]],
  ["PR39", "not operated", made([visit]), ["follows"]],
  ["PR39", "operated for a herniation", herniation([operation]), []],
  ["PR40", "the scan explains", herniation([{day: 60, type: "mri", imaging: "explains"}, operation]), ["follows"]],
  ["PR40", "the scan does not", herniation([{day: 60, type: "mri", imaging: "unexplained"}, operation]), ["departs"]],
  ["PR40", "no scan", herniation([operation]), ["departs"]],
  ["PR40", "a scan whose answer is unknown", herniation([{day: 60, type: "mri"}, operation]), ["undecided"]],
  ["PR68", "two months of exercise", herniation([{day: 30, type: "exercise"}, operation]), ["follows"]],
  ["PR68", "ten days of exercise", herniation([{day: 80, type: "exercise"}, operation]), ["departs"]],
  ["PR68", "none", herniation([operation]), ["departs"]],
  ["PR69", "a plan the same day", herniation([operation, {...operation, type: "rehab_plan"}]), ["follows"]],
  ["PR69", "no plan", herniation([operation]), ["departs"]],
  ["PR59", "advised to work", made([{day: 0, type: "advice", about: ["work"]}]), ["follows"]],
  ["PR59", "sick-listed and back step by step", made([sickListed, {day: 50, type: "gradual_return"}]), ["follows"]],
  ["PR59", "sick-listed and nothing more", made([sickListed]), ["departs"]],
  ["PR66", "a meeting", made([sickListed, rheumatologist, {day: 70, type: "round_table_meeting"}]), ["follows"]],
  ["PR66", "no meeting", made([sickListed, rheumatologist]), ["departs"]],
  ["PR66", "fit before the hospital", made([sickListed, {day: 20, type: "sick_leave_end"}, rheumatologist]), []]
];

describe("rules on pathways", () => {
  it.each(examples)("%s: %s", (id, _what, pathway, verdicts) => {
    const judged = judge(
      pathway,
      pathwayRules.filter((rule) => rule.id === id)
    );
    expect(judged.map(({verdict}) => verdict)).toEqual(verdicts);
    const known = pathway.events.map(({no}) => no);
    for (const {step, events} of judged)
      for (const no of step === null ? events : [step, ...events]) expect(known).toContain(no);
  });

  it("has an example that departs for every rule", () => {
    for (const {id} of pathwayRules)
      expect(
        examples.some(([rule, , , verdicts]) => rule === id && verdicts.includes("departs")),
        id
      ).toBe(true);
  });

  it("says nothing where the source does not record what the rule needs", () => {
    const pathway = made([operation], {records: new Set(["surgery"])});
    expect(judge(pathway).map(({rule}) => rule)).toEqual(["PR39"]);
  });

  it("names rules of the programme", () => {
    const published = csvParse(
      readFileSync(join(import.meta.dirname, "../../../data/published/programme_rules.csv"), "utf8")
    );
    for (const {id} of pathwayRules)
      expect(
        published.some((row) => row.rule_id === id),
        id
      ).toBe(true);
  });
});
