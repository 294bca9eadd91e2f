import {cpSync, existsSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {dsvFormat} from "d3-dsv";
import {expect, test} from "vitest";
import {handOutCodes, newCode} from "../../../data-loaders/commands/handOutCodes.js";
import {codesFile, readCodes} from "../../../data-loaders/disclosure/participantCodes.js";
import {readSettings} from "../../../data-loaders/ground/settings.js";
import {hashOfCode, readCode, signs} from "../../../src/domain/participantCode.js";
import {checkout} from "../../support/project.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const root = temporaryFolder();
const fixture = join(checkout, "test/fixtures/invented-audit");
const settings = {
  ...readSettings(checkout),
  root,
  codebook: join(fixture, "codebook"),
  extracts: join(root, "extracts"),
  workspace: join(root, "workspace")
};
const extract = join(settings.extracts, "audit/soevn.csv");
const parse = (list: string) => [...dsvFormat(";").parse(list.replace(/^\uFEFF/, ""))];

test("a code is 80 random bits: any of 32 signs in each of 16 places, no two alike", () => {
  const codes = Array.from({length: 2000}, newCode);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes.slice(0, 50)) expect(readCode(code)).toBe(code);
  const plain = codes.map((code) => code.replaceAll("-", ""));
  for (let place = 0; place < 16; place++) expect(new Set(plain.map((code) => code[place])).size).toBe(signs.length);
  expect([16 * Math.log2(signs.length), new Set(signs).size]).toEqual([80, 32]);
});

test("every participant gets one, keeps it when there are more, and readers see only its hash", async () => {
  cpSync(join(fixture, "extracts"), settings.extracts, {recursive: true});
  const [printed] = await handOutCodes(settings, {});
  const first = parse(printed!);
  const delivered = parse(readFileSync(extract, "utf8")).filter((row) => row.participant_no !== "99");
  expect(first).toHaveLength(new Set(delivered.map((row) => `${row.profession}/${row.participant_no}`)).size);
  expect(Object.keys(first[0]!)).toEqual(["faggruppe", "deltagernummer", "kode"]);

  const [header, line] = readFileSync(extract, "utf8").split("\n") as [string, string];
  const columns = header.replace(/^\uFEFF/, "").split(";");
  const another = line
    .split(";")
    .map((value, i) => (columns[i] === "participant_no" ? "77" : value))
    .join(";");
  writeFileSync(extract, `${header}\n${another}\n`, {flag: "w"});
  const before = readCodes(root)!;
  const out = join(root, "codes.csv");
  expect(await handOutCodes(settings, {out})).toEqual([expect.stringContaining("1 koder, heraf 1 nye")]);
  expect(parse(readFileSync(out, "utf8"))).toEqual([expect.objectContaining({deltagernummer: "77"})]);
  const after = readCodes(root)!;
  expect(after.participants.slice(0, -1)).toEqual(before.participants);
  expect(after.salt).toBe(before.salt);
  const {code, hash} = after.participants.at(-1)!;
  expect(await hashOfCode(code, after)).toBe(hash);
  for (const file of [out, codesFile(root)]) expect(statSync(file).mode & 0o077).toBe(0);
  expect(existsSync(`${out}.tmp`)).toBe(false);
});

test("kept codes that were spoiled are refused, and not replaced by new ones", async () => {
  writeFileSync(codesFile(root), "{}");
  await expect(handOutCodes(settings, {})).rejects.toThrow(/participants\.json er ikke, som rygatlas codes skrev den/);
  expect(readFileSync(codesFile(root), "utf8")).toBe("{}");
});
