import {indexMark} from "../../../src/domain/sequenceSides.js";
import type {Session} from "../../engine/session.js";
import {byLongestPrefix, prefixValues} from "./prefixes.js";

/** What a patient is taken to have when contacts of the year name several conditions: the first of these. */
const gravest = ["disc_herniation", "stenosis", "nerve_root", "other", "unspecific"];

/**
 * Creates the table `pathways` (period, person_id, start, sequence, steps, days, condition), one row an index patient.
 *
 *     start      the specialty of the index contact.
 *     sequence   each kind of event once on either side of the index contact, in the order it first occurs, as
 *                `physiotherapist analgesic | medicine mri operation`.
 *     steps      how many; days: from the first step to the last, NULL where there is but one.
 *     condition  that of the year's contacts by `code_conditions`: unspecific only when no contact names anything else.
 */
export async function createPathways(session: Session): Promise<void> {
  const condition = byLongestPrefix("diagnosis", await prefixValues(session, "conditions", "condition"));
  const order = `[${gravest.map((one) => `'${one}'`).join(", ")}]`;
  await session.run(`
    CREATE OR REPLACE TEMP TABLE pathways AS
    WITH sides AS (
      SELECT period, person_id, list_sort(list({no: no, day: day, kind: kind}) FILTER (day < 0)) AS before, list_sort(list({no: no, day: day, kind: kind}) FILTER (day >= 0)) AS after
      FROM pathway_events WHERE NOT beyond GROUP BY ALL
    ),
    sequences AS (
      SELECT period, person_id, ${once("before")} AS before, ${once("after")} AS after FROM sides
    ),
    places AS (
      SELECT diagnosis, list_position(${order}, coalesce(${condition}, 'other')) AS place FROM (SELECT DISTINCT diagnosis FROM flow_contacts)
    ),
    conditions AS (
      SELECT period, person_id, min(place) AS place FROM flow_contacts JOIN places USING (diagnosis) GROUP BY ALL
    )
    SELECT period, person_id, c.specialty AS start, ${`concat_ws('${indexMark}', ${kinds("before")}, ${kinds("after")})`} AS sequence,
      (coalesce(len(before), 0) + len(after))::INTEGER AS steps,
      CASE WHEN steps > 1 THEN after[-1].day - coalesce(before[1].day, after[1].day) END AS days, ${order}[place] AS condition
    FROM cohort c JOIN sequences USING (period, person_id) JOIN conditions USING (period, person_id)`);
}

/** The events of a list that are the first of their kind. */
function once(list: string): string {
  return `list_filter(${list}, (event, i) -> list_position([e.kind FOR e IN ${list}], event.kind) = i)`;
}

function kinds(list: string): string {
  return `array_to_string([e.kind FOR e IN ${list}], ' ')`;
}
