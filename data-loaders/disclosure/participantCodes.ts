import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import * as v from "valibot";
import type {CodeHash} from "../../src/domain/participantCode.js";
import type {Codebook} from "../ground/codebook.js";
import type {HashOf} from "./participants.js";
import type {ParticipantCount} from "../models/participantCounts.js";
import {Refusal} from "../ground/refusal.js";
import type {Settings} from "../ground/settings.js";

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const CodesSpec = v.strictObject({
  salt: hash,
  iterations: v.pipe(v.number(), v.integer(), v.minValue(600_000)),
  participants: v.array(v.strictObject({profession: v.string(), participant_no: v.string(), code: v.string(), hash}))
});

/** Every code that was ever handed out. The hashes stand beside, since they are slow to make. */
export type ParticipantCodes = v.InferOutput<typeof CodesSpec>;

/** Where a project keeps the codes: an input like the extracts, ignored by git and never published. */
export function codesFile(root: string): string {
  return join(root, "data/codes/participants.json");
}

/**
 * Reads the codes; undefined before any was handed out.
 * @throws Refusal when the file is not as it was written
 */
export function readCodes(root: string): ParticipantCodes | undefined {
  const file = codesFile(root);
  if (!existsSync(file)) return undefined;
  try {
    return v.parse(CodesSpec, JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new Refusal(
      "data/codes/participants.json er ikke, som rygatlas codes skrev den; læg den rigtige fil tilbage fra jeres sikkerhedskopi."
    );
  }
}

/** Under which profession a participant has their code: who also answers the telephone has one for both forms. */
export function professionOfCode({professions}: Codebook, profession: string): string {
  return professions.find(({id}) => id === profession)?.telephoneOf ?? profession;
}

/**
 * How participants are published by the codes they have, where the settings show them so.
 * @throws Refusal naming a participant without a code
 */
export function participantHashes(
  {root, disclosure}: Settings,
  codebook: Codebook,
  counts: ParticipantCount[]
): {published: CodeHash; hashOf: HashOf} | undefined {
  if (disclosure.audit.participants !== "code") return undefined;
  const codes = readCodes(root);
  const hashes = new Map(codes?.participants.map((one) => [`${one.profession}/${one.participant_no}`, one.hash]));
  const find = (profession: string, participant: string) =>
    hashes.get(`${professionOfCode(codebook, profession)}/${participant}`);
  const without = counts.find(({profession, participant}) => !find(profession, participant));
  if (without || !codes) {
    const whom = without ? `deltager ${without.participant} (${without.profession})` : "deltagerne";
    throw new Refusal(
      `settings.yaml viser deltagere ved en privat kode (disclosure.participants: code), men ${whom} har ingen; kør npx rygatlas codes.`
    );
  }
  return {
    published: {salt: codes.salt, iterations: codes.iterations},
    hashOf: (profession, participant) => find(profession, participant)!
  };
}
