import type {Session} from "../../engine/session.js";
import type {ReadKind} from "./registerKind.js";

/** A day or two of delay in a contact's date is no sign. */
const slack = 7;
/** Fewer dead people with contacts say nothing of a delivery, and a few wrong days of death are usual. */
const fewest = 20;
const usualPercent = 5;

/**
 * A line where more of the dead than usual have contacts after their death: days of death that were read wrongly, or of
 * other people, take patients out of everything that follows them.
 */
export async function contactsAfterDeath(session: Session, {files}: Pick<ReadKind, "files">): Promise<string[]> {
  const [found] = await session.rows<{seen: number; after: number}>(`
    SELECT count(*) AS seen, count_if(last > died + ${slack}) AS after
    FROM (
      SELECT any_value(d.date) AS died, max(c.start_date) AS last
      FROM (SELECT person_id, max(date) AS date FROM deaths GROUP BY ALL) d JOIN contacts c USING (person_id)
      GROUP BY person_id
    )`);
  const {seen, after} = found!;
  if (seen < fewest || after * 100 <= usualPercent * seen) return [];
  const {file, mapping} = files[0]!;
  const whole = new Intl.NumberFormat("da-DK");
  return [
    `ADVARSEL: ${file}, kolonne ${mapping.get("date")?.delivered ?? "date"}: ${whole.format(after)} af ${whole.format(seen)} døde har kontakter efter døden; se, om dødsdagene er læst rigtigt og hører til de samme personer.`
  ];
}
