import type {Session} from "../engine/session.js";
import {runSql} from "../engine/sqlFile.js";

/** Creates the table `age_counts` from the view `registrations`. */
export function createAgeCounts(session: Session): Promise<void> {
  return runSql(session, new URL("./age_counts.sql", import.meta.url));
}
