import type {Session} from "../../engine/session.js";
import {createIncomplete, type Incomplete} from "./completeness.js";
import type {Indicator} from "./indicator.js";
import {createIndicatorPatients} from "./indicatorPatients.js";
import {reachOf, type Reach} from "./reach.js";
import {readIndicators} from "./readIndicators.js";
import {defaultParameters, type RegisterParameters} from "../../ground/parameters.js";
import {createRegisterModels} from "../../models/registers/registerModels.js";

/** What tables of the registers are computed from. */
export interface RegisterModels {
  /** A session with the tables of `createRegisterModels`, `indicator_patients`, `indicator_strata` and `incomplete`. */
  session: Session;
  parameters: RegisterParameters;
  indicators: Indicator[];
  /** What is not published, and why: an extract ends before the window closes, or begins after it opened. */
  incomplete: Incomplete[];
  /** How far registers reach, beside what is needed of them. */
  reach: Reach[];
}

/**
 * Everything between the views of `readRegisters` and the published tables.
 * @throws Refusal when the contacts do not cover a period
 */
export async function analyseRegisters(
  session: Session,
  parameters: RegisterParameters = defaultParameters,
  indicators?: Indicator[]
): Promise<RegisterModels> {
  const used = indicators ?? (await readIndicators());
  // No model depends on the order of its rows, so both processors may write one at once and less is held in memory.
  await session.run("SET preserve_insertion_order = false");
  await createRegisterModels(session, parameters);
  await createIndicatorPatients(session, used);
  await session.run("SET preserve_insertion_order = true");
  const incomplete = await createIncomplete(session, used, parameters);
  return {session, parameters, indicators: used, incomplete, reach: await reachOf(session)};
}
