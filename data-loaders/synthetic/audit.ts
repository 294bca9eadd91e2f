import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {performance} from "node:perf_hooks";
import {csvFormatRows} from "d3-dsv";
import {participantsName} from "../sources/invited.js";
import type {Codebook} from "../ground/codebook.js";
import {Refusal} from "../ground/refusal.js";
import {readAssumptions} from "./assumptions.js";
import {makeForm} from "./form.js";
import {readPrinted} from "./printed.js";
import {readSecondRound, secondRound} from "./secondRound.js";
import {rangeOf, spreadOf, type TwinReport} from "./report.js";
import type {Sheet} from "./sheet.js";
import {writeRegistrations} from "./write.js";

export interface TwinOptions {
  codebook: Codebook;
  /** Folder with the printed figures, `audit_*.csv`. */
  published: string;
  /** The YAML file with what no source gives. */
  assumptions: string;
  /** The same seed gives the same file, byte by byte. */
  seed: number;
  /** Copies of every registration, at least 1. */
  scale: number;
  /** Whether the extract has the participants' region, given to them in turn. */
  regions?: boolean;
  /** The YAML file of a second round, where there is to be one. */
  secondRound?: string;
  /** Milliseconds since some moment, for the time in the report. */
  clock?: () => number;
}

/**
 * Writes `<folder>/audit/registreringer.csv`: invented registrations whose counts are those of the printed report;
 * beside it `participants.csv`, and the registrations of a second round, where one is asked for.
 *
 * @throws Refusal when the printed figures, the code book and the assumptions do not go together
 */
export async function writeAuditTwin(folder: string, options: TwinOptions): Promise<TwinReport> {
  const {codebook, published, seed, scale, regions = false, clock = () => performance.now()} = options;
  const start = clock();
  const assumptions = readAssumptions(options.assumptions);
  const printed = readPrinted(published, codebook, assumptions);
  const sheets: Sheet[] = [];
  for (const profession of codebook.professions) {
    sheets.push(
      await makeForm(profession, codebook, printed, assumptions, seed).catch(refuseContradiction(profession.id))
    );
  }
  const file = join(folder, "audit", "registreringer.csv");
  await writeRegistrations(file, sheets, codebook, {round: assumptions.round, scale, regions});
  const invited = Object.entries(assumptions.invited).map(([id, {invited, in_region}]) => [id, invited, in_region]);
  writeFileSync(
    join(folder, "audit", participantsName),
    `${csvFormatRows([["profession", "invited", "in_region"], ...invited.map((line) => line.map(String))])}\n`
  );
  if (options.secondRound !== undefined) {
    const assumed = readSecondRound(options.secondRound, codebook);
    const again = sheets.map((sheet) => secondRound(sheet, assumed, seed));
    const round = String(Number(assumptions.round) + 1);
    await writeRegistrations(join(folder, "audit", `registreringer-runde${round}.csv`), again, codebook, {
      round,
      scale,
      regions
    });
  }
  const answers = sheets.flatMap((sheet) => spreadOf(sheet, assumptions));
  return {
    file,
    seed,
    scale,
    forms: sheets.map((sheet) => ({
      profession: sheet.profession.id,
      registrations: sheet.participantOf.length * scale,
      participants: sheet.participants.length
    })),
    answers,
    intraclass: rangeOf(answers),
    seconds: (clock() - start) / 1000
  };
}

/** Numbers that do not fit each other are the assumptions' or the printed figures' fault, not the program's. */
function refuseContradiction(form: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal(`Tvillingen af "${form}" kan ikke opfylde de trykte tal (${error.message}); ret antagelserne.`);
  };
}
