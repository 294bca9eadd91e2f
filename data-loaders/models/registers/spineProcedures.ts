import type {Session} from "../../engine/session.js";
import {beginsWith, prefixesOf} from "./prefixes.js";

/**
 * Creates the table `spine_procedures` (person_id, date, kind): days on which people of the cohort had
 * spine surgery, an MRI of the spine or a rehabilitation plan. Several codes on one day are one.
 */
export async function createSpineProcedures(session: Session): Promise<void> {
  const kinds = [
    ["surgery", "spine_surgery"],
    ["mri", "mri"],
    ["rehabilitation", "rehabilitation"]
  ] as const;
  const conditions = await Promise.all(
    kinds.map(async ([kind, list]) => ({kind, is: beginsWith("code", await prefixesOf(session, list))}))
  );
  await session.run(`
    CREATE OR REPLACE TEMP TABLE spine_procedures AS
    SELECT DISTINCT person_id, start_date AS date, CASE ${conditions.map(({kind, is}) => `WHEN ${is} THEN '${kind}'`).join(" ")} END AS kind
    FROM procedures SEMI JOIN cohort USING (person_id)
    WHERE coalesce(type, '') <> '+' AND (${conditions.map(({is}) => is).join(" OR ")})`);
}
