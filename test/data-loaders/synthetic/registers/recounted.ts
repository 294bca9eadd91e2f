import type {Session} from "../../../../data-loaders/engine/session.js";
import {openDelivery} from "./delivered.js";
import {recountCohort, recountResidence} from "./recount.js";
import {recountIndicators} from "./recountIndicators.js";

/**
 * A delivery with its patients and what became of them, recounted: of every period, or of the one that is asked about.
 */
export async function openRecounted(folder: string, period?: string): Promise<Session> {
  const session = await openDelivery(folder);
  await recountCohort(session);
  if (period) await session.run(`DELETE FROM incident WHERE period <> '${period}'`);
  await recountResidence(session);
  await recountIndicators(session);
  return session;
}

/** Who is still there so many days, or an interval, after the index date. */
export const stays = (days: string) => `(gone_on IS NULL OR gone_on > date + ${days})`;

/** The denominators of the printed indicators, as conditions on `courses`. */
export const noPrior = `before IS NULL AND ${stays("180")}`;
export const prior = `before IS NOT NULL AND ${stays("180")}`;
export const employed = `age BETWEEN 30 AND 60 AND degree_before >= 0.81 AND ${stays("INTERVAL 1 YEAR")}`;

/** Numbers of the table `courses`; by default of the last period. */
export function recounted(session: Session) {
  const number = async (what: string, where = "true", period = "2023/24"): Promise<number> => {
    const [row] = await session.rows<{n: number}>(
      `SELECT ${what} AS n FROM courses WHERE period = '${period}' AND (${where})`
    );
    return Number(row!.n);
  };
  const rounded = async (part: string, whole = "true", period?: string): Promise<number> => {
    const all = await number("count(*)", whole, period);
    return Math.round((100 * (await number("count(*)", `(${whole}) AND (${part})`, period))) / all);
  };
  return {number, rounded};
}
