import {describe, expect, test} from "vitest";
import type {ProgrammeRule} from "../../../data-loaders/programme/rules.js";
import {auditRows, registerRows, ruleSentence, type AuditShare} from "../../../src/components/rows/ruleRows.js";

const rule = (measures: ProgrammeRule["measures"]): ProgrammeRule => ({
  id: "PR01",
  topic: "t",
  rule: "r",
  source: "s",
  measured: "yes",
  direction: "more",
  limits: "l",
  reasons: ["g"],
  measures
});
const share = (over: Partial<AuditShare>): AuditShare => ({
  profession: "gp",
  profession_da: "Læger",
  ref: "actions.nsaid",
  label: "NSAID",
  consultation: "all",
  patient_group: "all",
  ...over
});

describe("the audit's rows of a rule", () => {
  const shares = [
    share({}),
    share({consultation: "first"}),
    share({patient_group: "severe"}),
    share({ref: "actions.opioids", label: "Opioider"})
  ];

  test("are those of its answer, in its group of registrations", () => {
    const rows = auditRows(rule([{answer: "actions.nsaid", consultation: "first", group: "all"}]), shares);
    expect(rows.map(({label, consultation}) => [label, consultation])).toEqual([
      ["NSAID, første konsultation", "first"]
    ]);
  });

  test("of one answer in two groups are two measures", () => {
    const rows = auditRows(
      rule([
        {answer: "actions.nsaid", consultation: "all", group: "all"},
        {answer: "actions.nsaid", consultation: "all", group: "severe", label: "Hos de svære"}
      ]),
      shares
    );
    expect(rows.map(({answer, label}) => [answer, label])).toEqual([
      ["0 actions.nsaid", "NSAID"],
      ["1 actions.nsaid", "Hos de svære"]
    ]);
  });
});

test("the registers' rows of a rule are those of its indicator and specialty", () => {
  const shares = [
    {ref: "repeated_mri", label: "Gentagen MR", area: "hele landet"},
    {ref: "medicine", label: "Medicin", area: "hele landet"}
  ];
  expect(
    registerRows(
      rule([{indicator: "repeated_mri"}, {first_contact: "medicine", label: "Set først i medicinsk afdeling"}]),
      shares
    ).map(({label}) => label)
  ).toEqual(["Gentagen MR", "Set først i medicinsk afdeling"]);
});

describe("the sentence of a rule", () => {
  const of = (...percents: (number | null)[]) =>
    percents.map((percent, i) => ({label: "NSAID", percent, who: `gruppe ${i + 1}`}));

  test("names the lowest and highest of the first measure", () => {
    expect(ruleSentence([...of(30, 12.34, 22), {label: "Andet", percent: 1, who: "x"}])).toBe(
      "»NSAID«: fra 12,3\u00A0% hos gruppe 2 til 30,0\u00A0% hos gruppe 1."
    );
  });

  test("passes over hidden shares, and says when there are no others", () => {
    expect(ruleSentence(of(null, 12))).toBe("»NSAID«: 12,0\u00A0% hos gruppe 2.");
    expect(ruleSentence(of(null))).toBe("Ingen tal kan vises for reglen.");
    expect(ruleSentence([])).toBe("Ingen tal kan vises for reglen.");
  });
});
