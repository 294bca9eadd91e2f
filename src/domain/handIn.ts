import {coreColumns} from "./coreColumns.js";
import {isCpr} from "./cpr.js";

/** What a participant hands in: the registrations of one round as an extract, with what says whose they are. */
export interface HandIn {
  format: typeof handInFormat;
  codebook: string;
  /** Hash of the code book that the form was made from. */
  seal: string;
  /** The form's profession. */
  profession: string;
  participant: string;
  round: number;
  /** Days of the first and the last registration, `yyyy-mm-dd`. */
  first: string;
  last: string;
  rows: number;
  /** Of `csv`, in hexadecimal. */
  sha256: string;
  /** One row a registration, by the contract of audit extracts. */
  csv: string;
}

export const handInFormat = "rygatlas-aflevering/1";

/** A consultation as the form keeps it: its number, its day and the answers by column, `1` for what is ticked. */
export interface Registration {
  no: number;
  day: string;
  answers: Record<string, string>;
}

/** Whose registrations they are. */
export type Registrant = Pick<HandIn, "codebook" | "seal" | "profession" | "participant" | "round">;

/**
 * The registrations as an extract.
 * @param columns the form's columns besides those every extract has, in its order
 * @throws Error where a participant's code or an answer looks like a CPR number
 */
export function handInCsv(
  {profession, participant, round}: Pick<Registrant, "profession" | "participant" | "round">,
  registrations: readonly Registration[],
  columns: readonly string[]
): string {
  const names = [...coreColumns, ...columns];
  const lines = registrations.map(({no, answers}) =>
    names.map((name) => {
      if (name === "profession") return profession;
      if (name === "round") return String(round);
      if (name === "participant_no") return participant;
      return name === "registration_no" ? String(no) : (answers[name] ?? "");
    })
  );
  const cells = [names, ...lines];
  for (const cell of cells.flat()) {
    if (isCpr(cell)) throw new Error("Et felt ligner et CPR-nummer.");
    if (/[",;\n\r]/.test(cell)) throw new Error(`Værdien ${JSON.stringify(cell)} kan ikke stå i en aflevering.`);
  }
  return cells.map((line) => `${line.join(",")}\n`).join("");
}

/** The hand-in of some registrations, sealed by a check sum. */
export async function handIn(
  registrant: Registrant,
  registrations: readonly Registration[],
  columns: readonly string[]
): Promise<HandIn> {
  const csv = handInCsv(registrant, registrations, columns);
  const days = registrations.map(({day}) => day).toSorted();
  return {
    format: handInFormat,
    ...registrant,
    first: days[0] ?? "",
    last: days.at(-1) ?? "",
    rows: registrations.length,
    sha256: await sha256(csv),
    csv
  };
}

/** The hash of a text in hexadecimal. */
export async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The name of a hand-in's file, by which the organiser's folder is in order. */
export function handInName({profession, participant, round, rows}: HandIn, encrypted: boolean): string {
  return `aflevering-${profession}-${participant}-runde${round}-${rows}.json${encrypted ? ".age" : ""}`;
}
