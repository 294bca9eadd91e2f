import type {Session} from "../../engine/session.js";
import {beginsWith, byLongestPrefix, prefixValues} from "./prefixes.js";

/**
 * Creates the table `strong_analgesics` (person_id, date, drug_type, atc, prescriber): what
 * people of the cohort have redeemed, whenever.
 */
export async function createStrongAnalgesics(session: Session): Promise<void> {
  const drugs = await prefixValues(session, "drugs", "drug_type");
  await session.run(`
    CREATE OR REPLACE TEMP TABLE strong_analgesics AS
    SELECT person_id, date, ${byLongestPrefix("atc", drugs)} AS drug_type, atc, prescriber
    FROM prescriptions SEMI JOIN cohort USING (person_id)
    WHERE ${beginsWith(
      "atc",
      drugs.map(({prefix}) => prefix)
    )} AND coalesce(packages, 1) > 0`);
}
