import type {Assumptions} from "./assumptions.js";
import type {Score} from "./repair.js";
import {gumbels, normals, stream} from "./randomness.js";
import type {Sheet} from "./sheet.js";

/** An answer's inclination to be ticked, split so that the difference between participants can be tuned. */
export type Tendency = (participantSd: number) => Score;

/** What all draws of one form share. */
export interface Context {
  sheet: Sheet;
  assumptions: Assumptions;
  seed: number;
}

/**
 * The inclination of every row to have an answer: its participant's habit (standard normal times the standard deviation
 * asked for, log odds), its patient's burden in this block, answers already given that pull this one along, and chance.
 *
 * @param ref `question.answer`
 * @param load log odds per standard deviation of the patient's burden; the burden is one per row and block
 */
export function tendency({sheet, assumptions, seed}: Context, ref: string, load: number): Tendency {
  const form = sheet.profession.id;
  const [question] = ref.split(".");
  const rows = sheet.participantOf.length;
  const habit = normals(stream(seed, `${form}/habit/${ref}`), sheet.participants.length);
  const patient = gumbels(stream(seed, `${form}/chance/${ref}`), rows);
  if (load !== 0) {
    // Leaving a block out is one habit of the patient's whole form, whatever the block.
    const shared = ref.endsWith(".missing") ? "missing" : question;
    normals(stream(seed, `${form}/burden/${shared}`), rows).forEach((z, row) => (patient[row]! += load * z));
  }
  for (const pull of assumptions.pulls.filter((p) => p.answers.includes(ref))) {
    const given = pull.where.flatMap((where) => sheet.ticks.get(where) ?? []);
    for (let row = 0; row < rows; row++) if (given.some((ticks) => ticks[row] === 1)) patient[row]! += pull.effect;
  }
  return (sd) => (row) => sd * habit[sheet.participantOf[row]!]! + patient[row]!;
}
