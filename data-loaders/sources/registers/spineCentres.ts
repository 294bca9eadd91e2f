import type {Session} from "../../engine/session.js";
import type {Codelists} from "../../ground/codelists.js";
import {Refusal} from "../../ground/refusal.js";

/**
 * Stops where the code list of spine centres names a department that the delivery does not have: its patients would
 * silently be none. Where departments have no names, the list says nothing.
 * @throws Refusal naming the line of the list
 */
export async function refuseUnknownSpineCentres(session: Session, {spine_centres: list}: Codelists): Promise<void> {
  const names = (
    await session.rows<{name: string}>("SELECT DISTINCT lower(trim(name)) AS name FROM organisations WHERE name <> ''")
  ).map(({name}) => name);
  if (names.length === 0) return;
  const unknown = list.findIndex(({prefix}) => !names.some((name) => name.startsWith(prefix.toLowerCase())));
  if (unknown >= 0)
    throw new Refusal(
      `Kodelisten spine_centres.csv, linje ${unknown + 2}: ingen afdeling i lpr_organisations har et navn, der begynder med »${list[unknown]!.prefix}«; ret navnet, som afdelingen hedder i sorenhed_tekst, eller slet linjen.`
    );
}
