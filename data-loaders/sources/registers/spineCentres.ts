import type {Session} from "../../engine/session.js";
import type {Codelists} from "../../ground/codelists.js";

/**
 * A warning for each line of the code list of spine centres that names no department of the delivery: nobody is counted
 * as seen there. Where departments have no names, the list says nothing.
 */
export async function unknownSpineCentres(session: Session, {spine_centres: list}: Codelists): Promise<string[]> {
  const names = (
    await session.rows<{name: string}>("SELECT DISTINCT lower(trim(name)) AS name FROM organisations WHERE name <> ''")
  ).map(({name}) => name);
  if (names.length === 0) return [];
  return list.flatMap(({prefix}, i) =>
    names.some((name) => name.startsWith(prefix.toLowerCase()))
      ? []
      : [
          `Kodelisten spine_centres.csv, linje ${i + 2}: ingen afdeling i lpr_organisations har et navn, der begynder med »${prefix}«, så ingen tælles som set der; ret navnet, som afdelingen hedder i sorenhed_tekst, eller slet linjen.`
        ]
  );
}
