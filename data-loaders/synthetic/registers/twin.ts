import {join, relative} from "node:path";
import {performance} from "node:perf_hooks";
import {openSession} from "../../engine/session.js";
import {readRegisterAssumptions} from "./assumptions.js";
import {createCohort} from "./cohort.js";
import {delivery, type DeliveredFile} from "./deliver.js";
import {writeEmployment} from "./employment.js";
import {writeInhabitants} from "./inhabitants.js";
import {writeLpr} from "./lpr.js";
import type {Making} from "./making.js";
import {writeMedicines, writePrescribers} from "./medicines.js";
import {createPeople} from "./people.js";
import {readPlaces} from "./places.js";
import {planPeriods} from "./plan.js";
import {readPrintedRegister} from "./printed.js";
import {writeProcedures} from "./procedures.js";
import {writeResidents} from "./residents.js";
import {writeServices} from "./services.js";
import {createUnits} from "./units.js";
import {createVisits} from "./visits.js";

export interface RegisterTwinOptions {
  /** Folder with the printed figures, `dard_*.csv`. */
  published: string;
  /** The YAML file with what no source gives. */
  assumptions: string;
  /** Folder with the code lists. */
  codelists: string;
  /** The same seed gives the same rows in the same order; only the row groups of Parquet depend on the threads. */
  seed: number;
  /** Copies of every person, at least 1. */
  scale: number;
  memoryLimit: string;
  threads: number;
  /** Folder for what does not fit in memory. */
  temporary: string;
  /** About so many prescriptions in all, instead of the assumed number per person. */
  prescriptions?: number | undefined;
}

/** What the twin of the registers came to. */
export interface RegisterTwinReport {
  /** Folder of the kinds. */
  folder: string;
  seed: number;
  scale: number;
  periods: {name: string; patients: number}[];
  files: DeliveredFile[];
  seconds: number;
}

/**
 * Writes `<folder>/registers/<kind>/…`: invented people whose registers add up to the printed annual report.
 *
 * @throws Refusal when the printed figures, the code lists and the assumptions do not go together
 */
export async function writeRegisterTwin(folder: string, options: RegisterTwinOptions): Promise<RegisterTwinReport> {
  const start = performance.now();
  const {seed, scale, prescriptions} = options;
  const assumptions = readRegisterAssumptions(options.assumptions);
  const places = readPlaces(options.codelists, assumptions.periods.at(-1)!.end);
  const printed = readPrintedRegister(options.published, places.codes);
  const plans = planPeriods(printed, places, assumptions, seed);
  const session = await openSession(options);
  const out = delivery(session, folder);
  const making: Making = {session, plans, printed, assumptions, seed, scale, prescriptions, delivery: out};
  try {
    await session.run(
      `CREATE OR REPLACE TEMP MACRO u(x, purpose) AS hash(x, purpose, ${seed}) / 18446744073709551616.0`
    );
    await createCohort(making);
    await createPeople(making);
    await writeInhabitants(making);
    await writeResidents(making);
    await createUnits(session, places.regions);
    await createVisits(session, assumptions);
    await writeLpr(making);
    await writeProcedures(making);
    await session.run("DROP TABLE visits");
    await writePrescribers(making);
    await writeMedicines(making);
    await writeServices(making, options.codelists);
    await writeEmployment(making);
  } finally {
    session.close();
  }
  return {
    folder: join(folder, "registers"),
    seed,
    scale,
    periods: plans.map((plan) => ({name: plan.name, patients: plan.patients * scale})),
    files: out.files,
    seconds: (performance.now() - start) / 1000
  };
}

/** The lines that `rygatlas synth` prints, in Danish. */
export function describeRegisterTwin(report: RegisterTwinReport): string[] {
  const whole = (n: number) => n.toLocaleString("da-DK");
  return [
    `Syntetiske registre: ${report.folder} (frø ${report.seed}, skala ${report.scale})`,
    ...report.periods.map((period) => `  ${period.name}: ${whole(period.patients)} indekspatienter`),
    ...report.files.map((f) => `  ${relative(report.folder, f.file)}: ${whole(f.rows)} rækker`),
    `Skrevet på ${report.seconds.toLocaleString("da-DK", {maximumFractionDigits: 1})} sekunder.`
  ];
}
