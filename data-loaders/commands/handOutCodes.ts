import {randomBytes} from "node:crypto";
import {mkdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {dsvFormat} from "d3-dsv";
import {hashOfCode, readCode, signs} from "../../src/domain/participantCode.js";
import {readCodebook, type Codebook} from "../ground/codebook.js";
import {openSession} from "../engine/session.js";
import {staging} from "../engine/staging.js";
import {codesFile, professionOfCode, readCodes, type ParticipantCodes} from "../disclosure/participantCodes.js";
import type {Settings} from "../ground/settings.js";
import {readAudit} from "../sources/audit.js";
import {findAudit} from "../synthetic/standIn.js";

type Participant = Pick<ParticipantCodes["participants"][number], "profession" | "participant_no">;

/**
 * Gives every participant of today's extracts a private code; who has one keeps it. The list,
 * for the organiser, has a row for each participant: profession, number and code.
 * @param options.out where the list is written
 * @returns what to print: the list itself, or where it was written
 * @throws Refusal when the extracts or the kept codes cannot be read
 */
export async function handOutCodes(
  settings: Settings,
  {out, step = () => {}}: {out?: string; step?: (label: string) => void}
): Promise<string[]> {
  const codebook = readCodebook(settings.codebook);
  step("Finder deltagerne");
  const participants = await participantsOf(settings, codebook);
  const before = readCodes(settings.root) ?? {
    salt: randomBytes(32).toString("hex"),
    iterations: 600_000,
    participants: []
  };
  step("Laver koder");
  const codes = await withCodes(before, participants);
  keep(codesFile(settings.root), JSON.stringify(codes, null, 1) + "\n");
  const list = listOf(codes, participants, codebook);
  if (!out) return [list];
  keep(out, "\uFEFF" + list + "\n");
  return [
    `${participants.length} koder, heraf ${codes.participants.length - before.participants.length} nye, står i ${out}. Send hver deltager sin egen, og slet så filen.`
  ];
}

/** A code of 80 random bits, in four groups of four signs. */
export function newCode(): string {
  return readCode(Array.from(randomBytes(16), (byte) => signs[byte % signs.length]).join(""))!;
}

/** The codes with one more for each participant who has none. */
async function withCodes(codes: ParticipantCodes, participants: Participant[]): Promise<ParticipantCodes> {
  const missing = participants.filter((one) => !codes.participants.some((other) => isSame(one, other)));
  const added = missing.map(async (one) => {
    const code = newCode();
    return {...one, code, hash: await hashOfCode(code, codes)};
  });
  return {...codes, participants: [...codes.participants, ...(await Promise.all(added))]};
}

async function participantsOf(settings: Settings, codebook: Codebook): Promise<Participant[]> {
  const aside = staging(settings.workspace);
  const session = await openSession({...settings, temporary: aside});
  try {
    const {files} = await findAudit(settings);
    await readAudit(session, {
      files,
      codebook,
      aliases: settings.aliases,
      values: settings.values,
      sheets: settings.sheets,
      maxRejectedPercent: settings.maxRejectedPercent,
      newestWins: settings.newestWins,
      staging: aside
    });
    const rows = await session.rows<Participant>(
      "SELECT DISTINCT profession, participant_no FROM registrations ORDER BY profession, length(participant_no), participant_no"
    );
    const all = rows.map(({profession, participant_no}) => ({
      profession: professionOfCode(codebook, profession),
      participant_no
    }));
    return all.filter((one, i) => all.findIndex((other) => isSame(one, other)) === i);
  } finally {
    session.close();
    rmSync(aside, {recursive: true, force: true});
  }
}

function listOf({participants: kept}: ParticipantCodes, participants: Participant[], {professions}: Codebook): string {
  const rows = participants.map((one) => [
    professions.find(({id}) => id === one.profession)!.label,
    one.participant_no,
    kept.find((other) => isSame(one, other))!.code
  ]);
  return dsvFormat(";").formatRows([["faggruppe", "deltagernummer", "kode"], ...rows]);
}

function isSame(one: Participant, other: Participant): boolean {
  return one.profession === other.profession && one.participant_no === other.participant_no;
}

/** The file appears whole, for its owner's eyes only. */
function keep(file: string, text: string): void {
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(`${file}.tmp`, text, {mode: 0o600});
  renameSync(`${file}.tmp`, file);
}
