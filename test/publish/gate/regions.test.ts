// @module-tag slow: protects and attacks a small audit.
import {afterAll, beforeAll, expect, test} from "vitest";
import type {CountedTable} from "../../../data-loaders/disclosure/assemble.js";
import {defaultRules, type DisclosureRules} from "../../../data-loaders/ground/rules.js";
import type {Row, Session} from "../../../data-loaders/engine/session.js";
import type {Sums} from "../../../data-loaders/tables/counted/group.js";
import {attacker} from "../../../publish/gate/attacker.js";
import {publishAudit} from "../../data-loaders/disclosure/publishAudit.js";
import {modelsOf, open, ticked} from "../../data-loaders/tables/tinyAudit.js";

const rules: DisclosureRules = {...defaultRules, participants: "hidden"};

/** Pills from 3 of 40 registrations in the north, 20 of 40 in the south, and all of them of a known region. */
const registrations = [
  ...ticked("acts.pills", 3, 40, {participant: "1", region: "n"}),
  ...ticked("acts.pills", 20, 40, {participant: "2", region: "s"}),
  ...ticked("acts.advice", 20, 40, {profession: "nurse", participant: "1", region: "n"}),
  ...ticked("acts.advice", 20, 40, {profession: "nurse", participant: "2", region: "s"})
];

let session: Session;
let sums: Sums;
let tables: CountedTable[];
let before: Row[];
beforeAll(async () => {
  session = await open();
  const published = await publishAudit(await modelsOf(session, registrations), rules);
  ({sums, after: tables} = published);
  before = published.before.get("audit_answers_by_region")!;
});
afterAll(() => session.close());

const isPills = ({profession, answer_id}: Row) => profession === "doctor" && answer_id === "pills";
const inRegion = (region: string) => (row: Row) => isPills(row) && row.participant_region === region;
const byRegion = () => tables.find(({name}) => name === "audit_answers_by_region")!.rows;

test("a small count in one region takes another with it, since the regions make up the profession's", async () => {
  expect(byRegion().find(inRegion("n"))).toMatchObject({n: null, status: "hidden"});
  const south = byRegion().find(inRegion("s"))!;
  const whole = tables
    .find(({name}) => name === "audit_answers")!
    .rows.find((row) => isPills(row) && row.consultation === "all" && row.patient_group === "all")!;
  expect([south.n, whole.n]).toContain(null);
  expect((await attacker(tables, sums, rules)).faults).toEqual([]);
});

test("were all but the small count shown, the gate works it out from the sum over regions", async () => {
  const truly = new Map(before.map((row) => [key(row), row]));
  const spoilt = tables.map((table) => ({
    ...table,
    rows: table.rows.map((row): Row => {
      if (!isPills(row) || inRegion("n")(row)) return row;
      if (table.name === "audit_answers_by_region") return {...row, ...truly.get(key(row)), ...shown};
      return row.consultation === "all" && row.patient_group === "all" ? {...row, n: 23, total: 80, ...shown} : row;
    })
  }));
  const {faults} = await attacker(spoilt, sums, rules);
  expect(faults.join("\n")).toMatch(
    /^acts\.pills=yes profession=doctor region=n round=1 kan regnes ud til mellem 1 og 3 af: regionerne og ukendt region udgør alle/
  );
});

const shown = {status: "shown", n_least: null, n_most: null, percent_least: null, percent_most: null};

function key({participant_region, profession, question_id, answer_id}: Row): string {
  return [participant_region, profession, question_id, answer_id].join(" ");
}
