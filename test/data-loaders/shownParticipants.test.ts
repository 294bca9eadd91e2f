// @module-tag slow: loads and protects whole audits.
import {createHash} from "node:crypto";
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {expect, test} from "vitest";
import {ownExtracts} from "../../data-loaders/sources/delivery.js";
import type {Participants} from "../../data-loaders/ground/rules.js";
import {loadAudit} from "../../data-loaders/load/loadAudit.js";
import {codesFile, type ParticipantCodes} from "../../data-loaders/disclosure/participantCodes.js";
import {tableFacts} from "../../data-loaders/load/tableFacts.js";
import {readParquet} from "../../data-loaders/engine/readParquet.js";
import {shareDecisions} from "../support/decisions.js";
import {inventedSettings} from "../support/inventedAudit.js";
import {temporaryFolder} from "../support/temporaryFolder.js";

const parent = temporaryFolder();

/** Loads the invented audit, with codes for some participants of each profession. */
async function loadAs(participants: Participants, numbers: string[] = []) {
  const root = mkdtempSync(join(parent, "project-"));
  const settings = inventedSettings(root, {participants});
  if (numbers.length > 0) writeCodes(root, numbers);
  shareDecisions(settings.workspace);
  const [aside, out] = [join(root, "aside"), join(root, "out")] as const;
  for (const folder of [aside, out, settings.workspace]) mkdirSync(folder, {recursive: true});
  const extracts = ownExtracts(settings).audit!;
  const fileIn = (folder: string) => (table: string) => join(folder, `${table}.parquet`);
  const destination = {aside, published: fileIn(out), write: true, step: () => {}};
  const {facts} = await loadAudit(settings, extracts, {hash: "a1".repeat(32), date: null}, destination);
  const read = (folder: string, table: string) => readParquet(readFileSync(join(folder, `${table}.parquet`)));
  return {
    facts,
    out,
    settings,
    published: (table: string) => read(out, table),
    before: (table: string) => read(join(aside, "tables"), table)
  };
}

const hashOf = (profession: string, participant: string) =>
  createHash("sha256").update(`${profession}/${participant}`).digest("hex");

function writeCodes(root: string, numbers: string[]): void {
  const participants = ["nurse", "psychologist"].flatMap((profession) =>
    numbers.map((participant_no) => ({
      profession,
      participant_no,
      code: "0000-0000-0000-0000",
      hash: hashOf(profession, participant_no)
    }))
  );
  const codes: ParticipantCodes = {salt: "0f".repeat(32), iterations: 600_000, participants};
  mkdirSync(dirname(codesFile(root)), {recursive: true});
  writeFileSync(codesFile(root), JSON.stringify(codes));
}

const all = Array.from({length: 60}, (_, i) => String(i + 1));

test("by number, as the report does", async () => {
  const {facts, published} = await loadAs("number");
  const {rows} = await published("audit_participants");
  expect(rows.length).toBeGreaterThan(0);
  expect(rows[0]).toHaveProperty("participant_no");
  expect(facts.codes).toBeUndefined();
  // The bars make up each region's numbers, so that the two are not shown together.
  expect((await published("audit_answers_by_region")).rows).toEqual([]);
  expect(facts).toMatchObject({regions: [], hasRegions: true});
});

test("by code: the same bars under hashes, in their order, and a number in no published table", async () => {
  const {facts, out, settings, published, before} = await loadAs("code", all);
  const {rows} = await published("audit_participants");
  const byNumber = (await (await loadAs("number")).published("audit_participants")).rows;
  expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(
    new Set(
      byNumber.map(({round, profession, participant_no, ...row}) =>
        JSON.stringify({
          round,
          profession,
          participant_hash: hashOf(profession as string, participant_no as string),
          ...row
        })
      )
    )
  );
  const places = rows.map((row) => `${row.round} ${row.profession} ${row.participant_hash}`);
  expect(places).toEqual(places.toSorted());
  const names = (await Promise.all(readdirSync(out).map((file) => published(file.replace(".parquet", ""))))).flatMap(
    ({metadata}) => metadata.schema.map(({name}) => name)
  );
  expect(names).toContain("participant_hash");
  expect(names).not.toContain("participant_no");
  expect((await before("audit_participants")).rows[0]).toHaveProperty("participant_no");
  expect(facts.codes).toEqual({salt: "0f".repeat(32), iterations: 600_000});
  expect(JSON.stringify(facts)).not.toContain("0000-0000");
  const described = tableFacts(() => join(out, "audit_participants.parquet"), settings.disclosure.audit).find(
    ({name}) => name === "audit_participants"
  )!;
  expect(described.columns.map(({name}) => name)).toEqual(
    (await published("audit_participants")).metadata.schema.slice(1).map(({name}) => name)
  );
});

test("hidden: no rows for readers, all for the analyst, and the spread of professions stays", async () => {
  const {facts, published, before} = await loadAs("hidden");
  expect((await published("audit_participants")).rows).toEqual([]);
  expect((await before("audit_participants")).rows.length).toBeGreaterThan(0);
  expect((await published("variation")).rows.length).toBeGreaterThan(0);
  const byRegion = (await published("audit_answers_by_region")).rows;
  expect(new Set(byRegion.map((row) => row.participant_region))).toEqual(new Set(["n", "s"]));
  expect(facts).toMatchObject({regions: ["n", "s"], hasRegions: true});
});

test.each([[[]], [["1"]]])("by code, a participant without one is refused (codes for %j)", async (numbers) => {
  await expect(loadAs("code", numbers)).rejects.toThrow(
    /^settings\.yaml viser deltagere ved en privat kode \(disclosure\.participants: code\), men deltager \S+ \(\w+\) har ingen; kør npx rygatlas codes\.$/
  );
});
