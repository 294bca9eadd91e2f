import type {Codebook} from "../ground/codebook.js";
import {text, type Session} from "../engine/session.js";
import {quoted, Refusal} from "../ground/refusal.js";
import type {AnswerColumn} from "./auditColumns.js";

/**
 * A form whose profession occurs must be there whole: an absent column would read as nothing ticked.
 * @throws Refusal naming every column that is absent and who asks it
 */
export async function refuseMissingColumns(
  session: Session,
  from: {file: string; header: string[]; columns: AnswerColumn[]; codebook: Codebook; parquet: string}
): Promise<void> {
  const {file, header, columns, codebook, parquet} = from;
  const absent = columns.filter((column) => !header.includes(column.name));
  if (absent.length === 0) return;
  const present = await session.rows<{profession: string}>(
    `SELECT DISTINCT profession FROM read_parquet(${text(parquet)}) WHERE profession IS NOT NULL`
  );
  const asked = absent.flatMap((column) => {
    const asking = column.forms
      .map((i) => codebook.professions[i]!)
      .find((p) => present.some((row) => row.profession === p.id));
    return asking ? [{name: quoted(column.name), profession: asking.id}] : [];
  });
  if (asked.length === 0) return;
  const professions = [...new Set(asked.map(({profession}) => profession))].join(" og ");
  const [which, one] =
    asked.length === 1
      ? [`kolonnen ${asked[0]!.name}`, "kolonnen, eller skriv dens alias"]
      : [`kolonnerne ${asked.map(({name}) => name).join(", ")}`, "dem, eller skriv deres alias"];
  throw new Refusal(
    `${file}, linje 1: ${which} mangler, men skulle være der, fordi filen har registreringer fra ${professions}; tilføj ${one} under aliases i settings.yaml.`
  );
}
