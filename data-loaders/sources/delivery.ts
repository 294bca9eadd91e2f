import {join} from "node:path";
import {nearest, quoted, Refusal} from "../ground/refusal.js";
import type {Settings} from "../ground/settings.js";
import {auditFiles} from "./audit.js";
import {entriesOf, holdsFiles} from "./entries.js";
import {invitedIn} from "./invited.js";
import {deliveredRegisters} from "./registers.js";

/** Extracts of one kind: somebody's own, or the synthetic twin's. */
export interface Extracts {
  /** For the registers, the folder that holds one for each. */
  folder: string;
  synthetic: boolean;
  files: string[];
  /** The organiser's own count of those who could take part, where there is one: the audit's `participants.csv`. */
  invited?: string;
  /** What the files are made from, as a fingerprint that stands for what they hold. */
  madeFrom?: string;
}

/** The extracts of the day: the audit's and the registers'. */
export interface Delivery {
  audit: Extracts;
  registers: Extracts;
}

/**
 * Finds somebody's own extracts: in `folder` if given, else in the settings' folder. A twin never takes the place of
 * what somebody put there.
 * @returns the kinds that are delivered; neither where the settings' folder is empty
 * @throws Refusal when a folder asked for holds no extract, or anything in it is neither the audit nor registers
 */
export function ownExtracts({extracts}: Settings, folder?: string): Partial<Delivery> {
  const own = folder ?? (holdsFiles(extracts) ? extracts : undefined);
  if (!own) return {};
  for (const entry of entriesOf(own)) {
    if (entry.folder && parts.includes(entry.name)) continue;
    const near = entry.folder ? nearest(entry.name.toLowerCase(), parts) : undefined;
    throw new Refusal(
      `${entry.path} læses ikke${near ? `; mente du ${quoted(near)}` : ""}: læg auditten i ${join(own, "audit")} og registrene i ${join(own, "registers")}, eller flyt ${entry.folder ? "mappen" : "filen"} ud.`
    );
  }
  const registers = join(own, "registers");
  const hasRegisters = holdsFiles(registers);
  const hasAudit = holdsFiles(join(own, "audit")) || !hasRegisters;
  return {
    ...(hasAudit && {audit: {folder: own, synthetic: false, files: auditFiles(own), ...invitedIn(own)}}),
    ...(hasRegisters && {registers: {folder: registers, synthetic: false, files: deliveredRegisters(registers)}})
  };
}

const parts = ["audit", "registers"];
