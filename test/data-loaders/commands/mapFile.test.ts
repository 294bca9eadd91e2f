import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {parse} from "yaml";
import {mapFile} from "../../../data-loaders/commands/mapFile.js";
import {readSettings} from "../../../data-loaders/ground/settings.js";
import {columns, csv, good, load} from "../sources/auditExtract.js";

/** The draft of a file with this text. */
async function draftOf(name: string, content: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "map-"));
  try {
    writeFileSync(join(folder, name), content);
    return (await mapFile(readSettings("."), join(folder, name))).join("\n");
  } finally {
    rmSync(folder, {recursive: true});
  }
}

it("a file of the audit becomes settings with which it is read, once what is left open is filled in", async () => {
  const theirs: Record<string, string> = {
    participant_no: "ParticipantNo",
    registration_no: "registrationno",
    age: "agee"
  };
  const used = columns.filter((column) => column !== "region");
  const rows = good(5).map((row, i) => ({...row, sex: i % 2 ? "Mand" : "kvinde", consultation: "1", besvaret: "x"}));
  const text = csv(rows, [...used, "besvaret"]);
  const names = text.slice(0, text.indexOf("\n")).split(",");
  const file = `${names.map((name) => theirs[name] ?? name).join(",")}${text.slice(text.indexOf("\n"))}`;

  const draft = parse(await draftOf("svar.csv", file)) as {
    aliases: Record<string, string>;
    values: Record<string, Record<string, string>>;
  };
  expect(draft).toEqual({
    aliases: {participantno: "participant_no", registrationno: "registration_no", agee: "age", besvaret: ""},
    values: {sex: {Mand: "male", kvinde: "female"}, consultation: {"1": ""}}
  });
  draft.values.consultation!["1"] = "first";
  const {refusal, delivery, registrations} = await load({"svar.csv": file}, draft);
  expect([refusal, delivery?.files[0]]).toMatchObject([undefined, {read: 5, kept: 5}]);
  expect(registrations[1]).toMatchObject({sex: "male", consultation: "first", age: 45});
});

it("a file of a register becomes its aliases", async () => {
  expect(
    parse(await draftOf("lmdb.csv", "pnr,eksdato,atc,volumen,apk,recu,korr\np1,2023-07-01,N02AX02,1,1,r1,\n"))
  ).toEqual({
    registers: {aliases: {lmdb: {eksdato: "eksd", volumen: "volume"}}}
  });
});
