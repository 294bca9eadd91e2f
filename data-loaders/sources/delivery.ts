import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import type {Settings} from "../ground/settings.js";
import {auditFiles} from "./audit.js";
import {deliveredRegisters} from "./registers.js";

/** Extracts of one kind: somebody's own, or the synthetic twin's. */
export interface Extracts {
  /** For the registers, the folder that holds one for each. */
  folder: string;
  synthetic: boolean;
  files: string[];
  /** What the files are made from, as a fingerprint that stands for what they hold. */
  madeFrom?: string;
}

/** The extracts of the day: the audit's and the registers'. */
export interface Delivery {
  audit: Extracts;
  registers: Extracts;
}

/**
 * Finds somebody's own extracts: in `folder` if given, else in the settings' folder.
 * @returns the kinds that are delivered; neither where the settings' folder is empty
 * @throws Refusal when a folder asked for holds no extract
 */
export function ownExtracts({extracts}: Settings, folder?: string): Partial<Delivery> {
  const own = folder ?? (holdsFiles(extracts) ? extracts : undefined);
  if (!own) return {};
  const registers = join(own, "registers");
  const hasRegisters = existsSync(registers);
  const hasAudit = existsSync(join(own, "audit")) || !hasRegisters;
  return {
    ...(hasAudit && {audit: {folder: own, synthetic: false, files: auditFiles(own)}}),
    ...(hasRegisters && {registers: {folder: registers, synthetic: false, files: deliveredRegisters(registers)}})
  };
}

function holdsFiles(folder: string): boolean {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, {recursive: true, withFileTypes: true}).some(
    (entry) => entry.isFile() && !entry.name.startsWith(".")
  );
}
