import {join} from "node:path";
import {performance} from "node:perf_hooks";
import {openSession} from "../../engine/session.js";
import {readRegisterAssumptions} from "./assumptions.js";
import {createCohort} from "./cohort.js";
import {delivery, type Delivery} from "./deliver.js";
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
import type {RegisterTwinReport} from "./report.js";
import {writeResidents} from "./residents.js";
import {writeServices} from "./services.js";
import {createUnits} from "./units.js";
import {createVisits} from "./visits.js";

export {describeRegisterTwin, type RegisterTwinReport} from "./report.js";

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
  prescriptions?: number;
  /** Milliseconds since some moment, for the time in the report. */
  clock?: () => number;
}

/**
 * Writes `<folder>/registers/<kind>/…`: invented people whose registers add up to the printed annual report.
 *
 * @throws Refusal when the printed figures, the code lists and the assumptions do not go together
 */
export async function writeRegisterTwin(folder: string, options: RegisterTwinOptions): Promise<RegisterTwinReport> {
  const {seed, scale, clock = () => performance.now()} = options;
  const start = clock();
  const assumptions = readRegisterAssumptions(options.assumptions);
  const places = readPlaces(options.codelists, assumptions.periods.at(-1)!.end);
  const printed = readPrintedRegister(options.published, places.codes);
  const plans = planPeriods(printed, places, assumptions, seed);
  const session = await openSession(options);
  const steps: RegisterTwinReport["steps"] = [];
  const step = async (name: string, work: () => Promise<void>) => {
    const begun = clock();
    await work();
    steps.push({name, seconds: (clock() - begun) / 1000});
  };
  const making: Making = {session, plans, printed, assumptions};
  const out: Delivery = delivery(session, folder);
  try {
    await session.run(
      `CREATE OR REPLACE TEMP MACRO u(x, purpose) AS hash(x, purpose, ${seed}) / 18446744073709551616.0`
    );
    await step("people", async () => {
      await createCohort(making);
      await createPeople(making, seed, scale);
    });
    await step("population", () => writeInhabitants(making, out, scale));
    await step("bef", () => writeResidents(making, out));
    await step("lpr", async () => {
      await createUnits(session, places.regions);
      await createVisits(session, assumptions);
      await writeLpr(making, out);
      await writeProcedures(making, out);
      await session.run("DROP TABLE visits");
    });
    await step("medicines", async () => {
      await writePrescribers(making, out);
      await writeMedicines(making, out, options.prescriptions);
    });
    await step("services", () => writeServices(making, out, options.codelists));
    await step("dream", () => writeEmployment(making, out));
  } finally {
    session.close();
  }
  return {
    folder: join(folder, "registers"),
    seed,
    scale,
    periods: plans.map((plan) => ({name: plan.name, patients: plan.patients * scale})),
    files: out.files,
    steps,
    seconds: (clock() - start) / 1000
  };
}
