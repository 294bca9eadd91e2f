import {readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse} from "d3-dsv";
import {describe, expect, test} from "vitest";
import {statements} from "../../../data-loaders/reconcile/statements.js";
import {readExplanations} from "../../../data-loaders/reconcile/explanations.js";
import {madeUp, nothingExplained, root, type MadeUp} from "./madeUp.js";

const rows = csvParse(readFileSync(join(root, "data/published/audit_statements.csv"), "utf8"));

function verdict(id: string, model: MadeUp, explanations = nothingExplained) {
  return statements.compare(
    rows.filter((row) => row.claim_id === id),
    madeUp(model),
    explanations
  )[0]!;
}

const share = (percent: number): MadeUp => ({percent: () => percent});
const at = (when: string, percent: number): MadeUp => ({
  percent: ({consultation}) => (consultation === when ? percent : 99)
});
const total = (of: Record<string, number>): MadeUp => ({registrations: ({profession}) => of[profession] ?? 0});
const severe = (n: number): MadeUp => ({registrations: ({patientGroup}) => (patientGroup === "severe" ? n : 1000)});
const perParticipant = (n: number, participants: number): MadeUp => ({registrations: () => n, participants});
const ages = (youngest: number, oldest: number): MadeUp => ({
  ages: (p) => (p === "gp" ? [youngest, oldest] : [18, 92])
});

/** For each statement a model in which it holds, and one in which it just fails. */
const cases: Record<string, [met: MadeUp, unmet: MadeUp]> = {
  S012: [ages(17, 92), ages(16, 92)],
  S017: [perParticipant(319, 42), perParticipant(280, 42)],
  S018: [perParticipant(2996, 46), perParticipant(2800, 46)],
  S019: [perParticipant(2079, 77), perParticipant(1937, 77)],
  S020: [perParticipant(702, 35), perParticipant(740, 35)],
  ...Object.fromEntries(
    Object.entries({S021: 42, S022: 46, S023: 77, S024: 35, S030: 50}).map(([id, participants]) => [
      id,
      [{participants}, {participants: participants + 1}]
    ])
  ),
  S025: [total({spine_centre: 702, spine_centre_phone: 152}), total({spine_centre: 702, spine_centre_phone: 151})],
  S026: [total({spine_centre: 702}), total({spine_centre: 703})],
  S027: [total({spine_centre: 702, spine_centre_phone: 152}), total({spine_centre: 152, spine_centre_phone: 151})],
  S028: [ages(18, 92), ages(19, 92)],
  S029: [ages(18, 94), ages(18, 100)],
  S031: [share(51.2), share(51.6)],
  S032: [share(45.2), share(42.9)],
  S033: [share(45.2), share(45.7)],
  S034: [share(40.4), share(39.3)],
  S035: [share(0.28), share(0.07)],
  S036: [share(60.1), share(60)],
  S037: [at("first", 4.7), at("first", 4.8)],
  S038: [share(33.0), share(31)],
  S039: [at("first", 41.8), at("first", 41)],
  S040: [at("first", 13), at("first", 13.6)],
  S041: [at("later", 32.5), at("later", 29)],
  S042: [share(5.2), share(3.9)],
  S043: [share(4.6), share(6.7)],
  S044: [share(0.6), share(1)],
  S045: [at("first", 25.8), at("first", 25)],
  S046: [at("first", 13.9), at("first", 13.4)],
  S047: [severe(176), severe(177)],
  S048: [severe(173), severe(172)],
  S049: [severe(78), severe(79)],
  S050: [severe(403), severe(404)]
};
const notAbout = rows.map((row) => row.claim_id!).filter((id) => !(id in cases));

describe("numbers in the running text", () => {
  test.each(Object.entries(cases))("%s holds where it should, and only there", (id, [met, unmet]) => {
    expect(verdict(id, met).verdict).toBe("met");
    expect(verdict(id, unmet).verdict).toBe("not_met");
  });

  test("the audit of 2011, the programme and the period are not about these registrations", () => {
    expect(notAbout).toEqual([
      "S001",
      "S002",
      "S003",
      "S004",
      "S005",
      "S006",
      "S007",
      "S008",
      "S009",
      "S010",
      "S011",
      "S013",
      "S014",
      "S015",
      "S016"
    ]);
    for (const id of notAbout) expect(verdict(id, {}).verdict).toBe("not_about");
  });

  test("a misprint explains only the value it should have been", () => {
    const explanations = readExplanations(join(root, "data/reconciliation"));
    expect(verdict("S032", share(42.9), explanations)).toMatchObject({verdict: "not_met", inconsistency: "I07"});
    expect(verdict("S032", share(43.9), explanations).inconsistency).toBeUndefined();
  });

  test("a statement nobody has given a meaning is unmet", () => {
    const row = {...rows[0]!, measure: "something new", subgroup: ""};
    expect(statements.compare([row], madeUp({}), nothingExplained)[0]).toMatchObject({
      verdict: "not_met",
      computed: "ikke målt"
    });
  });
});
