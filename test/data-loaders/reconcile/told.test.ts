import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, test} from "vitest";
import type {Reason} from "../../../data-loaders/ground/rules.js";
import type {Row} from "../../../data-loaders/engine/session.js";
import {computedFrom} from "../../../data-loaders/reconcile/computed.js";
import {readExplanations} from "../../../data-loaders/reconcile/explanations.js";
import {rowsWithout, publishedTwin} from "../../../data-loaders/reconcile/publishedTwin.js";
import {summary} from "../../../data-loaders/reconcile/summary.js";
import {nameOf, tell} from "../../../data-loaders/reconcile/told.js";
import {reconcileWith} from "../../../data-loaders/reconcile/reconcile.js";
import {readSettings} from "../../../data-loaders/ground/settings.js";
import {codebook, root} from "./madeUp.js";
import {madeUpRegisters} from "./registers/madeUpRegisters.js";

const workspace = mkdtempSync(join(tmpdir(), "rygatlas-told-"));
afterAll(() => rmSync(workspace, {recursive: true, force: true}));
const settings = {...readSettings(root), workspace};
const group = {
  round: 1,
  profession: "gp",
  consultation: "all",
  patient_group: "all",
  question_id: "sex",
  low: null,
  high: null
};
const sexes = (counts: Record<string, number>): Row[] =>
  Object.entries(counts).map(([answer_id, n]) => ({
    ...group,
    answer_id,
    n,
    total: 319,
    percent: (100 * n) / 319,
    status: "shown"
  }));
/** As printed: 182 women, 137 men. */
const before = sexes({female: 182, male: 137, missing: 0});
const hide = (rows: Row[], answer: string, status: string) =>
  rows.map((row) => (row.answer_id === answer ? {...row, n: null, total: null, percent: null, status} : row));

/** What is told of the printed sexes of the doctors' patients, from tables published so. */
async function told(published: Row[], {isTwin = true, rows = before} = {}) {
  const twin = {
    audit: {codebook, tables: {audit_answers: rows}, ageRanges: []},
    registers: madeUpRegisters(),
    release: {audit: {rows: {audit_answers: published}, isTwin}, registers: {rows: {}, isTwin: true}}
  };
  const shown = await publishedTwin(twin, settings);
  const compare = (answers: Row[]) =>
    reconcileWith({audit: computedFrom({codebook, tables: {audit_answers: answers}, ageRanges: []})}, root).sources;
  const reasons: Reason[] = ["few", "base", "protects"];
  const all = tell(
    compare(rows),
    compare(shown.audit.audit_answers ?? []),
    reasons.map((reason) => [reason, compare(rowsWithout(reason, twin, shown).audit.audit_answers!)])
  );
  return Object.fromEntries(
    all
      .filter(({key}) => /^gp\/PATIENTENS KØN\/(Kvinde|Mand|Uoplyst|I alt)\//.test(key))
      .map((one) => [one.key.split("/").slice(2).join(" "), one.withheld ?? one.computed])
  );
}

describe("a figure is told when the published tables alone give it", () => {
  test("all are shown", async () => {
    expect(await told(before)).toEqual({
      "Kvinde count": "182",
      "Kvinde percent": "57,1",
      "Mand count": "137",
      "Mand percent": "42,9",
      "Uoplyst count": "0",
      "Uoplyst percent": "0,0",
      "I alt count": "319",
      "I alt percent": "100,0"
    });
  });

  test.each([
    ["hidden", "few"],
    ["hidden_base", "base"],
    ["hidden_secondary", "protects"]
  ])("one is %s, and so is the sum that needs it", async (status, reason) => {
    expect(await told(hide(before, "male", status))).toMatchObject({
      "Kvinde count": "182",
      "Mand count": reason,
      "Mand percent": reason,
      "I alt count": "319",
      "I alt percent": reason
    });
  });

  test("no published table has it", async () => {
    expect(await told(before.filter(({answer_id}) => answer_id !== "male"))).toMatchObject({
      "Mand count": "unpublished",
      "Kvinde count": "182"
    });
  });

  test("few forms that were not filled in are not told either", async () => {
    const rows = sexes({female: 182, male: 134, missing: 3});
    expect(await told(rows, {rows})).toMatchObject({
      "Kvinde count": "182",
      "Uoplyst count": "few",
      "Uoplyst percent": "few"
    });
  });
});

describe("of other extracts than the twin's", () => {
  test("the twin's numbers are told, where the release shows its own", async () => {
    const own = sexes({female: 1000, male: 900, missing: 0});
    // Only the doctors registered, so that they are all.
    const rows = [...before, ...before.map((row) => ({...row, profession: "all"}))];
    expect(await told(own, {isTwin: false, rows})).toMatchObject({"Kvinde count": "182", "Mand count": "137"});
    expect(await told(hide(own, "male", "hidden"), {isTwin: false, rows})).toMatchObject({
      "Kvinde count": "182",
      "Mand count": "unpublished"
    });
  });

  test("nothing is told of another audit", async () => {
    const other = before.map((row) => ({...row, profession: "nurse"}));
    expect(new Set(Object.values(await told(other, {isTwin: false})))).toEqual(new Set(["unpublished"]));
  });
});

test("a misprint rests on figures that are compared, and is told when all of them are", () => {
  const reconciliation = reconcileWith(
    {audit: computedFrom({codebook, tables: {audit_answers: before}, ageRanges: []}), registers: madeUpRegisters()},
    root
  );
  const names = new Set(reconciliation.sources.flatMap(({findings}) => findings.map(nameOf)));
  const {misprints} = readExplanations(`${root}/data/reconciliation`);
  for (const {id, restsOn} of misprints)
    for (const name of restsOn) expect(names.has(name), `${id}: ${name}`).toBe(true);
  // The last is about what the report has no numbers of.
  expect(misprints.filter(({restsOn}) => restsOn.length === 0).map(({id}) => id)).toEqual(["I28"]);
  const all = tell(reconciliation.sources, reconciliation.sources, []);
  const told = summary(reconciliation, all)
    .misprints.filter(({printed}) => printed !== undefined)
    .map(({id}) => id);
  expect(told).toEqual(["I28"]);
});
